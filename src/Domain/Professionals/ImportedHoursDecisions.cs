using System.Collections.Immutable;
using System.Globalization;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Professionals;

/// <summary>Takes over hours of the training platform: a known record changes nothing, the same id with other content is refused.</summary>
internal static class ImportedHoursDecisions
{
    public static Decision<ProfessionalEvent> Import(
        Professional state,
        ProfessionalCommand.ImportHours command,
        ProfessionalContext context
    )
    {
        if (!context.IsTrainingPlatform)
            return ProfessionalRefusals.TrainingPlatformOnly;
        if (state.Profile is null)
            return ProfessionalRefusals.NotRegisteredForImport;
        if (command.Records.IsEmpty)
            return Refusal.Of(ProfessionalProblems.ImportEmpty("/records"));
        if (command.Records.Length > ProfessionalLimits.ImportRecordsPerCommandMax)
            return Refusal.Of(ProfessionalProblems.ImportTooLarge("/records"));
        var added = new Dictionary<string, ImportedRecord>(StringComparer.Ordinal);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var conflicts = ImmutableArray.CreateBuilder<Problem>();
        for (var i = 0; i < command.Records.Length; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/records/{i}");
            var (record, problem) = Read(path, command.Records[i], ChinaTime.DateOf(context.Now));
            if (record is null)
                problems.Add(problem!);
            else if (
                !(
                    added.TryGetValue(record.RecordId, out var known)
                    || state.ImportedRecords.TryGetValue(record.RecordId, out known)
                )
            )
                added.Add(record.RecordId, record);
            else if (known != record)
                conflicts.Add(ProfessionalProblems.RecordConflict($"{path}/recordId"));
        }

        if (problems.Count > 0)
            return ProfessionalRefusals.ImportInvalid(problems.ToImmutable());
        if (conflicts.Count > 0)
            return ProfessionalRefusals.ImportConflict(conflicts.ToImmutable());
        if (added.Count == 0)
            return Decision<ProfessionalEvent>.Accepted();
        return state.ImportedRecords.Count + added.Count > ProfessionalLimits.ImportedRecordsMax
            ? ProfessionalRefusals.ImportedRecordsMax
            : new ProfessionalEvent.HoursImported([.. added.Values]);
    }

    private static (ImportedRecord? Record, Problem? Problem) Read(
        string path,
        ImportedRecordInput input,
        DateOnly today
    )
    {
        if (
            input.RecordId is not { Length: > 0 and <= ProfessionalLimits.RecordIdLengthMax }
            || !Characters.All(input.RecordId, static c => char.IsAsciiLetterOrDigit(c) || c == '-')
        )
            return (null, ProfessionalProblems.RecordIdWrong($"{path}/recordId"));
        if (input.Year < ProfessionalLimits.EarliestYear || input.Year > today.Year)
            return (null, ProfessionalProblems.RecordYearWrong($"{path}/year"));
        const int lengthMax = ProfessionalLimits.RecordTextLengthMax;
        if (TextRules.CheckFilled($"{path}/courseName", input.CourseName, lengthMax) is { } wrongName)
            return (null, wrongName);
        if (TextRules.CheckFilled($"{path}/organiser", input.Organiser, lengthMax) is { } wrongOrganiser)
            return (null, wrongOrganiser);
        if (input.QuarterHours is < 1 or > ProfessionalLimits.RecordQuarterHoursMax)
            return (null, ProfessionalProblems.RecordHoursWrong($"{path}/hours"));
        var isDate = DateOnly.TryParseExact(
            input.CompletedOn,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var completedOn
        );
        if (!isDate || completedOn > today)
            return (null, ProfessionalProblems.RecordDateWrong($"{path}/completedOn"));
        return (
            new ImportedRecord(
                input.RecordId,
                input.Year,
                input.IsGeneral ? Subject.General : Subject.Professional,
                input.CourseName,
                input.Organiser,
                new CreditHours(input.QuarterHours),
                completedOn
            ),
            null
        );
    }
}
