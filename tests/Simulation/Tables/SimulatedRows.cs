using System.Globalization;
using System.Runtime.CompilerServices;
using CeActors.AzureStorage.GrainState;
using CeActors.Grains.Storage;

namespace CeActors.Simulation.Tables;

/// <summary>The grains' port to stored rows: bucket after bucket, page after page, each of another instant.</summary>
internal sealed class SimulatedRows(SimulatedStorage storage, string tablePrefix, int bucketCount) : IStoredRowReader
{
    private const int RowsPerPage = 3;

    // It reads by one query at a time anyway.
    public IAsyncEnumerable<StoredRow> ReadPatientlyAsync(string keyPrefix, CancellationToken cancellationToken) =>
        ReadAsync(keyPrefix, cancellationToken);

    public async IAsyncEnumerable<StoredRow> ReadAsync(
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var bucket = 0; bucket < bucketCount; bucket++)
        {
            var table = storage.Table(tablePrefix + bucket.ToString("D3", CultureInfo.InvariantCulture));
            string? after = null;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var from = after;
                var page = await storage.ReadAsync(() => table.Page(RowKeys.EscapeKey(keyPrefix), from, RowsPerPage));
                foreach (var row in page)
                {
                    yield return new StoredRow(
                        RowKeys.UnescapeKey(row.RowKey),
                        row.Where(column => column.Key is not ("PartitionKey" or "RowKey" or "odata.etag"))
                            .ToDictionary(column => column.Key, column => (object?)column.Value, StringComparer.Ordinal)
                    );
                }

                if (page.Count < RowsPerPage)
                {
                    break;
                }

                after = page[^1].RowKey;
            }
        }
    }
}
