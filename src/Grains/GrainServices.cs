using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Registry;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Queues;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Rules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CeActors.Grains;

/// <summary>Adds what grains ask of their silo's container.</summary>
public static class GrainServices
{
    /// <summary>
    /// For declarations, professionals, statements and batches. The host adds the rule sets (<see cref="Domain.Rules.RuleSetCatalog"/>)
    /// and the storage providers by itself.
    /// </summary>
    public static IServiceCollection AddDeclarationGrains(
        this IServiceCollection services,
        Action<ProfessionalOptions> configure
    )
    {
        services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(HandingRules.Design);
        services.TryAddSingleton<RulesInForce>();
        services.TryAddSingleton<UnitNotices>();
        services.TryAddSingleton<ResidentRegisters>();
        return services;
    }

    /// <summary>For units and their directory. The host adds <see cref="RegistryAuthorityOptions"/> and the storage ports by itself.</summary>
    public static IServiceCollection AddUnitGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(HandingRules.Design);
        services.TryAddSingleton<QueueReader>();
        services.TryAddSingleton<ClusterChanges>();
        services.TryAddSingleton<UnitDirectoryCache>();
        services.TryAddSingleton<UnitPlaces>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider =>
            provider.GetRequiredService<ClusterChanges>()
        );
        return services;
    }
}
