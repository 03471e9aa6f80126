using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Declarations;

/// <summary>What units do: pass, return, re-route, revoke. Membership and routes are the units' own decisions; here are holder, status and reason.</summary>
internal static class ReviewDecisions
{
    public static Refusal? Precheck(
        Declaration state,
        DeclarationCommand command,
        UnitCode unit,
        DeclarationContext context
    )
    {
        if (state.Status == DeclarationStatus.Deleted)
            return DeclarationRefusals.NotFoundHere;
        if (context.Actor == state.PersonId)
            return DeclarationRefusals.OwnDeclaration;
        if (!IsKnownTo(state, unit))
            return DeclarationRefusals.NotFoundHere;
        if (DeclarationDecider.IsStale(state, command))
            return DeclarationRefusals.Located(DeclarationRefusals.Stale, state, unit);
        var refusal = command is DeclarationCommand.Revoke ? RefuseRevocation(state, unit) : RefuseReview(state, unit);
        return refusal is null
            ? PrecheckContent(state, command, context)
            : DeclarationRefusals.Located(refusal, state, unit);
    }

    public static Decision<DeclarationEvent> Pass(
        Declaration state,
        DeclarationCommand.Pass pass,
        DeclarationContext context
    )
    {
        var source = SourceOf(state, context, pass.Unit);
        if (!source.IsAccepted)
            return source.Refusal;
        if (pass.NextUnit is null)
            return new DeclarationEvent.Recognised(
                Entry(
                    state,
                    context,
                    source.Value,
                    DeclarationActions.Recognised,
                    DeclarationStatus.Recognised,
                    pass.Opinion
                )
            );
        var target = TargetOf(context, pass.NextUnit);
        return new DeclarationEvent.Passed(
            Entry(state, context, source.Value, DeclarationActions.Passed, StatusAt(target), pass.Opinion) with
            {
                NextUnit = target.Unit,
            }
        );
    }

    public static Decision<DeclarationEvent> Return(
        Declaration state,
        DeclarationCommand.Return back,
        DeclarationContext context
    )
    {
        var source = SourceOf(state, context, back.Unit);
        if (!source.IsAccepted)
            return source.Refusal;
        return new DeclarationEvent.Returned(
            Entry(
                state,
                context,
                source.Value,
                DeclarationActions.Returned,
                DeclarationStatus.Returned,
                back.Reason
            ) with
            {
                ItemIds = back.ItemIds,
            }
        );
    }

    public static Decision<DeclarationEvent> Reroute(
        Declaration state,
        DeclarationCommand.Reroute reroute,
        DeclarationContext context
    )
    {
        var source = SourceOf(state, context, reroute.Unit);
        if (!source.IsAccepted)
            return source.Refusal;
        var target = TargetOf(context, reroute.NextUnit);
        return new DeclarationEvent.Rerouted(
            Entry(state, context, source.Value, DeclarationActions.Rerouted, StatusAt(target), reroute.Reason) with
            {
                NextUnit = target.Unit,
            }
        );
    }

    public static Decision<DeclarationEvent> Revoke(
        Declaration state,
        DeclarationCommand.Revoke revoke,
        DeclarationContext context
    )
    {
        var source = SourceOf(state, context, revoke.Unit);
        if (!source.IsAccepted)
            return source.Refusal;
        return new DeclarationEvent.Revoked(
            Entry(state, context, source.Value, DeclarationActions.Revoked, DeclarationStatus.Revoked, revoke.Reason)
        );
    }

    /// <summary>Holds it, has decided on it, or has at least had it waiting: it may learn what became of it.</summary>
    private static bool IsKnownTo(Declaration state, UnitCode unit) =>
        state.HasPassedThrough(unit) || state.History.Any(entry => entry.NextUnit?.Code == unit);

    private static Refusal? RefuseReview(Declaration state, UnitCode unit) =>
        state.Status switch
        {
            _ when state.Status.IsPending => state.Holder?.Code == unit ? null : DeclarationRefusals.DecidedAlready,
            DeclarationStatus.Returned => DeclarationRefusals.AlreadyReturned,
            DeclarationStatus.Withdrawn => DeclarationRefusals.WithdrawnByDeclarant,
            DeclarationStatus.Recognised => DeclarationRefusals.AlreadyRecognised,
            DeclarationStatus.Revoked => DeclarationRefusals.AlreadyRevoked,
            _ => DeclarationRefusals.NotFoundHere,
        };

    private static Refusal? RefuseRevocation(Declaration state, UnitCode unit) =>
        state.Status switch
        {
            DeclarationStatus.Recognised => state.Agency?.Code == unit ? null : DeclarationRefusals.NotRecognisedHere,
            DeclarationStatus.Revoked => DeclarationRefusals.AlreadyRevoked,
            _ => DeclarationRefusals.NotRecognised,
        };

