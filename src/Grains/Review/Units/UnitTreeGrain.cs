using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Registry;
using CeActors.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Refusal = CeActors.Domain.Refusal;
using UnitPlace = CeActors.Domain.Review.UnitPlace;

namespace CeActors.Grains.Review.Units;

/// <summary>
/// The writer of the tree. A place is reserved in memory without an await between the look and the entry, and granted once it is
/// stored; what is reserved while a write is under way goes along with the next one. A second activation reads what was reserved, and the
/// first of the two to write ends the other.
/// </summary>
[GrainType("unit-tree"), Reentrant]
internal sealed class UnitTreeGrain(
    [PersistentState("tree", StorageNames.Registry)] IPersistentState<UnitTreeDocument> storage,
    IGrainContext context,
    [FromKeyedServices(StorageNames.Registry)] IStoredRowReader rows,
    TimeProvider time
) : Grain, IUnitTree
{
    /// <summary>How old the reading of the rows may be that a refusal rests on; ten times as long as a reading takes, if that is longer.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);

    /// <summary>After how long a unit that reserved a place, and has not said what came of it, is asked to renew its entry.</summary>
    public static readonly TimeSpan OverdueAfter = TimeSpan.FromSeconds(10);

    /// <summary>How long an entry that was reserved may still come into being: longer than any write can be under way.</summary>
    public static readonly TimeSpan RegisteringLimit = TimeSpan.FromMinutes(2);

    private const int FreshForReadings = 10;
    private readonly StoredDocument<UnitTreeDocument> _document = new(storage, context);
    private readonly UnitTree _tree = new();
    private readonly CancellationTokenSource _ending = new();
    private long _lastNumber;
    private DateTimeOffset? _freshUntil;
    private Task? _reading;
    private Task _writing = Task.CompletedTask;
    private Task? _nextWriting;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _document.Load();
        _lastNumber = _document.Committed?.LastNumber ?? 0;
        foreach (var reserved in _document.Committed?.Reserved ?? [])
        {
            _tree.Reserve(reserved.ToDomain());
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        await _ending.CancelAsync();

    /// <inheritdoc />
    public async Task<Outcome<Done>> ReserveAsync(PlaceWish wish)
    {
        var code = UnitCode.Parse(wish.UnitCode);
        var wished = wish.Wished.ToDomain();
        if (_freshUntil is null)
        {
            await ReadAsync();
        }

        _document.RequireCertainty();
        if (wish.Present is { } present)
        {
            _tree.Learn(code, wish.Version, present.ToDomain());
        }

        var refusal = TryReserve(code, wish.Version, wished);
        if (refusal is not null && MayHaveMissedSomethingOf(wished))
        {
            await ReadAnewAsync();
            _document.RequireCertainty();
            refusal = TryReserve(code, wish.Version, wished);
        }

        if (refusal is not null)
        {
            RenewOverdue();
            return refusal.ToContract();
        }

        await StoreAsync();
        return Done.Instance;
    }

    /// <inheritdoc />
    public Task SettleAsync(PlaceStatement statement)
    {
        var place = statement.Place.ToDomain();
        _tree.Renew(UnitCode.Parse(statement.UnitCode), statement.Version, place, statement.RenewedUpTo);
        return Task.CompletedTask;
    }

    // A unit's statement may have come late or never, and a second activation may have written: nobody is refused for that.
    private bool MayHaveMissedSomethingOf(UnitPlace wished)
    {
        var now = time.GetUtcNow();
        return now >= _freshUntil
            || _tree.Reserved.Any(reserved =>
                reserved.At < now - UnitPlaces.SettleWaitMax
                || reserved.Code == wished.ParentCode
                || reserved.Code == wished.AgencyCode
            );
    }

    private Refusal? TryReserve(UnitCode code, long version, UnitPlace wished)
    {
        if (_tree.Check(code, wished) is { } refusal)
        {
            return refusal;
        }

        if (_tree.Reserved.Count >= ReviewLimits.ReservedPlacesMax)
        {
            return ReviewRefusals.ReservedPlacesMax;
        }

        _tree.Reserve(new ReservedPlace(++_lastNumber, code, version, wished, time.GetUtcNow()));
        return null;
    }

    /// <summary>Completes when a write has landed that began after this call. Nobody else's failure is this one's.</summary>
    private Task StoreAsync()
    {
        if (_nextWriting is null)
        {
            _nextWriting = _writing = StoreAfterAsync(_writing);
        }

        return _nextWriting;
    }

    private async Task StoreAfterAsync(Task before)
    {
        // Also for those whose calls have come already and have not been looked at.
        await Task.Yield();
        await before.ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext
        );
        _nextWriting = null;
        await _document.WriteAsync(UnitTreeDocument.Of(_lastNumber, _tree.Reserved));
    }

    private Task ReadAsync() => _reading ??= ReadRowsAsync();

    /// <summary>Reads from the beginning: what is being read already may have passed what this caller knows to be there.</summary>
    private async Task ReadAnewAsync()
    {
        if (_reading is { } underWay)
        {
            await underWay;
        }

        await ReadAsync();
    }

    private async Task ReadRowsAsync()
    {
        await Task.Yield();
        try
        {
            var began = time.GetUtcNow();
            var since = TimeProvider.System.GetTimestamp();
            await foreach (var row in rows.ReadAsync(UnitRows.Prefix, _ending.Token))
            {
                var unit = UnitRows.Read(row);
                _tree.Learn(
                    UnitCode.Parse(unit.Code),
                    unit.Version,
                    UnitMapping.PlaceOf(unit.Kind, unit.ParentCode, unit.AgencyCode)
                );
            }

            _tree.DropUnregistered(began - RegisteringLimit);
            var took = TimeProvider.System.GetElapsedTime(since) * FreshForReadings;
            _freshUntil = time.GetUtcNow() + (took > FreshFor ? took : FreshFor);
        }
        finally
        {
            _reading = null;
        }
    }

    // Only what is stored counts: a number that is not may be given again.
    private void RenewOverdue()
    {
        var upTo = _document.Committed?.LastNumber ?? 0;
        var overdue = time.GetUtcNow() - OverdueAfter;
        var units = _tree.Reserved.Where(reserved => reserved.Number <= upTo && reserved.At <= overdue);
        foreach (var code in units.Select(reserved => reserved.Code.Value).Distinct())
        {
            GrainFactory.GetGrain<IReviewUnit>(code).RenewPlaceAsync(upTo).Ignore();
        }
    }
}
