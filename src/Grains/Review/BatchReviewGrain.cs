using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Rules;
using CeActors.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace CeActors.Grains.Review;

/// <summary>
/// One batch command. It is accepted in one write and then worked through in chunks, each written when it is done. What a crash
/// makes it forget it does again: every item has a command id of its own, and its declaration answers a repetition with the
/// first outcome. A reminder, registered before the first write, wakes the batch wherever a silo lives.
/// </summary>
[GrainType("batch")]
internal sealed partial class BatchReviewGrain(
    [PersistentState("batch", StorageNames.State)] IPersistentState<BatchReviewDocument> storage,
    IGrainContext context,
    IGrainFactory grains,
    RulesInForce rules,
    TimeProvider time,
    ILogger<BatchReviewGrain> logger
) : Grain, IBatchReview, IRemindable
{
    /// <summary>Items decided at a time.</summary>
    public const int ConcurrentItemsMax = 16;

    /// <summary>Items between two writes of the progress: at most so many are asked twice after a crash.</summary>
    public const int ChunkItems = 64;

    /// <summary>How often the batch is woken until it is finished: the least that reminders allow.</summary>
    public static readonly TimeSpan WakeEvery = TimeSpan.FromMinutes(1);

    /// <summary>How often an item is asked whose outcome stays unknown, before that is its outcome.</summary>
    public const int ItemAttemptsMax = 4;

    /// <summary>The wait after a first attempt that failed; it doubles each time.</summary>
    public static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);

    private const string ReminderName = "go-on";
    private readonly StoredDocument<BatchReviewDocument> _document = new(storage, context);
    private IGrainTimer? _work;

    private string Id => this.GetPrimaryKeyString();

    private BatchReviewDocument? Committed => _document.Committed;

    private bool MayBeWorkedOnElsewhere =>
        Committed is null or { FinishedAt: null } && _work is null && !_document.IsInDoubt;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _document.Load();
        if (Committed is { FinishedAt: null })
        {
            GoOn();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<Outcome<BatchView>> StartAsync(StartBatch command)
    {
        _document.RequireCertainty();
        var identity = CommandIdentity.Of("start-batch", command.Header);
        if (Committed is { } present)
        {
            // The id is made from the unit's and the command's, so the same command alone comes here again.
            return present.PersonId == command.Header.Caller.PersonId && present.Fingerprint == identity.Fingerprint
                ? BatchReviewForms.ToView(present, Id)
                : CommandRefusals.IdReused;
        }

        if (await RefusalOfAsync(command) is { } refusal)
        {
            return refusal;
        }

        await this.RegisterOrUpdateReminder(ReminderName, WakeEvery, WakeEvery);
        var document = new BatchReviewDocument
        {
            UnitCode = command.UnitCode,
            PersonId = command.Header.Caller.PersonId,
            Fingerprint = identity.Fingerprint,
            Passes = command.Passes,
            Reason = command.Reason,
            Items =
            [
                .. command.Items.Select(item => new BatchItemPart
                {
                    DeclarationId = item.DeclarationId,
                    Version = item.Version,
                }),
            ],
            StartedAt = rules.Now.ToUnixTimeMilliseconds(),
        };
        await _document.WriteAsync(document);
        GoOn();
        return BatchReviewForms.ToView(document, Id);
    }

    /// <inheritdoc />
    public async Task<Outcome<BatchView>> GetAsync(Caller caller)
    {
        if (MayBeWorkedOnElsewhere)
        {
            // While two silos disagree on who is alive, another activation may have accepted the batch.
            await _document.RefreshAsync();
        }

        if (Committed is not { } present)
        {
            return NotFoundHere;
        }

        var member = await grains.GetGrain<IReviewUnit>(present.UnitCode).AuthorizeAsync(caller, ReadingRoles);
        return member.IsAccepted ? BatchReviewForms.ToView(present, Id) : NotFoundHere;
    }

    /// <inheritdoc />
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (Committed is { FinishedAt: null })
        {
            GoOn();
            return;
        }

        // Finished, or never accepted: the reminder outlived what it was for.
        if (await this.GetReminder(ReminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}
