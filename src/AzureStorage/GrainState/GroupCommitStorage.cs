using Microsoft.Extensions.Logging;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// Grain state in Azure Tables. What the grains of this silo write to one bucket at the same time leaves as one entity
/// group transaction. One document, with the index rows it names, is one change: it lands as a whole or not at all.
/// </summary>
/// <remarks>
/// Awaits in the write path and in the reading of documents stay on the scheduler that they began on: the grain's own until a change
/// is accepted, and <see cref="GroupCommitOptions.Background"/> from there. A simulation runs both in an order of its own.
/// </remarks>
internal sealed class GroupCommitStorage
    : IGrainStorage,
        ILifecycleParticipant<ISiloLifecycle>,
        IAsyncDisposable,
        IDisposable
{
    private readonly string _provider;
    private readonly GroupCommitOptions _options;
    private readonly BucketMap _buckets;
    private readonly DocumentReader _reader;
    private readonly GroupCommitInstruments _instruments;
    private readonly DocumentCodec _codec;
    private readonly TimeProvider _clock;
    private readonly KnownStates _known = new();
    private readonly IActivatorProvider _activators;
    private readonly CancellationTokenSource _stopped = new();
    private readonly BucketWriter[] _writers;

    public GroupCommitStorage(
        string provider,
        GroupCommitOptions options,
        BucketMap buckets,
        GroupCommitInstruments instruments,
        IActivatorProvider activators,
        TimeProvider clock,
        ILogger<GroupSender> logger
    )
    {
        _provider = provider;
        _options = options;
        _buckets = buckets;
        _instruments = instruments;
        _activators = activators;
        _clock = clock;
        _codec = new DocumentCodec(
            options.Serializer ?? new JsonDocumentSerializer(options.Json),
            options.ExplainUnreadable
        );
        _reader = new DocumentReader(buckets, instruments, options.Answers);
        var places = new SemaphoreSlim(options.ConcurrentGroups);
        _writers =
        [
            .. buckets
                .Buckets()
                .Select(bucket => new GroupSender(
                    bucket,
                    buckets,
                    _reader,
                    places,
                    clock,
                    instruments,
                    logger,
                    new AnswerTimes(options.ShortestAnswerLimit),
                    options.Answers,
                    _stopped.Token
                ))
                .Select(sender => new BucketWriter(
                    sender,
                    options.QueuedChanges,
                    clock,
                    instruments,
                    options.Background
                )),
        ];
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        CancellationToken cancellationToken
    )
    {
        if (IsBelievedAbsent(grainId, grainState))
        {
            _instruments.CountReadSpared();
            SetAbsent(grainState);
            return;
        }

        var rowKey = RowKeys.OfDocument(stateName, grainId);
        var stored = await _reader.ReadAsync(_buckets.BucketOf(grainId), rowKey, cancellationToken);
        if (stored is null)
        {
            SetAbsent(grainState);
            return;
        }

        var known = DocumentCodec.KnownOf(stateName, grainId, stored);
        grainState.State = _codec.StateOf<T>(stateName, grainId, stored);
        grainState.ETag = known.ETag;
        grainState.RecordExists = true;
        _known.Remember(grainState, known, IsIndexed<T>());
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    /// <remarks>The token is looked at before anything is sent and never again: a write that is under way is not left.</remarks>
    public async Task WriteStateAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        // All of the state is taken down here, before the first await: the grain may go on changing it.
        var document = _codec.Serialize(grainState.State!);
        var rows = _options.IndexOf<T>()?.Invoke(grainState.State!) ?? [];
        var bucket = _buckets.BucketOf(grainId);
        var rowKey = RowKeys.OfDocument(stateName, grainId);
        var known = await KnownOrReadAsync(stateName, grainId, grainState, cancellationToken);
        var partition = _buckets.PartitionKeyOf(bucket);
        var change = ChangeBuilder.Write(grainId, partition, rowKey, document, rows, known, out var after);
        grainState.ETag = await _writers[bucket].WriteAsync(change);
        grainState.RecordExists = true;
        _known.Remember(grainState, after with { ETag = grainState.ETag }, IsIndexed<T>());
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    /// <remarks>The token is looked at before anything is sent and never again.</remarks>
    public async Task ClearStateAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var bucket = _buckets.BucketOf(grainId);
        var rowKey = RowKeys.OfDocument(stateName, grainId);
        if (grainState.ETag is null)
        {
            // Nothing is known to be there; if something is, it must not look cleared.
            if (await _reader.ReadAsync(bucket, rowKey, cancellationToken) is { } other)
            {
                throw Conflict(grainId, other.ETag.ToString(), null);
            }
        }
        else
        {
            var known = await KnownOrReadAsync(stateName, grainId, grainState, cancellationToken);
            var change = ChangeBuilder.Delete(grainId, _buckets.PartitionKeyOf(bucket), rowKey, known);
            await _writers[bucket].WriteAsync(change);
        }

        SetAbsent(grainState);
    }

    public void Participate(ISiloLifecycle observer) =>
        observer.Subscribe(
            $"{nameof(GroupCommitStorage)}-{_provider}",
            ServiceLifecycleStage.RuntimeInitialize,
            StartAsync,
            StopAsync
        );

    /// <summary>Checks the stored layout; a silo that does not fit it must not join.</summary>
    public Task StartAsync(CancellationToken cancellationToken) =>
        new StorageLayout(_provider, _options, _buckets).EnsureAsync(SerializerName, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        await _stopped.CancelAsync();
    }

    public void Dispose()
    {
        foreach (var writer in _writers)
        {
            _ = writer.DrainAsync();
        }
    }

    private string SerializerName =>
        _options.Serializer is null ? "System.Text.Json" : _options.Serializer.GetType().FullName!;

    /// <summary>Accepts nothing more and waits for what was accepted, within <see cref="GroupCommitLimits.DrainLimit"/>.</summary>
    private async Task StopAsync(CancellationToken cancellationToken)
    {
        var drained = Task.WhenAll(_writers.Select(writer => writer.DrainAsync()));
        try
        {
            await drained.WaitAsync(GroupCommitLimits.DrainLimit, _clock, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // Whoever still waits is told that the outcome is unknown.
            await _stopped.CancelAsync();
            await drained;
        }
    }

    private static bool IsBelievedAbsent<T>(GrainId grainId, IGrainState<T> grainState) =>
        grainState.ETag is null
        && RequestContext.Get(GrainStorageHints.BelievedAbsent) is string believed
        && believed == grainId.ToString();

    private void SetAbsent<T>(IGrainState<T> grainState)
    {
        grainState.State = _activators.GetActivator<T>().Create();
        grainState.ETag = null;
        grainState.RecordExists = false;
        _known.Forget(grainState);
    }

    private bool IsIndexed<T>() => _options.IndexOf<T>() is not null;

    /// <summary>
    /// What is stored with a document. It is read only where this object was neither read from the storage nor written to
    /// it, when a state came from another silo with its migrating grain; and where the acknowledgement of its last write was lost.
    /// </summary>
    private async ValueTask<Known> KnownOrReadAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        CancellationToken cancellationToken
    )
    {
        var writeId = UnreadETag.WriteIdOf(grainState.ETag);
        if (writeId is null && _known.Find(grainState, grainState.ETag, IsIndexed<T>()) is { } known)
        {
            return known;
        }

        var rowKey = RowKeys.OfDocument(stateName, grainId);
        var stored = await _reader.ReadAsync(_buckets.BucketOf(grainId), rowKey, cancellationToken);
        var isSame =
            stored is not null
            && (writeId is null ? stored.ETag.ToString() == grainState.ETag : DocumentRow.WriteIdOf(stored) == writeId);
        return isSame
            ? DocumentCodec.KnownOf(stateName, grainId, stored!)
            : throw Conflict(grainId, stored?.ETag.ToString(), grainState.ETag);
    }

    private InconsistentStateException Conflict(GrainId grainId, string? storedETag, string? currentETag)
    {
        _instruments.CountConflict();
        return new($"The stored state of {grainId} is not the one that was read.", storedETag, currentETag);
    }
}
