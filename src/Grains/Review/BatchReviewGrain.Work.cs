using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Grains.Telemetry;
using Microsoft.Extensions.Logging;

namespace CeActors.Grains.Review;

/// <summary>The work itself, in the background.</summary>
internal sealed partial class BatchReviewGrain
{
    private void GoOn() =>
        _work ??= this.RegisterGrainTimer(
            WorkAsync,
            new GrainTimerCreationOptions(TimeSpan.Zero, Timeout.InfiniteTimeSpan)
            {
                KeepAlive = true,
                Interleave = true,
            }
        );

    /// <summary>Works through what is left. Interleaves, so that progress can be read; only it writes once the batch is accepted.</summary>
    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (Committed is { FinishedAt: null } present && !cancellationToken.IsCancellationRequested)
            {
                await _document.WriteAsync(await WithNextChunkAsync(present));
                BatchTelemetry.Count(Committed!);
            }
        }
        catch (Exception exception)
        {
            // What was decided is remembered by the declarations; the reminder brings the batch back to it.
            LogInterrupted(exception, Id);
        }
        finally
        {
            _work?.Dispose();
            _work = null;
        }

        if (Committed is { FinishedAt: not null })
        {
            await ReceiveReminder(ReminderName, default);
        }
    }

    private async Task<BatchReviewDocument> WithNextChunkAsync(BatchReviewDocument present)
    {
        var done = present.Outcomes ?? [];
        var chunk = new BatchOutcomePart[Math.Min(ChunkItems, present.Items.Length - done.Length)];
        using var atATime = new SemaphoreSlim(ConcurrentItemsMax);
        await Task.WhenAll(
            Enumerable
                .Range(0, chunk.Length)
                .Select(async offset =>
                {
                    await atATime.WaitAsync();
                    try
                    {
                        chunk[offset] = await DecideUntilKnownAsync(present, done.Length + offset);
                    }
                    finally
                    {
                        atATime.Release();
                    }
                })
        );
        var outcomes = (BatchOutcomePart[])[.. done, .. chunk];
        return present with
        {
            Outcomes = outcomes,
            FinishedAt = outcomes.Length == present.Items.Length ? rules.Now.ToUnixTimeMilliseconds() : null,
        };
    }

    /// <summary>One declaration that cannot be reached must not keep the others' batch from ending.</summary>
    private async Task<BatchOutcomePart> DecideUntilKnownAsync(BatchReviewDocument batch, int index)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return BatchReviewForms.ToPart(await DecideAsync(batch, index));
            }
            catch (Exception exception) when (attempt >= ItemAttemptsMax)
            {
                LogGivenUp(exception, Id, index);
                return BatchReviewForms.ToPart(OutcomeUnknown);
            }
            catch (Exception exception)
            {
                LogFailed(exception, Id, index, attempt);
            }

            await Task.Delay(FirstBackoff * (1 << (attempt - 1)), time);
        }
    }

    private Task<Outcome<DeclarationReceipt>> DecideAsync(BatchReviewDocument batch, int index)
    {
        var item = batch.Items[index];
        var header = new CommandHeader(
            new Caller(batch.PersonId),
            ItemCommandId(Id, index),
            batch.Fingerprint,
            ExpectedVersion: item.Version
        );
        var declaration = grains.GetGrain<IDeclaration>(item.DeclarationId);
        return batch.Passes
            ? declaration.PassAsync(new PassDeclaration(header, batch.UnitCode, null, batch.Reason))
            : declaration.ReturnAsync(new ReturnDeclaration(header, batch.UnitCode, batch.Reason!, []));
    }

    [LoggerMessage(
        EventId = 2102,
        Level = LogLevel.Warning,
        Message = "Item {Index} of batch {BatchId} failed at attempt {Attempt}"
    )]
    private partial void LogFailed(Exception exception, string batchId, int index, int attempt);

    [LoggerMessage(
        EventId = 2103,
        Level = LogLevel.Error,
        Message = "The outcome of item {Index} of batch {BatchId} could not be learned"
    )]
    private partial void LogGivenUp(Exception exception, string batchId, int index);

    [LoggerMessage(
        EventId = 2101,
        Level = LogLevel.Warning,
        Message = "Batch {BatchId} was interrupted; its reminder resumes it"
    )]
    private partial void LogInterrupted(Exception exception, string batchId);
}
