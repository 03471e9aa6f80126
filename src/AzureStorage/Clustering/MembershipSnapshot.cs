using System.Globalization;
using Azure.Data.Tables;
using Orleans.Storage;

namespace CeActors.AzureStorage.Clustering;

/// <summary>
/// Reads all rows of a cluster as of one instant. A read in several pages can be torn by a change in between; the two
/// markers, which every change writes with the version, then differ, and the read is made again.
/// </summary>
internal sealed class MembershipSnapshot(Func<CancellationToken, Task<List<TableEntity>>> readPartition)
{
    /// <summary>Reads before a table that keeps changing is given up.</summary>
    public const int AttemptsMax = 5;

    /// <summary>The rows, the markers among them.</summary>
    /// <exception cref="KeyNotFoundException">There is no version row.</exception>
    /// <exception cref="InconsistentStateException">No read was of one instant.</exception>
    public async Task<List<TableEntity>> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var rows = await readPartition(cancellationToken).ConfigureAwait(false);
            var version = SiloRow.VersionOf(VersionRowOf(rows));
            var first = MarkerOf(rows, SiloRow.FirstKey);
            var last = MarkerOf(rows, SiloRow.LastKey);
            if (IsOfOneInstant(version, first, last))
            {
                return rows;
            }

            if (attempt == AttemptsMax)
            {
                throw new InconsistentStateException(
                    $"The membership table changed during each of {AttemptsMax} reads.",
                    Text(first),
                    Text(last)
                );
            }
        }
    }

    /// <summary>The one version row among the rows.</summary>
    /// <exception cref="KeyNotFoundException">There is none, or several.</exception>
    public static TableEntity VersionRowOf(List<TableEntity> rows)
    {
        var versions = rows.Where(row => row.RowKey == SiloRow.VersionKey).ToArray();
        return versions.Length == 1
            ? versions[0]
            : throw new KeyNotFoundException(
                $"The membership table has {versions.Length} version rows instead of one."
            );
    }

    // Silos of older versions move the version alone: markers that are missing, or both behind it, prove nothing.
    private static bool IsOfOneInstant(int? version, int? first, int? last) =>
        (first is null && last is null) || (first == version && last == version) || (first < version && last < version);

    private static int? MarkerOf(List<TableEntity> rows, string key) =>
        rows.Find(row => row.RowKey == key) is { } marker ? SiloRow.VersionOf(marker) : null;

    private static string Text(int? version) => version?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
