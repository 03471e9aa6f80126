using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CeActors.AzureStorage.GrainState;

/// <summary>What becomes of the changes of a transaction that failed.</summary>
internal sealed partial class GroupSender
{
    // A conflict holds up its group while it is looked into: about a second and a half, then its outcome is unknown.
    private const int ConflictReadsMax = 5;

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
                return await SettleConflictAsync(group, failure);
            case FailureKind.Refused when failure.Index is { } index:
                Reject(group, group.OwnerOf(index).Change, failure);
                return true;
            case FailureKind.Refused when group.Changes.Count > 1:
                await SendSinglyAsync(group);
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
            fate = await ReadFateAsync(change);
        }
        catch (Exception exception)
        {
            // The conflict may be with itself.
            LogSettlingReadFailed(exception, bucket);
            Fail(group, change, Unknown(change, exception));
            return true;
        }

        Apply(group, change, fate);
        if (fate.Kind == FateKind.NotLanded && place > 0 && failure.RowExists)
        {
            // The document decides which index rows there are; one that no document names is replaced.
            change.ReplacesRow(place);
            return true;
        }

        if (fate.Kind == FateKind.Landed && !change.Deletes)
        {
            LandUnread(group); // they were sent together
        }
        else if (fate.Kind == FateKind.Landed)
        {
            group.Changes.ForEach(other => other.InDoubt = true);
            await SettleInDoubtAsync(group, clock.GetTimestamp());
        }

        return fate.Kind != FateKind.NotLanded;
    }

    /// <summary>Reads what became of the changes in doubt, until an answer comes or it is too late.</summary>
    private async Task SettleInDoubtAsync(Group group, long since)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TrySettleInDoubtAsync(group, attempt) is not { } failure)
            {
                return;
            }

            LogSettlingReadFailed(failure, bucket);
            if (attempt >= GroupCommitLimits.SendingsMax || IsTooLate(since))
            {
                GiveUp(group, failure);
                return;
            }

            await BackOffAsync(attempt, null);
        }
    }

    /// <summary>
    /// What a transaction does it does to all its rows, and every change of a group was in each of its sendings: when one
    /// has not landed, none has, and all go again unread. When one has, all have, under etags that nobody needs to know before the
    /// next write (<see cref="UnreadETag"/>): to read them now, a dozen a transaction, made the most of what a failing storage was asked.
    /// </summary>
    /// <returns>Why a reading failed; null when everything needed was read.</returns>
    private async Task<Exception?> TrySettleInDoubtAsync(Group group, int attempt)
    {
        foreach (var change in group.Changes.Where(change => change.InDoubt).ToArray())
        {
            try
            {
                var fate = await reader.ReadFateAsync(bucket, change, times.LimitOf(attempt), stopped);
                Apply(group, change, fate);
                if (fate.Kind == FateKind.NotLanded)
                {
                    return null;
                }

                // Of a deletion it is not known whose it was.
                if (fate.Kind == FateKind.Landed && !change.Deletes)
                {
                    LandUnread(group);
                    return null;
                }
            }
            catch (Exception exception)
            {
                return exception;
            }
        }

        return null;
    }

    private void LandUnread(Group group)
    {
        foreach (var change in group.Changes.ToArray())
        {
            Apply(group, change, Fate.Landed(change.Deletes ? null : UnreadETag.Of(change.WriteId)));
        }
    }

    /// <summary>Asks until an answer comes, within reason.</summary>
    private async Task<Fate> ReadFateAsync(Change change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await reader.ReadFateAsync(bucket, change, times.LimitOf(attempt), stopped);
            }
            catch (Exception exception) when (attempt < ConflictReadsMax && !stopped.IsCancellationRequested)
            {
                LogSettlingReadFailed(exception, bucket);
            }

            await BackOffAsync(attempt, null);
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
            await TakePlaceAsync();
            await SendAsync(single);
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

    [LoggerMessage(1, LogLevel.Warning, "Bucket {Bucket}: could not read what became of a doubtful write")]
    private partial void LogSettlingReadFailed(Exception exception, int bucket);

    [LoggerMessage(3, LogLevel.Error, "Bucket {Bucket}: the storage refuses a write")]
    private partial void LogRefused(Exception exception, int bucket);

    [LoggerMessage(2, LogLevel.Error, "Bucket {Bucket}: the fate of {Changes} writes is unknown")]
    private partial void LogOutcomeUnknown(Exception exception, int bucket, int changes);
}
