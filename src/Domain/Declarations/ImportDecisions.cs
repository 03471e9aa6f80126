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
            for (var k = 0; k < choices[i].RecordIds.Length; k++)
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"/confirmedImports/{i}/recordIds/{k}");
                var id = choices[i].RecordIds[k];
                if (Check(path, id, choices[i].Year, chosen, filing) is { } problem)
                    return Refusal.Of(problem);
                records.Add(filing.ImportedRecords[id]);
            }
        }

        return new ResolvedImports(records.ToImmutable());
    }

    public static Decision<DeclarationEvent> Confirm(Declaration state, ImportChoice choice, FilingContext filing)
    {
        var resolved = Resolve([choice], filing);
        if (!resolved.IsAccepted)
            return resolved.Refusal;
        var kept = state.Imports.Count(record => record.Year != choice.Year);
        if (kept + resolved.Value.Records.Length > DeclarationLimits.ImportsMax)
            return DeclarationRefusals.ImportsMax;
        return new DeclarationEvent.ImportsConfirmed(choice.Year, resolved.Value.Records);
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
