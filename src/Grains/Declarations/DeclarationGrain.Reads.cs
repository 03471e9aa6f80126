using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Grains.Commands;
using DeclarationStanding = CeActors.Contracts.Declarations.DeclarationStanding;
using DeclarationStatus = CeActors.Domain.Declarations.DeclarationStatus;
using Refusal = CeActors.Contracts.Refusal;
using RefusalKind = CeActors.Contracts.RefusalKind;

namespace CeActors.Grains.Declarations;

/// <summary>What others learn: people and units by the rules of who may, units and persons' grains of committed state alone.</summary>
internal sealed partial class DeclarationGrain
{
    private const UnitRoles AnyReviewingRole =
        UnitRoles.Administrator | UnitRoles.Reviewer | UnitRoles.Clerk | UnitRoles.Auditor;

    /// <inheritdoc />
    public async Task<Outcome<DeclarationView>> GetAsync(Caller caller)
    {
        _document.RequireCertainty();
        if (Committed?.State is not { } state || !IsDeclarant(caller) || state.Status == DeclarationStatus.Deleted)
        {
            return DeclarationRefusals.NotFoundHere.ToContract();
        }

        return DeclarationViews.ToView(state, rules.Current, await ProblemsNowAsync(caller));
    }

    /// <inheritdoc />
    public async Task<Outcome<DeclarationView>> GetForUnitAsync(Caller caller, string unitCode)
    {
        _document.RequireCertainty();
        if (
            Committed is not { } document
            || document.State.Status == DeclarationStatus.Deleted
            || UnitCode.TryParse(unitCode) is not { } unit
            || !document.State.HasPassedThrough(unit)
            || !await IsMemberAsync(unitCode, caller)
        )
        {
            return DeclarationRefusals.NotFoundHere.ToContract();
        }

        return DeclarationViews.ToViewOfUnit(document, unit, rules.Current);
    }

    /// <inheritdoc />
    public Task<DeclarationLocation> WhereAreYouAsync() => Task.FromResult(Location());

    /// <inheritdoc />
    public Task<DeclarationStanding?> GetStandingAsync() =>
        Task.FromResult(Committed is { } document ? DeclarationViews.ToStanding(document.State, rules.Current) : null);

    private DeclarationLocation Location() =>
        Committed is { } document
            ? new DeclarationLocation(
                Id,
                document.State.Version,
                document.State.Holder?.Code.Value,
                QueueLines.Waiting(document)
            )
            : new DeclarationLocation(Id, 0, null, null);

    /// <summary>
    /// An early refusal tells something about a declaration, so for a review it is for members of the acting unit alone; to them it
    /// also says who has decided meanwhile, as far as that is the unit's business.
    /// </summary>
    private async Task<Refusal> ToldToMembersAloneAsync(
        Domain.Refusal refusal,
        DeclarationCommand command,
        Caller caller
    )
    {
        if (command.ActingUnit is { } unit && !await IsMemberAsync(unit.Value, caller))
        {
            return DeclarationRefusals.NotFoundHere.ToContract();
        }

        var wire = refusal.ToContract();
        var last = command.ActingUnit is { } acting
            ? Committed?.State.LastConcerning(acting)
            : Committed?.State.History.LastOrDefault();
        return wire.Kind is RefusalKind.Stale or RefusalKind.Conflict && last is not null
            ? wire with
            {
                Facts = (wire.Facts ?? System.Collections.Immutable.ImmutableDictionary<string, string>.Empty)
                    .SetItem("decidedByName", last.ActorName)
                    .SetItem(
                        "decidedAt",
                        last.At.ToUniversalTime()
                            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture)
                    ),
            }
            : wire;
    }

    /// <summary>Who is no member of the acting unit must not learn by its refusal that the declaration is there.</summary>
    private static Refusal ToldToWhomItConcerns(Refusal refusal) =>
        refusal.Code == Domain.Review.ReviewRefusals.NotAMember.Code
            ? DeclarationRefusals.NotFoundHere.ToContract()
            : refusal;

    private async Task<bool> IsMemberAsync(string unitCode, Caller caller) =>
        (await GrainFactory.GetGrain<IReviewUnit>(unitCode).AuthorizeAsync(caller, AnyReviewingRole)).IsAccepted;

    private Task TellOutcomeAsync(Announcement announced) =>
        units.TellAsync(
            Location(),
            Committed!.State.Status != DeclarationStatus.Deleted ? [.. UnitsOf(announced, withDecision: true)]
                : handing.TellsOfDeletion ? [.. QueueLines.Deleted(Committed)]
                : []
        );

    private Task TellNothingHappenedAsync(Announcement announced) =>
        units.TellAsync(
            Location() with
            {
                AbandonedVersion = (Committed?.State.Version ?? 0) + 1,
            },
            [.. UnitsOf(announced, withDecision: false)]
        );

    private IEnumerable<(string Unit, QueueEntry? Decided)> UnitsOf(Announcement announced, bool withDecision)
    {
        if (announced.Departure?.Unit.Code is { } source)
        {
            yield return (source, withDecision ? QueueLines.Decided(Committed!, source) : null);
        }

        if (announced.Arrival?.Unit.Code is { } target)
        {
            yield return (target, withDecision ? QueueLines.Decided(Committed!, target) : null);
        }
    }
}
