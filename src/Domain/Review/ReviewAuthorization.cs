using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>Who may do what in a unit. Roles come from the registry alone.</summary>
public static class ReviewAuthorization
{
    /// <summary>Roles of which one is needed to see the unit's lists and the declarations in them.</summary>
    public static UnitRoles ReadingRoles(UnitKind kind) =>
        kind == UnitKind.Agency
            ? UnitRoles.Administrator | UnitRoles.Clerk | UnitRoles.Auditor
            : UnitRoles.Administrator | UnitRoles.Reviewer;

    /// <summary>Roles of which one is needed for this decision; none for a withdrawal, which is the declarant's.</summary>
    public static UnitRoles RolesFor(DepartureKind departure, UnitKind kind) =>
        departure switch
        {
            DepartureKind.Withdrawal => UnitRoles.None,
            DepartureKind.Revocation => UnitRoles.Auditor,
            _ when kind == UnitKind.Agency => UnitRoles.Administrator | UnitRoles.Clerk,
            _ => UnitRoles.Administrator | UnitRoles.Reviewer,
        };

    /// <summary>Roles that members of such a unit can have.</summary>
    public static UnitRoles RolesOf(UnitKind kind) => ReadingRoles(kind);

    /// <summary>The member, when it has at least one of the roles; with <see cref="UnitRoles.None"/>, when it is a member at all.</summary>
    public static Answer<UnitMember> Authorize(ReviewUnit? unit, PersonId actor, UnitRoles anyOf)
    {
        if (unit is null)
            return ReviewRefusals.UnitNotFound;
        if (unit.Member(actor) is not { } member)
            return ReviewRefusals.NotAMember;
        return anyOf == UnitRoles.None || (member.Roles & anyOf) != UnitRoles.None
            ? member
            : ReviewRefusals.RoleMissing;
    }

    /// <summary>Whether this actor may make this decision on this person's declaration; nobody on their own, under whichever account.</summary>
    public static Answer<UnitMember> Authorize(ReviewUnit? unit, Departure departure)
    {
        var answer = Authorize(unit, departure.Actor, RolesFor(departure.Kind, unit?.Kind ?? UnitKind.Employer));
        if (!answer.IsAccepted)
            return answer;
        return unit!.AreOneHuman(departure.Actor, departure.Declarant)
            ? Declarations.DeclarationRefusals.OwnDeclaration
            : answer;
    }
}
