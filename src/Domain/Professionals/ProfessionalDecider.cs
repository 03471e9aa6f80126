using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Domain.Statements;

namespace CeActors.Domain.Professionals;

/// <summary>Decides what concerns one professional's registration.</summary>
public static class ProfessionalDecider
{
    /// <param name="state">The professional, <see cref="Professional.Unknown"/> at first.</param>
    /// <param name="command">What is wished.</param>
    /// <param name="context">What is known.</param>
    /// <returns>Accepted without events when everything is already as wished.</returns>
    public static Decision<ProfessionalEvent> Decide(
        Professional state,
        ProfessionalCommand command,
        ProfessionalContext context
    ) =>
        command switch
        {
            ProfessionalCommand.Register register => Register(state, register, context),
            ProfessionalCommand.Link link => AccountDecisions.Link(state, link, context),
            ProfessionalCommand.ImportHours import => ImportedHoursDecisions.Import(state, import, context),
            ProfessionalCommand.ReserveDeclaration reserve => Reserve(state, reserve.DeclarationId, context),
            ProfessionalCommand.IssueStatement issue => StatementDecisions.Issue(state, issue, context),
            _ => throw new InvalidOperationException($"{command.GetType().Name} is not known."),
        };

    /// <summary>What a declaration needs to judge a submission.</summary>
    /// <param name="state">The professional.</param>
    /// <param name="declaration">The declaration that is judged; it does not stand in its own way.</param>
    /// <param name="standings">Standings of all the person's declarations.</param>
    /// <returns>Null until registered.</returns>
    public static FilingContext? FilingContextOf(
        Professional state,
        DeclarationId declaration,
        ImmutableArray<DeclarationStanding> standings
    )
    {
        if (state.Snapshot is not { } profile)
            return null;
        var others = standings.Where(standing => standing.DeclarationId != declaration).ToArray();
        return new FilingContext(
            profile,
            state.ImportedRecords,
            [.. others.SelectMany(standing => standing.RecognisedYears).Select(year => year.Year)],
            [.. others.SelectMany(standing => standing.ImportedRecordIds)]
        );
    }

    private static Decision<ProfessionalEvent> Register(
        Professional state,
        ProfessionalCommand.Register command,
        ProfessionalContext context
    )
    {
        if (!context.IsRegistryAdministrator)
            return ReviewRefusals.RegistryAdministratorsOnly;
        if (command.ExpectedVersion is { } expected && expected != (state.Profile?.Version ?? 0))
            return ProfessionalRefusals.Stale(state);
        if (state.NaturalPersonId is not null)
            return ProfessionalRefusals.AccountLinkedRegister;
        if (TextRules.CheckFilled("/name", command.Name, ProfessionalLimits.NameLengthMax) is { } wrongName)
            return Refusal.Of(wrongName);
        if (ResidentId.TryParse(command.ResidentId, ChinaTime.DateOf(context.Now)) is not { } residentId)
            return Refusal.Of(ProfessionalProblems.ResidentIdWrong("/residentId"));
        if (TextRules.Check("/title", command.Title, ProfessionalLimits.TitleLengthMax) is { } wrongTitle)
            return Refusal.Of(wrongTitle);
        if (context.Employer is not { } employer || employer.Unit.Code.Value != command.EmployerCode)
            return Refusal.Of(ProfessionalProblems.EmployerUnknown("/employerCode"));
        if (employer.Kind == UnitKind.Agency)
            return Refusal.Of(ProfessionalProblems.EmployerIsAgency("/employerCode"));
        var title = string.IsNullOrWhiteSpace(command.Title) ? null : command.Title.Trim();
        var version = state.Profile?.Version ?? 0;
        var wished = new ProfessionalProfile(
            command.Name.Trim(),
            residentId,
            employer.Unit,
            employer.IsPublicInstitution,
            title,
            version
        );
        if (state.Profile == wished)
            return Decision<ProfessionalEvent>.Accepted();
        // Moving to a closed unit would strand the next filing; staying there while other fields change must remain possible.
        if (!employer.IsActive && state.Profile?.Employer.Code != employer.Unit.Code)
            return Refusal.Of(ProfessionalProblems.EmployerClosed("/employerCode"));
        // A number that is forgotten would let its human review what is filed under it, so none is.
        var former = state.Profile is { } before && before.ResidentId != residentId ? context.ResidentIdDigest : null;
        if (
            former is not null
            && !state.FormerResidentIdDigests.Contains(former)
            && state.FormerResidentIdDigests.Length >= ProfessionalLimits.FormerResidentIdsMax
        )
            return ProfessionalRefusals.FormerResidentIdsMax;
        var profile = wished with { Version = version + 1 };
        var action =
            state.Profile is null ? PersonActions.Registered
            : state.Profile.ResidentId == residentId ? PersonActions.Changed
            : PersonActions.ResidentIdChanged;
        return new ProfessionalEvent.Registered(
            profile,
            former,
            PersonAudit.Next(state, context, action, PersonAudit.Describe(state.Profile, profile))
        );
    }

    private static Decision<ProfessionalEvent> Reserve(
        Professional state,
        DeclarationId wished,
        ProfessionalContext context
    )
    {
        if (state.NaturalPersonId is not null)
            return ProfessionalRefusals.AccountLinked;
        if (state.Profile is null)
            return ProfessionalRefusals.NotRegistered;
        var isReserved = state.Declarations.Contains(wished);
        // A repeated command whose filing went through meets its declaration, which answers for itself.
        if (isReserved && context.Standings.Any(standing => standing.DeclarationId == wished))
            return Decision<ProfessionalEvent>.Accepted();
        foreach (var standing in context.Standings)
        {
            if (standing.DeclarationId != wished && standing.Status.IsOpen)
                return ProfessionalRefusals.DeclarationOpen(standing);
        }

        if (isReserved)
            return Decision<ProfessionalEvent>.Accepted();
        if (state.Declarations.Length < ProfessionalLimits.DeclarationsMax)
            return new ProfessionalEvent.DeclarationReserved(wished, []);
        // Only now, when there is no room: a deleted declaration still answers a repetition of the command that opened it.
        var dropped = context
            .Standings.Where(standing => standing.Status == DeclarationStatus.Deleted)
            .Select(standing => standing.DeclarationId)
            .ToHashSet();
        if (dropped.Count == 0)
        {
            // Last of all: a reservation without a declaration may be one whose filing is still under way.
            var existing = context.Standings.Select(standing => standing.DeclarationId).ToHashSet();
            dropped.UnionWith(state.Declarations.Where(id => !existing.Contains(id)));
        }

        return state.Declarations.Count(id => !dropped.Contains(id)) >= ProfessionalLimits.DeclarationsMax
            ? ProfessionalRefusals.DeclarationsMax
            : new ProfessionalEvent.DeclarationReserved(wished, [.. state.Declarations.Where(dropped.Contains)]);
    }
}
