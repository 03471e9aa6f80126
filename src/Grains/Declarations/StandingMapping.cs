using CeActors.Contracts.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using DeclarationStatus = CeActors.Domain.Declarations.DeclarationStatus;
using DomainStanding = CeActors.Domain.Declarations.DeclarationStanding;

namespace CeActors.Grains.Declarations;

/// <summary>What a declaration said of itself, as the domain knows it.</summary>
internal static class StandingMapping
{
    public static DomainStanding ToDomain(this DeclarationStanding standing) =>
        new(
            DeclarationId.Parse(standing.Summary.DeclarationId),
            (DeclarationStatus)standing.Summary.Status,
            standing.Summary.HeldSince,
            [.. standing.RecognisedYears.Select(ToDomain)],
            standing.RecognisedAt,
            standing.Agency?.ToDomain(),
            standing.RuleSetVersion,
            standing.ImportedRecordIds
        );

    public static Domain.Hours.YearSummary ToDomain(this Contracts.Declarations.YearSummary year) =>
        new(
            year.Year,
            new CreditHours(year.GeneralQuarterHours),
            new CreditHours(year.ProfessionalQuarterHours),
            new YearTargets(
                Total: new CreditHours(year.TotalTargetQuarterHours),
                General: new CreditHours(year.GeneralTargetQuarterHours),
                Professional: new CreditHours(year.ProfessionalTargetQuarterHours)
            )
        );
}
