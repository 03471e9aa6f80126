namespace CeActors.AzureStorage;

/// <summary>What a storage provider has done since it started; a keyed service under the provider's name.</summary>
public sealed class GroupCommitStatistics
{
    private long _writeRequests;
    private long _rowsWritten;
    private long _changesWritten;
    private long _conflicts;
    private long _resends;
    private long _readRequests;
    private long _readsSpared;
    private long _indexPages;

    /// <summary>The figures now; each is exact, together they are not of one instant.</summary>
    public GroupCommitFigures Snapshot() =>
        new(
            Interlocked.Read(ref _writeRequests),
            Interlocked.Read(ref _rowsWritten),
            Interlocked.Read(ref _changesWritten),
            Interlocked.Read(ref _conflicts),
            Interlocked.Read(ref _resends),
            Interlocked.Read(ref _readRequests),
            Interlocked.Read(ref _readsSpared),
            Interlocked.Read(ref _indexPages)
        );

    internal void CountSending(bool again)
    {
        Interlocked.Increment(ref _writeRequests);
        if (again)
        {
            Interlocked.Increment(ref _resends);
        }
    }

    internal void CountLanded(int changes, int rows)
    {
        Interlocked.Add(ref _changesWritten, changes);
        Interlocked.Add(ref _rowsWritten, rows);
    }

    internal void CountConflict() => Interlocked.Increment(ref _conflicts);

    internal void CountRead() => Interlocked.Increment(ref _readRequests);

    internal void CountReadSpared() => Interlocked.Increment(ref _readsSpared);

    internal void CountIndexPage() => Interlocked.Increment(ref _indexPages);
}

/// <summary>Figures of <see cref="GroupCommitStatistics"/>.</summary>
/// <param name="WriteRequests">Transactions sent, those sent again included.</param>
/// <param name="RowsWritten">Rows inserted, updated or deleted by transactions known to have landed.</param>
/// <param name="ChangesWritten">State changes known to have landed.</param>
/// <param name="Conflicts">State changes refused because another write was first.</param>
/// <param name="Resends">Transactions sent again, whole or in part, after one that failed.</param>
/// <param name="ReadRequests">Documents read, those read to settle a doubtful write included.</param>
/// <param name="ReadsSpared">Reads answered by <see cref="GrainStorageHints.BelievedAbsent"/>.</param>
/// <param name="IndexPages">Pages of index rows read.</param>
public sealed record GroupCommitFigures(
    long WriteRequests,
    long RowsWritten,
    long ChangesWritten,
    long Conflicts,
    long Resends,
    long ReadRequests,
    long ReadsSpared,
    long IndexPages
);
