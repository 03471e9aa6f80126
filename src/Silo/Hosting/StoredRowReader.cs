using CeActors.AzureStorage;
using CeActors.Grains.Storage;

namespace CeActors.Silo.Hosting;

/// <summary>The grains' port to stored rows, on the storage's own reader.</summary>
internal sealed class StoredRowReader(IIndexRowReader rows) : IStoredRowReader
{
    public IAsyncEnumerable<StoredRow> ReadAsync(string keyPrefix, CancellationToken cancellationToken) =>
        rows.ReadAsync(keyPrefix, cancellationToken).Select(row => new StoredRow(row.RowKey, row.Columns));
}
