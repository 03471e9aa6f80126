using CeActors.AzureStorage.Clustering;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Messaging;

namespace CeActors.AzureStorage;

/// <summary>Registers the membership of a cluster and the list of its gateways, both on one Azure table.</summary>
public static class AzureTableClusteringExtensions
{
    /// <summary>Keeps the cluster's membership in an Azure table, in the layout of the official provider.</summary>
    public static ISiloBuilder UseAzureTableClustering(
        this ISiloBuilder builder,
        Action<AzureTableClusteringOptions> configure
    ) => builder.UseAzureTableClustering((options, _) => configure(options));

    /// <inheritdoc cref="UseAzureTableClustering(ISiloBuilder, Action{AzureTableClusteringOptions})"/>
    public static ISiloBuilder UseAzureTableClustering(
        this ISiloBuilder builder,
        Action<AzureTableClusteringOptions, IServiceProvider> configure
    )
    {
        AddOptions(builder.Services, configure);
        builder.Services.AddSingleton<IMembershipTable, MembershipTable>();
        return builder;
    }

    /// <summary>Finds the cluster's gateways in the table that its silos keep.</summary>
    public static IClientBuilder UseAzureTableClustering(
        this IClientBuilder builder,
        Action<AzureTableClusteringOptions> configure
    ) => builder.UseAzureTableClustering((options, _) => configure(options));

    /// <inheritdoc cref="UseAzureTableClustering(IClientBuilder, Action{AzureTableClusteringOptions})"/>
    public static IClientBuilder UseAzureTableClustering(
        this IClientBuilder builder,
        Action<AzureTableClusteringOptions, IServiceProvider> configure
    )
    {
        AddOptions(builder.Services, configure);
        builder.Services.AddSingleton<IGatewayListProvider, GatewayList>();
        return builder;
    }

    private static void AddOptions(
        IServiceCollection services,
        Action<AzureTableClusteringOptions, IServiceProvider> configure
    ) =>
        services
            .AddOptions<AzureTableClusteringOptions>()
            .Configure(configure)
            .Validate(options => options.Client is not null, "Clustering on Azure tables has no TableServiceClient.")
            .Validate(
                options => TableNames.IsValid(options.TableName),
                "The table name of the clustering is not 3 to 63 letters and digits with a letter first."
            );
}
