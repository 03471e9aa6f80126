using CeActors.AzureStorage;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Tests.Declarations;

/// <summary>The raw rows, read past every grain.</summary>
internal static class QueueRowsInStorage
{
    /// <summary>Units in whose queue the declaration is; more or fewer than one is a broken promise.</summary>
    public static async Task<IReadOnlyList<string>> HoldersAsync(ClusterFixture cluster, string declarationId) =>
        [.. (await WaitingAsync(cluster)).Where(row => row.DeclarationId == declarationId).Select(row => row.Unit)];

    /// <summary>Every row of every queue.</summary>
    public static async Task<IReadOnlyList<(string Unit, string DeclarationId)>> WaitingAsync(ClusterFixture cluster)
    {
        var rows = cluster.SiloService<IIndexRowReader>(StorageNames.State);
        var found = new List<(string, string)>();
        await foreach (var row in rows.ReadAsync("w|", CancellationToken.None))
        {
            var parts = row.RowKey.Split('|');
            found.Add((parts[1], parts[2]));
        }

        return found;
    }
}
