using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// Sends the groups of one bucket and settles what becomes of each change. A change that may have landed is not sent
/// again blindly: its document is read, and only if that is still the one to be replaced does the same write (same
/// expected etag, same write id) go again. A sending that lands late then meets the other's etag, or is it. Where the
/// service says that it is busy, the group goes again without that reading, which would only add to its load: should it
/// have landed after all, the sending conflicts, and a conflict is believed only after the document was read.
/// </summary>
internal sealed partial class GroupSender(
    int bucket,
    BucketMap buckets,
    DocumentReader reader,
    SemaphoreSlim places,
    TimeProvider clock,
    GroupCommitInstruments instruments,
    ILogger logger,
    CancellationToken stopped
)
{
    /// <summary>Waits for one of the transactions that may be in flight at a time.</summary>
    public Task TakePlaceAsync() => places.WaitAsync(CancellationToken.None);

    /// <summary>Sends a group, holding a place for its first sending, and completes each of its changes. Never throws.</summary>
    public async Task SendAsync(Group group)
    {
        var hasPlace = true;
        var since = clock.GetTimestamp();
        try
        {
            for (var sending = 1; group.Changes.Count > 0; sending++)
            {
                if (!hasPlace)
                {
                    await TakePlaceAsync().ConfigureAwait(false);
                    hasPlace = true;
                }

                var failure = await TrySendAsync(group, sending > 1).ConfigureAwait(false);
                places.Release();
                hasPlace = false;
                if (failure is null)
                {
                    return;
                }

                var isProgress = await SettleAsync(group, failure).ConfigureAwait(false);
                if (isProgress)
                {
                    sending--; // a change left the group, or a row left a change: there are only so many of them
                    continue;
                }

                if (sending >= GroupCommitLimits.SendingsMax || IsTooLate(since))
                {
                    GiveUp(group, failure.Exception);
                    return;
                }

                await BackOffAsync(sending, failure).ConfigureAwait(false);
                if (failure.Kind == FailureKind.InDoubt)
                {
                    await SettleInDoubtAsync(group, since).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception)
        {
            // The loop that calls us must outlive everything.
            GiveUp(group, exception);
        }
        finally
        {
            if (hasPlace)
            {
                places.Release();
            }

            instruments.CountGroup(clock.GetElapsedTime(since));
        }
    }

    private async Task<SendingFailure?> TrySendAsync(Group group, bool again)
    {
        if (group.Changes.Count == 0)
        {
            return null;
        }

        instruments.CountSending(group.Changes.Count, again);
        try
        {
            var etags = await buckets.WritesOf(bucket).SendAsync(group.Actions(), stopped).ConfigureAwait(false);
            Land(group, etags);
            return null;
        }
        catch (Exception exception)
        {
            return SendingFailure.Of(exception, group.Rows);
        }
    }

    private void Land(Group group, IReadOnlyList<string?> etags)
    {
        var row = 0;
        foreach (var change in group.Changes)
        {
            if (etags[row] is null && !change.Deletes)
            {
                throw new InvalidDataException("The service acknowledged a document without its etag.");
            }

            row += change.Actions.Count;
        }

        instruments.CountLanded(group.Changes.Count, group.Rows);
        row = 0;
        foreach (var change in group.Changes)
        {
            change.Landed(change.Deletes ? null : etags[row]);
            row += change.Actions.Count;
        }
    }

    /// <summary>Takes out of the group what the failure decides; tells whether that was anything.</summary>
    private async Task<bool> SettleAsync(Group group, SendingFailure failure)
    {
        if (failure.Kind is FailureKind.Refused or FailureKind.Closed)
        {
            LogRefused(failure.Exception, bucket);
        }

        switch (failure.Kind)
        {
            case FailureKind.Conflict:
                return await SettleConflictAsync(group, failure).ConfigureAwait(false);
            case FailureKind.Refused when failure.Index is { } index:
                Reject(group, group.OwnerOf(index).Change, failure);
                return true;
            case FailureKind.Refused when group.Changes.Count > 1:
                await SendSinglyAsync(group).ConfigureAwait(false);
                return true;
            case FailureKind.Refused:
            case FailureKind.Closed:
                foreach (var change in group.Changes.ToArray())
                {
                    Reject(group, change, failure);
                }

                return true;
            default:
                group.Changes.ForEach(change => change.InDoubt = true);
                return false;
        }
    }

    private async Task<bool> SettleConflictAsync(Group group, SendingFailure failure)
    {
        var (change, place) = group.OwnerOf(failure.Index!.Value);
        if (place > 0 && failure.RowIsMissing)
        {
            // An index row to be deleted is gone already, which is what was wanted of it.
            group.Drop(change, place);
            return true;
        }

        Fate fate;
        try
        {
            // Even a first sending may conflict with itself: a client with retries of its own may have sent it twice.
            fate = await reader.ReadFateAsync(bucket, change, stopped).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogSettlingReadFailed(exception, bucket);
            Refuse(group, change, null);
            return true;
        }

        Apply(group, change, fate);
        if (fate.Kind == FateKind.Landed)
        {
            group.Changes.ForEach(other => other.InDoubt = true); // they were sent together
            await SettleInDoubtAsync(group, clock.GetTimestamp()).ConfigureAwait(false);
        }

        return fate.Kind != FateKind.NotLanded;
    }

    /// <summary>Reads what became of every change in doubt, until an answer comes or it is too late.</summary>
    private async Task SettleInDoubtAsync(Group group, long since)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var inDoubt = group.Changes.Where(change => change.InDoubt).ToArray();
                await Parallel
                    .ForEachAsync(
                        inDoubt,
                        new ParallelOptions
                        {
                            MaxDegreeOfParallelism = GroupCommitLimits.ConcurrentSettlingReadsMax,
                            CancellationToken = stopped,
                        },
                        async (change, token) =>
                        {
                            var fate = await reader.ReadFateAsync(bucket, change, token).ConfigureAwait(false);
                            lock (group)
                            {
                                Apply(group, change, fate);
                            }
                        }
                    )
                    .ConfigureAwait(false);
                return;
            }
            catch (Exception exception)
            {
                LogSettlingReadFailed(exception, bucket);
                if (attempt >= GroupCommitLimits.SendingsMax || IsTooLate(since))
                {
                    GiveUp(group, exception);
                    return;
                }
            }

            await BackOffAsync(attempt, null).ConfigureAwait(false);
        }
    }

    private void Apply(Group group, Change change, Fate fate)
    {
        switch (fate.Kind)
        {
            case FateKind.Landed:
                group.Remove(change);
                instruments.CountLanded(1, change.Actions.Count);
                change.Landed(fate.ETag);
                break;
            case FateKind.Superseded:
                Refuse(group, change, fate.ETag);
                break;
            default:
                break; // it stays in the group and goes again
        }
    }

    private async Task SendSinglyAsync(Group group)
    {
        foreach (var change in group.Changes.ToArray())
        {
            group.Remove(change);
            var single = new Group();
            single.TryAdd(change);
            await TakePlaceAsync().ConfigureAwait(false);
            await SendAsync(single).ConfigureAwait(false);
        }
    }

    private void Refuse(Group group, Change change, string? storedETag)
    {
        instruments.CountConflict();
        var message = $"The stored state of {change.GrainId} is not the one that was read.";
        Fail(group, change, new InconsistentStateException(message, storedETag, change.ExpectedETag));
    }

    private static void Reject(Group group, Change change, SendingFailure failure) =>
        Fail(
            group,
            change,
            change.InDoubt
                ? Unknown(change, failure.Exception)
                : new WriteRefusedException(change.GrainId, failure.Reason)
        );

    private void GiveUp(Group group, Exception cause)
    {
        LogOutcomeUnknown(cause, bucket, group.Changes.Count);
        foreach (var change in group.Changes.ToArray())
        {
            Fail(group, change, Unknown(change, cause));
        }
    }

    private static void Fail(Group group, Change change, Exception exception)
    {
        group.Remove(change);
        change.Failed(exception);
    }

    private static WriteOutcomeUnknownException Unknown(Change change, Exception cause) =>
        new(change.GrainId, SendingFailure.ReasonOf(cause));

    private bool IsTooLate(long since) =>
        stopped.IsCancellationRequested || clock.GetElapsedTime(since) > GroupCommitLimits.SettleLimit;

    private Task BackOffAsync(int sending, SendingFailure? failure)
    {
        var wait = failure?.RetryAfter ?? GroupCommitLimits.FirstBackoff * (1 << Math.Min(sending - 1, 10));
        return Task.Delay(wait < GroupCommitLimits.BackoffMax ? wait : GroupCommitLimits.BackoffMax, clock, stopped);
    }

    [LoggerMessage(1, LogLevel.Warning, "Bucket {Bucket}: could not read what became of a doubtful write")]
    private partial void LogSettlingReadFailed(Exception exception, int bucket);

    [LoggerMessage(3, LogLevel.Error, "Bucket {Bucket}: the storage refuses a write")]
    private partial void LogRefused(Exception exception, int bucket);

    [LoggerMessage(2, LogLevel.Error, "Bucket {Bucket}: the fate of {Changes} writes is unknown")]
    private partial void LogOutcomeUnknown(Exception exception, int bucket, int changes);
}
