using System.Collections.Immutable;
using CeActors.Domain.Hours;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <summary>Hours of a declaration by declared year.</summary>
public static class DeclarationHours
{
    /// <summary>
    /// Hours by declared year, ascending: of a draft what is right so far, else as submitted last. Items without a right year, subject
    /// and hours, and years that the rules do not know, do not count.
    /// </summary>
    public static ImmutableArray<YearSummary> YearsOf(Declaration declaration, RuleSet rules)
    {
        if (!declaration.Status.IsEditable)
            return declaration.SubmittedYears;
        var span = rules.Span.Value;
        // Years are few and bounded by the rule set, so two small arrays serve better than a dictionary.
        var length = span.To - span.From + 1;
        Span<int> general = stackalloc int[length];
        Span<int> professional = stackalloc int[length];
        Span<bool> isDeclared = stackalloc bool[length];
        foreach (var item in declaration.Items)
        {
            if (item.Draft.Year is not { } year || !span.Contains(year) || HoursOf(item.Draft) is not { } hours)
                continue;
            if (Subjects.TryParse(item.Draft.Subject) is not { } subject)
                continue;
            isDeclared[year - span.From] = true;
            (subject == Subject.General ? general : professional)[year - span.From] += hours.QuarterHours;
        }

        foreach (var record in declaration.Imports)
        {
            if (!span.Contains(record.Year))
                continue;
            var index = record.Year - span.From;
            isDeclared[index] = true;
            (record.Subject == Subject.General ? general : professional)[index] += record.Hours.QuarterHours;
        }

        var years = ImmutableArray.CreateBuilder<YearSummary>();
        for (var i = 0; i < length; i++)
        {
            if (!isDeclared[i])
                continue;
            var year = span.From + i;
            var targets = rules.TargetsFor(year)!.Targets;
            years.Add(new YearSummary(year, new CreditHours(general[i]), new CreditHours(professional[i]), targets));
        }

        return years.ToImmutable();
    }

    /// <summary>All hours of these years.</summary>
    public static CreditHours TotalOf(ImmutableArray<YearSummary> years)
    {
        var total = CreditHours.Zero;
        foreach (var year in years)
            total += year.Total;
        return total;
    }

    /// <summary>Every year meets its targets; false when there is no year.</summary>
    public static bool AreTargetsMet(ImmutableArray<YearSummary> years) =>
        !years.IsEmpty && years.All(year => year.TargetMet);

    /// <summary>Null when they are no hours above 0.</summary>
    internal static CreditHours? HoursOf(DraftItem item) =>
        item.Hours is { } text
        && CreditHours.Read(text.AsSpan().Trim(), out var hours) == HoursReading.Right
        && hours > CreditHours.Zero
            ? hours
            : null;
}
