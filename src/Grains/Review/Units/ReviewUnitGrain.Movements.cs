using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;
using DepartureKind = CeActors.Contracts.Declarations.DepartureKind;
using UnitLineage = CeActors.Contracts.Review.UnitLineage;

namespace CeActors.Grains.Review.Units;

/// <summary>What declarations say before and after they move, and what units ask each other.</summary>
internal sealed partial class ReviewUnitGrain
{
    /// <inheritdoc />
    public async Task<Outcome<DepartureTicket>> AnnounceDepartureAsync(DepartureNotice notice)
    {
        _document.RequireCertainty();
        if (
            PersonId.TryParse(notice.Caller.PersonId) is not { } actor
            || PersonId.TryParse(notice.DeclarantPersonId) is not { } declarant
        )
        {
            return ReviewRefusals.NotAMember.ToContract();
        }

        Domain.Review.UnitLineage? routeFrom = null;
        var next = UnitCode.TryParse(notice.NextUnitCode);
        if (notice.NextUnitCode is not null)
        {
            // Who has no right here is told so without other units being asked.
            var early = ReviewAuthorization.Authorize(Unit, Departing(notice.Kind, actor, declarant, null));
            if (early.Refusal is { } unauthorized)
            {
                return unauthorized.ToContract();
            }

            routeFrom = await RouteOfAsync(notice);
            if (routeFrom is null || next is null)
            {
                return ReviewRefusals.UnitNotRegistered.ToContract();
            }

            _document.RequireCertainty();
        }

        // The member may have been removed while others were asked: what counts is the unit as it is now.
        var answer = ReviewUnitDecider.Depart(Unit, Departing(notice.Kind, actor, declarant, next), routeFrom);
        if (answer.Refusal is { } refused)
        {
            return refused.ToContract();
        }

        // A revocation leaves no queue, but it changes what was decided here: its outcome must not be missed either.
        if (_lists.Waiting.IsPendingFull || _lists.Decisions.IsFull)
        {
            return ReviewRefusals.QueueFull.ToContract();
        }

        if (notice.Kind != DepartureKind.Withdrawal)
        {
            _lists.Decisions.Begin(notice.DeclarationId, notice.Version, notice.Caller.PersonId);
        }

        _lists.AnnounceDeparture(notice.DeclarationId, notice.Version, next?.Value);
        WakeAsOftenAsNeeded(_lists.IsBusy);
        return answer.Value!.ToDepartureTicket();
    }

    /// <inheritdoc />
    public Task<Outcome<ArrivalTicket>> AnnounceArrivalAsync(ArrivalNotice notice)
    {
        _document.RequireCertainty();
        var answer = ReviewUnitDecider.Arrive(Unit, _lists.Waiting.CountWithArrivals);
        if (answer.Refusal is { } refused)
        {
            return Task.FromResult<Outcome<ArrivalTicket>>(refused.ToContract());
        }

        if (_lists.Waiting.IsPendingFull)
        {
            return Task.FromResult<Outcome<ArrivalTicket>>(ReviewRefusals.QueueFull.ToContract());
        }

        _lists.AnnounceArrival(notice.DeclarationId, notice.Version);
        WakeAsOftenAsNeeded(_lists.IsBusy);
        return Task.FromResult<Outcome<ArrivalTicket>>(answer.Value!.ToArrivalTicket());
    }

    /// <inheritdoc />
    public Task SettleAsync(DeclarationLocation committed, QueueEntry? decidedHere)
    {
        _lists.Waiting.Settle(committed, _time.GetUtcNow());
        _lists.Decisions.Settle(committed.DeclarationId, committed.Version);
        if (committed.Version < _lists.Waiting.List.KnownVersionOf(committed.DeclarationId))
        {
            // An old word that comes late must not bring back a line that has gone.
            return Task.CompletedTask;
        }

        if (decidedHere is { Status: DeclarationStatus.Deleted })
        {
            _lists.Done?.Drop(decidedHere.DeclarationId, decidedHere.Version, _time.GetUtcNow());
        }
        else if (decidedHere is not null)
        {
            _lists.Done?.Put(decidedHere);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<UnitLineage?> GetLineageAsync() =>
        Unit is { } unit ? (await _lineages.OfSelfAsync(unit)).ToWire(unit.IsPublicInstitution) : null;

    private static Departure Departing(DepartureKind kind, PersonId actor, PersonId declarant, UnitCode? next) =>
        new((Domain.Review.DepartureKind)kind, actor, declarant, next);

    /// <summary>Where the unit stands whose choice it is; null when there is none such.</summary>
    private async Task<Domain.Review.UnitLineage?> RouteOfAsync(DepartureNotice notice) =>
        notice is { Kind: DepartureKind.Reroute, RouteFromUnitCode: { } other } && other != Code
            ? await _lineages.OfOtherAsync(other)
        : Unit is { } unit ? await _lineages.OfSelfAsync(unit)
        : null;
}
