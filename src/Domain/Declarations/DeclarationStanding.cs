using System.Collections.Immutable;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Declarations;

/// <summary>What others need to know of a declaration: its person's registration, recognised hours, and statements.</summary>
/// <param name="DeclarationId">Id.</param>
/// <param name="Status">Status.</param>
/// <param name="HeldSince">Since when it stands so; for a revoked one, when it was revoked.</param>
/// <param name="RecognisedYears">Years as recognised; empty unless it stands recognised.</param>
/// <param name="RecognisedAt">When recognised, kept after a revocation; null before.</param>
/// <param name="Agency">Agency that recognised; null before.</param>
/// <param name="RuleSetVersion">Rules that judged it.</param>
/// <param name="ImportedRecordIds">Imported records that it uses while open or recognised.</param>
public sealed record DeclarationStanding(
    DeclarationId DeclarationId,
    DeclarationStatus Status,
    DateTimeOffset HeldSince,
    ImmutableArray<YearSummary> RecognisedYears,
    DateTimeOffset? RecognisedAt,
    UnitReference? Agency,
    string RuleSetVersion,
    ImmutableArray<string> ImportedRecordIds
)
{
    public static DeclarationStanding Of(Declaration declaration) =>
        new(
            declaration.Id,
            declaration.Status,
            declaration.HeldSince,
            declaration.RecognisedYears,
            declaration.RecognisedAt,
            declaration.Agency,
            declaration.RuleSetVersion,
            declaration.Status.IsOpen || declaration.Status == DeclarationStatus.Recognised
                ? [.. declaration.Imports.Select(record => record.RecordId)]
                : []
        );
}
