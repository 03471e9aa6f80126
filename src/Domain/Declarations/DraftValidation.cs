using System.Collections.Immutable;
using System.Globalization;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <summary>What stands in the way of submitting a draft.</summary>
public static class DraftValidation
{
    /// <summary>
    /// Every problem of the draft as it is now, head first, then items, imported records, evidence and years; at most
    /// <see cref="Refusal.ProblemsMax"/>. Empty when it can be submitted.
    /// </summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="filing">
    /// The person's registration; null where it is not at hand: then what depends on other declarations is left out, and shows on
    /// submission.
    /// </param>
    /// <param name="rules">Rules that judge now.</param>
    /// <param name="today">The day in China.</param>
    public static ImmutableArray<Problem> Problems(
        Declaration draft,
        FilingContext? filing,
        RuleSet rules,
        DateOnly today
    )
    {
        var problems = new ProblemList();
        var span = HeadValidation.Check(draft.Head, rules, problems);
        var items = new ItemValidation(rules, span, today, problems);
        foreach (var record in draft.Imports)
            items.KnowImport(record);
        foreach (var item in draft.Items)
        {
            if (problems.IsFull)
                break;
            items.Check(item);
        }

        if (draft.Items.IsEmpty && draft.Imports.IsEmpty)
            problems.Add(DraftProblems.NothingDeclared());
        CheckImports(draft, filing, rules, span, problems);
        CheckEvidence(draft, problems);
        CheckYears(draft, filing, rules, problems);
        return problems.ToImmutable();
    }

    private static void CheckImports(
        Declaration draft,
        FilingContext? filing,
        RuleSet rules,
        YearRange? span,
        ProblemList problems
    )
    {
        foreach (var record in draft.Imports)
        {
            var path = $"/importedHours/{record.RecordId}";
            if (!rules.Span.Value.Contains(record.Year))
                problems.Add(DraftProblems.YearOutsideRules(path, rules.Span.Value, rules.Span.Citation));
            else if (span is not null && !span.Contains(record.Year))
                problems.Add(DraftProblems.YearOutsideSpan(path, span.From, span.To));
            if (filing?.UsedRecordIds.Contains(record.RecordId) == true)
                problems.Add(DraftProblems.ImportUsedElsewhere(record.RecordId));
        }
    }

    private static void CheckEvidence(Declaration draft, ProblemList problems)
    {
        foreach (var evidence in draft.Evidence)
        {
            if (evidence.IsOpen)
                problems.Add(DraftProblems.UploadOpen(evidence.EvidenceId));
            else if (
                !draft.Items.Any(item => item.Draft.Year == evidence.Year)
                && !draft.Imports.Any(record => record.Year == evidence.Year)
            )
                problems.Add(DraftProblems.EvidenceOfNoYear(evidence.EvidenceId, evidence.Year));
        }
    }

    private static void CheckYears(Declaration draft, FilingContext? filing, RuleSet rules, ProblemList problems)
    {
        // Only years that can be filed at all: the others have been named with their items.
        var span = rules.Span.Value;
        for (var year = span.From; year <= span.To; year++)
        {
            var hasItems = HasItems(draft, year);
            if (!hasItems && !draft.Imports.Any(record => record.Year == year))
                continue;
            if (filing?.RecognisedYears.Contains(year) == true)
                problems.Add(DraftProblems.YearRecognised(year));
            if (hasItems && rules.EvidenceRequired.Value && !HasEvidence(draft, year))
                problems.Add(DraftProblems.EvidenceMissing(year, rules.EvidenceRequired.Citation));
        }

        foreach (var summary in DeclarationHours.YearsOf(draft, rules))
        {
            if (summary.Total > rules.MaxPerYear.Value)
                problems.Add(
                    DraftProblems.HoursOverYear(
                        string.Create(CultureInfo.InvariantCulture, $"/years/{summary.Year}"),
                        rules.MaxPerYear
                    )
                );
        }
    }

    private static bool HasItems(Declaration draft, int year)
    {
        foreach (var item in draft.Items)
        {
            if (item.Draft.Year == year)
                return true;
        }

        return false;
    }

    private static bool HasEvidence(Declaration draft, int year)
    {
        foreach (var evidence in draft.Evidence)
        {
            if (evidence.Year == year && !evidence.IsOpen)
                return true;
        }

        return false;
    }
}