    private static Refusal? PrecheckContent(
        Declaration state,
        DeclarationCommand command,
        DeclarationContext context
    ) =>
        command switch
        {
            DeclarationCommand.Pass pass => CheckText("/opinion", pass.Opinion) ?? CheckPass(state, pass),
            DeclarationCommand.Return back => CheckReturn(state, back, context),
            DeclarationCommand.Reroute reroute => CheckReason(reroute.Reason) ?? CheckReroute(state, reroute),
            DeclarationCommand.Revoke revoke => CheckReason(revoke.Reason),
            _ => throw new InvalidOperationException($"{command.GetType().Name} is no review."),
        };

    private static Refusal? CheckPass(Declaration state, DeclarationCommand.Pass pass)
    {
        if (state.Status == DeclarationStatus.PendingAgency)
            return pass.NextUnit is null ? null : DeclarationRefusals.NextUnitAtAgency;
        if (pass.NextUnit is null)
            return DeclarationRefusals.NextUnitMissing;
        return CheckNext(state, pass.NextUnit);
    }

    private static Refusal? CheckReroute(Declaration state, DeclarationCommand.Reroute reroute) =>
        state.RoutedBy is null
            ? DeclarationRefusals.Located(DeclarationRefusals.RerouteAtEmployer, state)
            : CheckNext(state, reroute.NextUnit);

    private static Refusal? CheckNext(Declaration state, UnitCode next)
    {
        if (next == state.Holder?.Code)
            return DeclarationRefusals.NextUnitIsHolder;
        return state.History.Length >= DeclarationLimits.HistoryRouteMax ? DeclarationRefusals.RouteFull : null;
    }

    private static Refusal? CheckReturn(Declaration state, DeclarationCommand.Return back, DeclarationContext context)
    {
        var isOptional = state.Status == DeclarationStatus.PendingAgency && !context.Rules.ReasonRequiredAtAgency.Value;
        if ((isOptional ? CheckText("/reason", back.Reason) : CheckReason(back.Reason)) is { } wrong)
            return wrong;
        if (back.ItemIds.Length > DeclarationLimits.ReturnItemsMax)
            return Refusal.Of(DraftProblems.ReturnItemsMax("/itemIds"));
        for (var i = 0; i < back.ItemIds.Length; i++)
        {
            if (state.IndexOfItem(back.ItemIds[i]) < 0)
                return Refusal.Of(DraftProblems.ReturnItemUnknown($"/itemIds/{i}"));
        }

        return null;
    }

    private static Refusal? CheckReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Refusal.Of(DraftProblems.ReasonMissing("/reason"));
        return CheckText("/reason", reason);
    }

    private static Refusal? CheckText(string path, string? text) =>
        TextRules.Check(path, text, DeclarationLimits.TextLengthMax) is { } problem ? Refusal.Of(problem) : null;

    private static DeclarationStatus StatusAt(UnitTicket target) =>
        target.Kind == UnitKind.Agency ? DeclarationStatus.PendingAgency : DeclarationStatus.PendingSuperior;

    private static HistoryEntry Entry(
        Declaration state,
        DeclarationContext context,
        UnitTicket source,
        string action,
        DeclarationStatus after,
        string? words
    ) =>
        new(
            state.Version + 1,
            action,
            context.Now,
            context.Actor,
            source.ActorName ?? throw new InvalidOperationException("A review needs the reviewer's registered name."),
            source.Unit,
            null,
            string.IsNullOrWhiteSpace(words) ? null : words,
            [],
            // What is judged was counted by the rules of its submission; a review does not move it to others.
            state.RuleSetVersion,
            after
        );

    private static Answer<UnitTicket> SourceOf(Declaration state, DeclarationContext context, UnitCode unit)
    {
        var source = context.Source;
        if (source is null || source.Unit.Code != unit)
            throw new InvalidOperationException($"A review needs the ticket of {unit}.");
        // After the unit has let the actor in: whose account is whose is nobody else's business.
        if (context.NaturalPerson == state.PersonId || IsSameNumber(state, context))
            return DeclarationRefusals.OwnDeclaration;
        var mustBeAgency = state.Status is DeclarationStatus.PendingAgency or DeclarationStatus.Recognised;
        return mustBeAgency == (source.Kind == UnitKind.Agency)
            ? source
            : DeclarationRefusals.Located(DeclarationRefusals.UnitKindChanged, state);
    }

    /// <summary>
    /// A number may have been corrected and registered under another account, before or after the submission: a human is known by every
    /// number that they ever had.
    /// </summary>
    private static bool IsSameNumber(Declaration state, DeclarationContext context)
    {
        var declarant = state.Profile;
        foreach (var digest in context.ResidentIdDigests)
        {
            if (digest == declarant.ResidentIdDigest || declarant.FormerResidentIdDigests.Contains(digest))
                return true;
        }

        return false;
    }

    private static UnitTicket TargetOf(DeclarationContext context, UnitCode next) =>
        context.Target is { } target && target.Unit.Code == next
            ? target
            : throw new InvalidOperationException($"The movement needs the ticket of {next}.");
}
