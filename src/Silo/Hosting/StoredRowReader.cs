using System.Runtime.CompilerServices;
using CeActors.AzureStorage;
using CeActors.Grains.Storage;

namespace CeActors.Silo.Hosting;

/// <summary>The grains' port to stored rows, on the storage's own reader.</summary>
internal sealed class StoredRowReader(IIndexRowReader rows) : IStoredRowReader
{
    public IAsyncEnumerable<StoredRow> ReadAsync(string keyPrefix, CancellationToken cancellationToken) =>
        rows.ReadAsync(keyPrefix, cancellationToken).Select(Stored);

    public async IAsyncEnumerable<StoredRow> ReadPatientlyAsync(
        string keyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var bucket = 0; bucket < rows.BucketCount; bucket++)
        {
            await foreach (var row in rows.ReadBucketAsync(bucket, keyPrefix, cancellationToken))
            {
                yield return Stored(row);
            }
        }
    }

    private static StoredRow Stored(IndexRow row) => new(row.RowKey, row.Columns);
}
