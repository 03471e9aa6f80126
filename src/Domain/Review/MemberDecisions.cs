using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>Members of a unit, by administrators of the registry and by the unit's own.</summary>
internal static class MemberDecisions
{
    public static Decision<UnitEvent> Set(ReviewUnit? state, UnitCommand.SetMember command, UnitContext context)
    {
        if (Check(state, command, context) is { } refusal)
            return refusal;
        if (CheckForm(command, state!.Kind) is { } problem)
            return Refusal.Of(problem);
        var person = PersonId.Parse(command.PersonId);
        var named = PersonId.TryParse(command.NaturalPersonId);
        var present = state.Member(person);
        // Who names nobody takes what the account's own record says, and keeps a link from before there was one in it.
        var natural = named ?? context.NaturalPersonOfAccount ?? present?.NaturalPersonId;
        var wished = new UnitMember(person, command.Name.Trim(), command.Roles, natural == person ? null : natural);
        if (present == wished)
            return Decision<UnitEvent>.Accepted();
        if (present is null && state.Members.Length >= ReviewLimits.MembersMax)
            return ReviewRefusals.MembersMax;
        var isRelinked =
            named is not null && present?.NaturalPersonId is { } linked && linked != wished.NaturalPersonId;
        if (isRelinked && RefuseRelinking(state, person, context) is { } locked)
            return locked;
        // A link to nobody would guard against nobody, and nobody would notice.
        var isLinked = wished.NaturalPersonId is not null && wished.NaturalPersonId != present?.NaturalPersonId;
        if (isLinked && !context.IsNaturalPersonRegistered)
            return Refusal.Of(RegistryProblems.NaturalPersonUnknown("/naturalPersonId"));
        if (!wished.IsAdministrator && IsLastAdministratorThemself(state, person, context))
            return ReviewRefusals.LastAdministrator;
        var action =
            present is not null && present with { Name = wished.Name } == wished
                ? UnitActions.MemberRenamed
                : UnitActions.MemberSet;
        return new UnitEvent.MemberSet(
            wished,
            Audit(state, context, action, $"person={person}; roles={wished.Roles}; linked={natural}")
        );
    }

    public static Decision<UnitEvent> Remove(ReviewUnit? state, UnitCommand.RemoveMember command, UnitContext context)
    {
        if (Check(state, command, context) is { } refusal)
            return refusal;
        if (PersonId.TryParse(command.PersonId) is not { } person || state!.Member(person) is null)
            return Decision<UnitEvent>.Accepted();
        // A link that this unit alone knows, from before it was kept with the account, would go with the member.
        var isCut = state.Member(person)!.NaturalPersonId is not null && context.NaturalPersonOfAccount is null;
        if (isCut && RefuseRelinking(state, person, context) is { } locked)
            return locked;
        return IsLastAdministratorThemself(state, person, context)
            ? ReviewRefusals.LastAdministrator
            : new UnitEvent.MemberRemoved(person, Audit(state, context, UnitActions.MemberRemoved, $"person={person}"));
    }

    /// <summary>Else an administrator could cut the link to their own declarations and then review them.</summary>
    private static Refusal? RefuseRelinking(ReviewUnit state, PersonId person, UnitContext context)
    {
        if (!context.IsRegistryAdministrator)
            return ReviewRefusals.NaturalPersonLocked;
        // The actor's own record counts too: this unit may not know that they are the professional whom it guards against.
        var isOwn =
            state.AreOneHuman(context.Actor, person)
            || (context.HumanOfActor is { } human && human == state.Member(person)?.NaturalPersonId);
        return isOwn ? ReviewRefusals.NaturalPersonOwn : null;
    }

    private static Refusal? Check(ReviewUnit? state, UnitCommand command, UnitContext context)
    {
        if (state is null)
            return ReviewRefusals.UnitNotFound;
        if (!context.IsRegistryAdministrator && state.Member(context.Actor)?.IsAdministrator != true)
            return ReviewRefusals.UnitAdministratorsOnly;
        return command.ExpectedVersion is { } expected && expected != state.Version
            ? ReviewRefusals.Stale(state)
            : null;
    }

    private static Problem? CheckForm(UnitCommand.SetMember command, UnitKind kind)
    {
        if (PersonId.TryParse(command.PersonId) is null)
            return RegistryProblems.PersonIdWrong("/personId");
        if (TextRules.CheckFilled("/name", command.Name, ReviewLimits.MemberNameLengthMax) is { } wrongName)
            return wrongName;
        if (command.Roles == UnitRoles.None)
            return RegistryProblems.RolesMissing("/roles");
        if ((command.Roles & ~ReviewAuthorization.RolesOf(kind)) != UnitRoles.None)
            return RegistryProblems.RolesUnfit("/roles", kind);
        return command.NaturalPersonId is not null && PersonId.TryParse(command.NaturalPersonId) is null
            ? RegistryProblems.PersonIdWrong("/naturalPersonId")
            : null;
    }

    /// <summary>A unit must not lock itself out; the registry's administrators may leave one without, to hand it over.</summary>
    private static bool IsLastAdministratorThemself(ReviewUnit state, PersonId person, UnitContext context) =>
        !context.IsRegistryAdministrator
        && person == context.Actor
        && state.Members.Count(member => member.IsAdministrator) == 1
        && state.Member(person)?.IsAdministrator == true;

    private static AuditEntry Audit(ReviewUnit state, UnitContext context, string action, string detail) =>
        new(state.Version + 1, context.Now, context.Actor, action, detail);
}
