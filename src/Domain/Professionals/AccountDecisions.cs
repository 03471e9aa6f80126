using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Professionals;

/// <summary>
/// Which accounts are one human. A link leads from an account that is not registered to one that is, and a registration never goes away: so no
/// link leads on to another, nobody files under a linked account, and two accounts are one human when they lead to the same.
/// </summary>
internal static class AccountDecisions
{
    private const string Path = "/naturalPersonId";

    /// <summary>
    /// Administrators of the registry alone make, change and cut links, because a link holds in every unit and keeps the account from being
    /// registered; and nobody changes or cuts the one that guards against themself.
    /// </summary>
    public static Decision<ProfessionalEvent> Link(
        Professional state,
        ProfessionalCommand.Link command,
        ProfessionalContext context
    )
    {
        if (command.NaturalPersonId is null && !command.Cuts)
            return Decision<ProfessionalEvent>.Accepted();
        if (command.NaturalPersonId == state.NaturalPersonId)
            return Decision<ProfessionalEvent>.Accepted();
        if (!context.IsRegistryAdministrator)
            return ReviewRefusals.NaturalPersonLocked;
        if (state.NaturalPersonId is not null && context.HumanOfActor == state.Human)
            return ReviewRefusals.NaturalPersonOwn;
        if (command.NaturalPersonId is null)
            return Linked(state, null, context);
        if (command.NaturalPersonId == state.PersonId)
            throw new InvalidOperationException("Nobody is linked to themself.");
        // A resident id of its own makes it a human of its own, whose declarations would have to be told apart.
        if (state.Profile is not null)
            return Refusal.Of(RegistryProblems.AccountRegistered(Path));
        // A link to nobody would guard against nobody, and nobody would notice.
        return context.IsNaturalPersonRegistered
            ? Linked(state, command.NaturalPersonId, context)
            : Refusal.Of(RegistryProblems.NaturalPersonUnknown(Path));
    }

    // Audited here, and not with the unit in which the member is set: the link lives here, and the unit may have nothing to change.
    private static ProfessionalEvent.Linked Linked(Professional state, PersonId? natural, ProfessionalContext context)
    {
        var (action, detail) = (state.NaturalPersonId, natural) switch
        {
            (null, _) => (PersonActions.LinkMade, $"to={natural}"),
            (_, null) => (PersonActions.LinkCut, $"from={state.NaturalPersonId}"),
            _ => (PersonActions.LinkChanged, $"from={state.NaturalPersonId}; to={natural}"),
        };
        return new ProfessionalEvent.Linked(natural, PersonAudit.Next(state, context, action, detail));
    }
}
