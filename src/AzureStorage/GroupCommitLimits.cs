namespace CeActors.AzureStorage;

/// <summary>The bounds of group-commit storage. The first group are those of the service itself.</summary>
public static class GroupCommitLimits
{
    /// <summary>Rows in one entity group transaction; more are refused by the service.</summary>
    public const int GroupRowsMax = 100;

    /// <summary>Estimated size of one transaction's body; the service refuses 4 MiB, the estimate is not exact.</summary>
    public const int GroupBytesMax = 3_600_000;

    /// <summary>A binary property of the service.</summary>
    public const int ChunkBytes = 64 * 1024;

    /// <summary>One row, as the service counts it: names and texts in UTF-16, binary columns as they are.</summary>
    public const int RowBytesMax = 1024 * 1024;

    /// <summary>Columns of an index row; the service takes 255 with the three of its own.</summary>
    public const int ColumnsMax = 252;

    /// <summary>Chunks of a document: with their names they stay under <see cref="RowBytesMax"/>.</summary>
    public const int ChunksMax = 15;

    /// <summary>
    /// The largest serialized document: 960 KiB. One that names index rows by tens of thousands of characters has less, because
    /// their list is in the same row.
    /// </summary>
    public const int DocumentBytesMax = ChunkBytes * ChunksMax;

    /// <summary>Characters of a text property of the service (64 KiB of UTF-16).</summary>
    public const int TextCharactersMax = 32 * 1024;

    /// <summary>Characters of an escaped row key (1 KiB of UTF-16).</summary>
    public const int RowKeyCharactersMax = 512;

    /// <summary>Index rows of one document; a change that also deletes rows must fit <see cref="GroupRowsMax"/> with them.</summary>
    public const int IndexRowsMax = GroupRowsMax - 1;

    /// <summary>Buckets of a provider: their names have three digits.</summary>
    public const int BucketsMax = 1_000;

    /// <summary>Changes that wait for one bucket; beyond it a write is refused at once.</summary>
    public const int QueuedChangesMax = 4_000;

    /// <summary>
    /// How long a change may wait before it is sent; past it is refused unsent, because its caller has given up. With
    /// <see cref="SettleLimit"/>, one wait and one request it stays under the minute that others allow a commit.
    /// </summary>
    public static readonly TimeSpan QueueLimit = TimeSpan.FromSeconds(15);

    /// <summary>Sendings of one group before its remaining changes fail.</summary>
    public const int SendingsMax = 10;

    /// <summary>How long the fate of a group may stay open, from its first sending, before its changes fail as unknown.</summary>
    public static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(20);

    /// <summary>How long an answer is waited for before any has come.</summary>
    public static readonly TimeSpan FirstAnswerLimit = TimeSpan.FromSeconds(2);

    /// <summary>The wait after a first failed sending; it doubles each time.</summary>
    public static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest wait between two sendings, also where the service asks for a longer one.</summary>
    public static readonly TimeSpan BackoffMax = TimeSpan.FromSeconds(5);

    /// <summary>Buckets read at a time by <see cref="IIndexRowReader.ReadAsync"/>.</summary>
    public const int ConcurrentBucketReadsMax = 8;

    /// <summary>How long a stopping silo waits for what was accepted.</summary>
    public static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(60);
}
