using CeActors.Contracts.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Registry;
using CeActors.Grains.Review.Queues;
using CeActors.Grains.Storage;
using CeActors.Grains.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace CeActors.Grains.Review.Units;

/// <summary>
/// One unit. The commands of the registry come one after the other; everything else interleaves with them and with itself,
/// because it reads committed state only and works on lists that change between awaits alone: nothing that this unit waits
/// for ever holds up a declaration that is announced to it.
/// </summary>
[GrainType("review-unit")]
[MayInterleave(nameof(MayInterleave))]
internal sealed partial class ReviewUnitGrain : Grain, IReviewUnit
{
    private readonly StoredDocument<ReviewUnitDocument> _document;
    private readonly UnitLists _lists;
    private readonly Lineages _lineages;
    private readonly UnitPlaces _places;
    private readonly IStoredRowReader _stateRows;
    private readonly RegistryAuthorityOptions _authority;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ending = new();
    private IGrainTimer? _wake;
    private bool _isWakingOften;
    private long _renewedUpTo = -1;

    public ReviewUnitGrain(
        [PersistentState("unit", StorageNames.Registry)] IPersistentState<ReviewUnitDocument> storage,
        IGrainContext context,
        IGrainFactory grains,
        QueueReader reader,
        ClusterChanges changes,
        UnitPlaces places,
        [FromKeyedServices(StorageNames.State)] IStoredRowReader stateRows,
        IOptions<RegistryAuthorityOptions> authority,
        TimeProvider time,
        HandingRules rules,
        ILogger<UnitLists> logger
    )
    {
        _document = new StoredDocument<ReviewUnitDocument>(storage, context);
        _lists = new UnitLists(context.GrainId.Key.ToString()!, grains, reader, changes, time, rules, logger);
        _lineages = new Lineages(grains, time);
        _places = places;
        _stateRows = stateRows;
        _authority = authority.Value;
        _time = time;
    }

    private string Code => this.GetPrimaryKeyString();

    private Domain.Review.ReviewUnit? Unit => _document.Committed?.State;

    /// <summary>All but what writes.</summary>
    public static bool MayInterleave(IInvokable request) =>
        request.GetMethodName()
            is not (
                nameof(RegisterAsync)
                or nameof(SetMemberAsync)
                or nameof(RemoveMemberAsync)
                or nameof(RenewPlaceAsync)
            );

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _document.Load();
        _lists.Start();
        _wake = this.RegisterGrainTimer(
            WakeAsync,
            new GrainTimerCreationOptions(TimeSpan.Zero, QueueLimits.WakeEveryBusy) { Interleave = true }
        );
        _isWakingOften = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        QueueGauges.Forget(this);
        // Here and now: what the cancelled work has left to do belongs on this activation's scheduler.
        _ending.Cancel();
        return Task.CompletedTask;
    }

    private Task WakeAsync()
    {
        // A unit that is not registered has no list: what is asked of it by chance must not make it read all buckets.
        if (Unit is not null)
        {
            _lists.Wake(_ending.Token);
        }

        WakeAsOftenAsNeeded(Unit is not null && _lists.IsBusy);
        WakeForNextReading();
        TellGauges();
        return Task.CompletedTask;
    }

    private void TellGauges()
    {
        if (Unit is { } unit && QueueGauges.IsWanted)
        {
            var entries = _lists.Waiting.List.Entries;
            var age = entries.OldestHeldSince is { } since ? _time.GetUtcNow() - since : TimeSpan.Zero;
            QueueGauges.Tell(this, unit.Kind, entries.Count, age);
        }
    }

    // Between two looks a reading may come due: it is not to wait for the second.
    private void WakeForNextReading()
    {
        if (!_isWakingOften && _lists.NextReading - _time.GetUtcNow() is { } until && until < QueueLimits.WakeEveryIdle)
        {
            var due = until > QueueLimits.WakeEveryBusy ? until : QueueLimits.WakeEveryBusy;
            _wake?.Change(due, QueueLimits.WakeEveryIdle);
        }
    }

    private void WakeAsOftenAsNeeded(bool isBusy)
    {
        if (isBusy != _isWakingOften)
        {
            var every = isBusy ? QueueLimits.WakeEveryBusy : QueueLimits.WakeEveryIdle;
            _wake?.Change(every, every);
            _isWakingOften = isBusy;
        }
    }
}
