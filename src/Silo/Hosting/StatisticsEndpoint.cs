using CeActors.AzureStorage;
using CeActors.Grains.Storage;

namespace CeActors.Silo.Hosting;

/// <summary>
/// What the storage providers have done since the silo started, as JSON by provider: counts alone, no key and no content.
/// It is served beside the dashboard, on the loopback address; the benchmarks read it.
/// </summary>
internal static class StatisticsEndpoint
{
    /// <summary>Where it is.</summary>
    public const string Path = "/diagnostics/storage";

    public static IEndpointRouteBuilder MapStorageStatistics(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Path,
            (IServiceProvider services) =>
                Results.Json(
                    new[] { StorageNames.State, StorageNames.Registry }.ToDictionary(
                        name => name,
                        name => services.GetRequiredKeyedService<GroupCommitStatistics>(name).Snapshot()
                    )
                )
        );
        return routes;
    }
}
