using CeActors.AzureStorage.Telemetry;
using Microsoft.Extensions.Logging;

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
    AnswerTimes times,
    TimeProvider answers,
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
            var isAgain = false;
            for (var sending = 1; group.Changes.Count > 0; sending++)
            {
                if (!hasPlace)
                {
                    await TakePlaceAsync();
                    hasPlace = true;
                }

                var failure = await TrySendAsync(group, sending, isAgain);
                places.Release();
                hasPlace = false;
                isAgain = true;
                if (failure is null)
                {
                    return;
                }

                var isProgress = await SettleAsync(group, failure);
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

                await BackOffAsync(sending, failure);
                if (failure.Kind == FailureKind.InDoubt)
                {
                    await SettleInDoubtAsync(group, since);
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

    private async Task<SendingFailure?> TrySendAsync(Group group, int sending, bool again)
    {
        if (group.Changes.Count == 0)
        {
            return null;
        }

        instruments.CountSending(group, again);
        using var span = TransactionSpans.Begin(instruments.Provider, bucket, group, sending);
        var limit = times.LimitOf(sending);
        var since = answers.GetTimestamp();
        try
        {
            var etags = await buckets.WritesOf(bucket).SendAsync(group.Actions(), limit, stopped);
            times.Took(answers.GetElapsedTime(since));
            Land(group, etags);
            TransactionSpans.End(span, failure: null);
            return null;
        }
        catch (Exception exception)
        {
            var failure = SendingFailure.Of(exception, group.Rows);
            instruments.CountFailure(failure.Kind);
            TransactionSpans.End(span, failure.Kind);
            return failure;
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

    private bool IsTooLate(long since) =>
        stopped.IsCancellationRequested || clock.GetElapsedTime(since) > GroupCommitLimits.SettleLimit;

    private Task BackOffAsync(int sending, SendingFailure? failure)
    {
        var wait = failure?.RetryAfter ?? GroupCommitLimits.FirstBackoff * (1 << Math.Min(sending - 1, 10));
        return Task.Delay(wait < GroupCommitLimits.BackoffMax ? wait : GroupCommitLimits.BackoffMax, clock, stopped);
    }
}
