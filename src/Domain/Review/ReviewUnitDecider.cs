namespace CeActors.Domain.Review;

/// <summary>Decides what concerns one unit: its entry in the registry, its members, and what goes from it and comes to it.</summary>
public static class ReviewUnitDecider
{
    /// <param name="state">The unit; null when it is not registered.</param>
    /// <param name="command">What is wished.</param>
    /// <param name="context">What is known.</param>
    /// <returns>Accepted without events when everything is already as wished.</returns>
    public static Decision<UnitEvent> Decide(ReviewUnit? state, UnitCommand command, UnitContext context) =>
        command switch
        {
            UnitCommand.Register register => RegistrationDecisions.Register(state, register, context),
            UnitCommand.SetMember set => MemberDecisions.Set(state, set, context),
            UnitCommand.RemoveMember remove => MemberDecisions.Remove(state, remove, context),
            _ => throw new InvalidOperationException($"{command.GetType().Name} is not known."),
        };

    /// <summary>The source's word before a movement: the actor may, and the next unit is one that may be chosen.</summary>
    /// <param name="unit">The unit that it goes from.</param>
    /// <param name="departure">What is wished.</param>
    /// <param name="routeFrom">
    /// Lineage of the unit whose choice it is: this unit's own for a pass, the unit's that chose before for a re-route; null where there is
    /// no next unit.
    /// </param>
    public static Answer<UnitTicket> Depart(ReviewUnit? unit, Departure departure, UnitLineage? routeFrom)
    {
        if (unit is null)
            return ReviewRefusals.UnitNotFound;
        if (departure.Kind == DepartureKind.Withdrawal)
            return new UnitTicket(unit.Reference, unit.Kind);
        var member = ReviewAuthorization.Authorize(unit, departure);
        if (!member.IsAccepted)
            return member.Refusal;
        var isForAgency = departure.Kind is DepartureKind.Recognition or DepartureKind.Revocation;
        if (isForAgency && unit.Kind != UnitKind.Agency)
            return ReviewRefusals.AgencyOnly;
        if (departure.NextUnit is { } next)
        {
            if (departure.Kind == DepartureKind.Pass && unit.Kind == UnitKind.Agency)
                return ReviewRefusals.NextUnitNotAllowed;
            var lineage =
                routeFrom
                ?? throw new InvalidOperationException("A movement to a unit needs the choosing unit's lineage.");
            if (Routing.Check(lineage, next) is { } refusal)
                return refusal;
        }

        return new UnitTicket(unit.Reference, unit.Kind, member.Value.Name);
    }

    /// <summary>The target's word before a movement: it exists, is open and has room.</summary>
    /// <param name="unit">The unit; null when it is not registered.</param>
    /// <param name="waitingCount">How many wait there now.</param>
    public static Answer<UnitTicket> Arrive(ReviewUnit? unit, int waitingCount)
    {
        if (unit is null)
            return ReviewRefusals.UnitNotRegistered;
        if (!unit.IsActive)
            return ReviewRefusals.UnitClosed(unit.Reference);
        return waitingCount >= ReviewLimits.WaitingMax
            ? ReviewRefusals.QueueFull
            : new UnitTicket(unit.Reference, unit.Kind);
    }
}
