using System.Threading.Channels;
using CeActors.AzureStorage.Telemetry;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// The queue of one bucket and the loop that empties it, one transaction at a time. There is no timer: what is accepted
/// while a transaction is under way is the next one.
/// </summary>
internal sealed class BucketWriter
{
    private readonly GroupSender _sender;
    private readonly TimeProvider _clock;
    private readonly GroupCommitInstruments _instruments;
    private readonly Channel<Change> _queue;
    private readonly Task _loop;
    private volatile bool _isStopping;

    public BucketWriter(
        GroupSender sender,
        int queuedChanges,
        TimeProvider clock,
        GroupCommitInstruments instruments,
        TaskScheduler background
    )
    {
        _sender = sender;
        _clock = clock;
        _instruments = instruments;
        _queue = Channel.CreateBounded<Change>(
            new BoundedChannelOptions(queuedChanges) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait }
        );
        using (ExecutionContext.SuppressFlow())
        {
            _loop = Task
                .Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, background)
                .Unwrap();
        }
    }

    /// <summary>Accepts a change and completes with the document's new etag.</summary>
    /// <exception cref="StorageOverloadedException">The queue is full; nothing was sent.</exception>
    /// <exception cref="ObjectDisposedException">The storage is stopping; nothing was sent.</exception>
    public Task<string?> WriteAsync(Change change)
    {
        change.AcceptedAt = _clock.GetTimestamp();
        change.Asker = TransactionSpans.Asker();
        if (_queue.Writer.TryWrite(change))
        {
            _instruments.CountQueued(1);
            return change.Completion;
        }

        return Task.FromException<string?>(
            _isStopping
                ? new ObjectDisposedException("The storage of grain state is stopping.")
                : new StorageOverloadedException("Too many writes wait for the storage.")
        );
    }

    /// <summary>Accepts nothing more; completes when all that was accepted is done.</summary>
    public Task DrainAsync()
    {
        _isStopping = true;
        _queue.Writer.TryComplete();
        return _loop;
    }

    private async Task RunAsync()
    {
        var group = new Group();
        Change? held = null;
        while (held is not null || await _queue.Reader.WaitToReadAsync())
        {
            // The place is taken before the group is gathered: what arrives during the wait goes along.
            await _sender.TakePlaceAsync();
            held = Gather(group, held);
            await _sender.SendAsync(group);
            group.Clear();
        }
    }

    private Change? Gather(Group group, Change? held)
    {
        var change = held;
        while (change is not null || _queue.Reader.TryRead(out change))
        {
            if (change != held)
            {
                _instruments.CountQueued(-1);
            }

            var wait = _clock.GetElapsedTime(change.AcceptedAt);
            if (wait > GroupCommitLimits.QueueLimit)
            {
                change.Failed(
                    new StorageOverloadedException("A write waited too long for the storage; it was not sent.")
                );
            }
            else if (!group.TryAdd(change))
            {
                return change;
            }
            else
            {
                _instruments.CountWait(wait);
            }

            change = null;
        }

        return null;
    }
}
