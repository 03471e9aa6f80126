namespace CeActors.Grains.Storage;

/// <summary>
/// Port to the rows as they are stored, over all buckets of one provider; a keyed service under the provider's name
/// (<see cref="StorageNames"/>). What cannot be read throws: an unreachable storage is never an empty result.
/// </summary>
public interface IStoredRowReader
{
    /// <summary>
    /// The rows whose key starts with <paramref name="keyPrefix"/>, in no order. Rows are read at different instants, so one
    /// that is moved meanwhile may be missed or seen at its old place: callers merge by version.
    /// </summary>
    IAsyncEnumerable<StoredRow> ReadAsync(string keyPrefix, CancellationToken cancellationToken);
}
