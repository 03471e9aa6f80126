namespace CeActors.AzureStorage;

/// <summary>
/// Reads index rows as they are stored; a keyed service under the name of its storage provider. What cannot be read
/// throws: a missing table or an unreachable account is never an empty result. Nothing else is promised about an
/// instant: rows of different pages and buckets are read at different times.
/// </summary>
public interface IIndexRowReader
{
    /// <summary>The number of buckets.</summary>
    int BucketCount { get; }

    /// <summary>
    /// The rows of all buckets whose key starts with <paramref name="rowKeyPrefix"/>, in no order, several buckets at a
    /// time (<see cref="GroupCommitLimits.ConcurrentBucketReadsMax"/>).
    /// </summary>
    IAsyncEnumerable<IndexRow> ReadAsync(string rowKeyPrefix, CancellationToken cancellationToken);

    /// <summary>The rows of one bucket whose key starts with <paramref name="rowKeyPrefix"/>, in the order of their keys.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bucket.</exception>
    IAsyncEnumerable<IndexRow> ReadBucketAsync(int bucket, string rowKeyPrefix, CancellationToken cancellationToken);
}
