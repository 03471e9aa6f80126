using Azure.Data.Tables;
using CeActors.AzureStorage;
using CeActors.Functions.Hosting;
using CeActors.Hosting.Configuration;

namespace CeActors.Functions;

/// <summary>The HTTP front: an Azure Functions custom handler, and the same app by itself on a developer's machine.</summary>
public static class Program
{
    private const int SettingsFault = 2;

    /// <summary>Runs the app, or writes what the Functions host must know of it (see <see cref="FunctionFiles"/>).</summary>
    public static async Task<int> Main(string[] arguments)
    {
        try
        {
            if (arguments is [FunctionFiles.Switch, var folder])
            {
                await using var described = Build([], describeOnly: true);
                FunctionFiles.Write(FunctionFiles.Of(EndpointsOf(described)), folder);
                return 0;
            }

            await using var app = Build(arguments);
            await app.RunAsync();
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0; // Asked to stop before it had found the cluster.
        }
        catch (SettingsException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return SettingsFault;
        }
    }

    /// <summary>The app with the cluster's gateways listed in Azure Tables.</summary>
    public static WebApplication Build(string[] arguments, bool describeOnly = false) =>
        FrontApplication.Build(
            arguments,
            (client, settings) =>
                client.UseAzureTableClustering(options =>
                    options.Client = settings.Account.Open(
                        uri => new TableServiceClient(uri, settings.SignIn.Credential),
                        connectionString => new TableServiceClient(connectionString)
                    )
                ),
            describeOnly
        );

    /// <summary>Every endpoint of an app.</summary>
    public static IReadOnlyList<RouteEndpoint> EndpointsOf(WebApplication app) =>
        [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
}
