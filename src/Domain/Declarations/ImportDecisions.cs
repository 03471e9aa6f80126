using System.Collections.Immutable;
using System.Globalization;
using CeActors.Domain.Professionals;

namespace CeActors.Domain.Declarations;

/// <summary>Confirmation of records of the training platform (勾选数据 + 确认选择).</summary>
internal static class ImportDecisions
{
    /// <summary>The chosen records as the platform gave them; refused when one is unknown, used elsewhere, of another year or chosen twice.</summary>
    public static Answer<ResolvedImports> Resolve(ImmutableArray<ImportChoice> choices, FilingContext filing)
    {
        if (choices.IsEmpty)
            return ResolvedImports.None;
        var total = 0;
        foreach (var choice in choices)
        {
            total += choice.RecordIds.Length;
            if (choice.RecordIds.Length > DeclarationLimits.ImportsPerYearMax)
                return DeclarationRefusals.ImportsMax;
        }

        if (total > DeclarationLimits.ImportsMax)
            return DeclarationRefusals.ImportsMax;
        var chosen = new HashSet<string>(total, StringComparer.Ordinal);
        var years = new HashSet<int>();
        var records = ImmutableArray.CreateBuilder<ImportedRecord>(total);
        for (var i = 0; i < choices.Length; i++)
        {
            if (!years.Add(choices[i].Year))
                return Refusal.Of(DraftProblems.ImportYearTwice($"/confirmedImports/{i}/year"));
            if (Collect($"/confirmedImports/{i}", choices[i], chosen, filing, records) is { } problem)
                return Refusal.Of(problem);
        }

        return new ResolvedImports(records.ToImmutable());
    }

    public static Decision<DeclarationEvent> Confirm(Declaration state, ImportChoice choice, FilingContext filing)
    {
        var kept = state.Imports.Count(record => record.Year != choice.Year);
        if (
            choice.RecordIds.Length > DeclarationLimits.ImportsPerYearMax
            || kept + choice.RecordIds.Length > DeclarationLimits.ImportsMax
        )
            return DeclarationRefusals.ImportsMax;
        var chosen = new HashSet<string>(choice.RecordIds.Length, StringComparer.Ordinal);
        var records = ImmutableArray.CreateBuilder<ImportedRecord>(choice.RecordIds.Length);
        return Collect("", choice, chosen, filing, records) is { } problem
            ? Refusal.Of(problem)
            : new DeclarationEvent.ImportsConfirmed(choice.Year, records.ToImmutable());
    }

    /// <summary>Adds the records of one year; <paramref name="path"/> is where the year's list lies in what was sent.</summary>
    private static Problem? Collect(
        string path,
        ImportChoice choice,
        HashSet<string> chosen,
        FilingContext filing,
        ImmutableArray<ImportedRecord>.Builder records
    )
    {
        for (var k = 0; k < choice.RecordIds.Length; k++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{path}/recordIds/{k}");
            var id = choice.RecordIds[k];
            if (Check(place, id, choice.Year, chosen, filing) is { } problem)
                return problem;
            records.Add(filing.ImportedRecords[id]);
        }

        return null;
    }

    private static Problem? Check(string path, string? id, int year, HashSet<string> chosen, FilingContext filing)
    {
        if (id is null || !filing.ImportedRecords.TryGetValue(id, out var record))
            return DraftProblems.ImportUnknown(path);
        if (record.Year != year)
            return DraftProblems.ImportOfOtherYear(path, record.Year);
        if (!chosen.Add(id))
            return DraftProblems.ImportTwice(path);
        return filing.UsedRecordIds.Contains(id) ? DraftProblems.ImportUsed(path) : null;
    }
}

/// <summary>Records as the platform gave them, in the order chosen.</summary>
internal sealed record ResolvedImports(ImmutableArray<ImportedRecord> Records)
{
    public static readonly ResolvedImports None = new(ImmutableArray<ImportedRecord>.Empty);
}
