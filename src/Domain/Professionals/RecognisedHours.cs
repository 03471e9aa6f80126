using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Professionals;

/// <summary>One year that stands recognised.</summary>
/// <param name="Summary">Hours as recognised.</param>
/// <param name="DeclarationId">Declaration that they were recognised in.</param>
/// <param name="RecognisedAt">When.</param>
/// <param name="Agency">By which agency.</param>
/// <param name="RuleSetVersion">Under which rules.</param>
public sealed record RecognisedYear(
    YearSummary Summary,
    DeclarationId DeclarationId,
    DateTimeOffset RecognisedAt,
    UnitReference Agency,
    string RuleSetVersion
);

/// <summary>Recognised hours of a person: what the declarations that stand recognised say, and nothing kept besides.</summary>
public static class RecognisedHours
{
    /// <summary>Years that stand recognised, ascending, one entry a year.</summary>
    /// <param name="standings">Standings of the person's declarations.</param>
    /// <param name="fromYear">First year, included; null for all.</param>
    /// <param name="toYear">Last year, included; null for all.</param>
    public static ImmutableArray<RecognisedYear> Over(
        IEnumerable<DeclarationStanding> standings,
        int? fromYear = null,
        int? toYear = null
    )
    {
        var years = new SortedDictionary<int, RecognisedYear>();
        foreach (var standing in standings)
        {
            if (standing is not { Status: DeclarationStatus.Recognised, RecognisedAt: { } at, Agency: { } agency })
                continue;
            foreach (var summary in standing.RecognisedYears)
            {
                if (summary.Year < (fromYear ?? int.MinValue) || summary.Year > (toYear ?? int.MaxValue))
                    continue;
                // A year is recognised once; were it ever twice, the hours must not add up.
                if (!years.TryGetValue(summary.Year, out var known) || known.RecognisedAt < at)
                    years[summary.Year] = new RecognisedYear(
                        summary,
                        standing.DeclarationId,
                        at,
                        agency,
                        standing.RuleSetVersion
                    );
            }
        }

        return [.. years.Values];
    }
}
