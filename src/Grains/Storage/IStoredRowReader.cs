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

    /// <summary>
    /// The same for what nobody waits for: bucket after bucket, page after page, one query at a time, and the next one only when the
    /// caller has taken what came before.
    /// </summary>
    IAsyncEnumerable<StoredRow> ReadPatientlyAsync(string keyPrefix, CancellationToken cancellationToken);
}
