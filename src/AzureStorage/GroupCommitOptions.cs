using System.Text.Json;
using Orleans.Storage;

namespace CeActors.AzureStorage;

/// <summary>Settings of one group-commit storage provider. All but the last five are part of the stored layout.</summary>
public sealed class GroupCommitOptions
{
    private readonly Dictionary<Type, Delegate> _indexes = [];

    /// <summary>The accounts over which the buckets are spread, bucket b on account b modulo their number; at least one.</summary>
    public IReadOnlyList<TableAccount> Accounts { get; set; } = [];

    /// <summary>The start of each table's name: 2 to 50 letters and digits, a letter first. Bucket 7 is table {prefix}007.</summary>
    public string TablePrefix { get; set; } = "State";

    /// <summary>The number of buckets, each a table of its own; 1 to <see cref="GroupCommitLimits.BucketsMax"/>.</summary>
    public int BucketCount { get; set; } = 64;

    /// <summary>
    /// Chooses the bucket of a grain, 0 to <see cref="BucketCount"/> - 1; null chooses by a stable hash of the grain id.
    /// The choice for a grain must never change.
    /// </summary>
    public Func<GrainId, int?> BucketOf { get; set; } = _ => null;

    /// <summary>
    /// The serializer of documents; null is System.Text.Json with <see cref="Json"/>. Its type name is part of the layout.
    /// </summary>
    public IGrainStorageSerializer? Serializer { get; set; }

    /// <summary>
    /// Says what is wrong with a stored document, given what its serializer threw; null says no more than the kind of the
    /// exception. It is logged and travels to callers of grains, so it must quote nothing of the document.
    /// </summary>
    public Func<Exception, string?> ExplainUnreadable { get; set; } = _ => null;

    /// <summary>Settings of the default serializer; null writes property names as they are and leaves nothing escaped that need not be.</summary>
    public JsonSerializerOptions? Json { get; set; }

    /// <summary>
    /// Transactions in flight over all buckets, at least one. The service takes many at a time; Azurite is one thread,
    /// where a small number makes fuller groups.
    /// </summary>
    public int ConcurrentGroups { get; set; } = 16;

    /// <summary>Changes that may wait for one bucket, 1 to <see cref="GroupCommitLimits.QueuedChangesMax"/>.</summary>
    public int QueuedChanges { get; set; } = GroupCommitLimits.QueuedChangesMax;

    /// <summary>
    /// The shortest time that an answer to a write is waited for before it is looked for by a reading; more where the
    /// storage has been seen to take longer, at most <see cref="TableAccount.WriteRequestLimit"/>. Positive.
    /// </summary>
    public TimeSpan ShortestAnswerLimit { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Names the rows that live and die with a document of type <typeparamref name="TState"/>: a pure function of it, at
    /// most <see cref="GroupCommitLimits.IndexRowsMax"/> rows, no key twice.
    /// </summary>
    public GroupCommitOptions Index<TState>(Func<TState, IReadOnlyList<IndexRow>> rowsOf)
    {
        _indexes[typeof(TState)] = rowsOf;
        return this;
    }

    /// <summary>Where the loops of the buckets run; another than the default is for simulations alone.</summary>
    internal TaskScheduler Background { get; set; } = TaskScheduler.Default;

    /// <summary>By what clock answers of the service are waited for; another than the system's is for simulations alone.</summary>
    internal TimeProvider Answers { get; set; } = TimeProvider.System;

    internal Func<TState, IReadOnlyList<IndexRow>>? IndexOf<TState>() =>
        _indexes.TryGetValue(typeof(TState), out var rowsOf) ? (Func<TState, IReadOnlyList<IndexRow>>)rowsOf : null;
}
