using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CeActors.Contracts.Professionals;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;
using CeActors.Functions.Registry;

namespace CeActors.Functions.Professionals;

/// <param name="Records">1 to <see cref="RecordsMax"/> records of the person's.</param>
public sealed record ImportRecordsRequest(
    [property: MinLength(1), MaxLength(ImportRecordsRequest.RecordsMax)] IReadOnlyList<TrainingRecord> Records
) : ICheckedBody
{
    /// <summary>Records in one delivery.</summary>
    public const int RecordsMax = 100;

    void ICheckedBody.Check(ShapeProblems problems)
    {
        problems.NoEmptyPlaces("/records", Records);
        if (Records.Count is 0 or > RecordsMax)
        {
            problems.Add(
                "/records",
                "count-out-of-range",
                $"/records 应有 1 至 {RecordsMax} 条。",
                $"/records must have 1 to {RecordsMax} entries."
            );
        }

        for (var index = 0; index < Records.Count; index++)
        {
            if (Records[index] is { } record && TrainingRecord.QuarterHoursOf(record.Hours) is null)
            {
                problems.Add(
                    $"/records/{index}/hours",
                    "hours-not-quarter",
                    $"/records/{index}/hours 应为 0.25 的倍数，例如 12.5，且大于 0、不超过 {TrainingRecord.HoursMax}。",
                    $"/records/{index}/hours must be a multiple of 0.25 such as 12.5, above 0 and at most {TrainingRecord.HoursMax}."
                );
            }
        }
    }
}

/// <summary>One record of the training platform.</summary>
/// <param name="RecordId">The platform's id, 1 to 64 of <c>[A-Za-z0-9-]</c>.</param>
/// <param name="Year">Year it counts for.</param>
/// <param name="Subject">General or professional subject.</param>
/// <param name="CourseName">1 to 200 characters.</param>
/// <param name="Organiser">1 to 200 characters.</param>
/// <param name="Hours">Decimal, a multiple of 0.25, such as <c>12.5</c>.</param>
/// <param name="CompletedOn">Day of completion, <c>yyyy-MM-dd</c>.</param>
public sealed record TrainingRecord(
    string RecordId,
    int Year,
    RecordSubject Subject,
    string CourseName,
    string Organiser,
    string Hours,
    string CompletedOn
)
{
    /// <summary>Hours of one record, at most; as the training platform's contract says (1,600 quarter-hours).</summary>
    public const int HoursMax = 400;

    private const int QuartersPerHour = 4;

    internal static int? QuarterHoursOf(string hours) =>
        decimal.TryParse(hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value is > 0 and <= HoursMax
        && value * QuartersPerHour % 1 == 0
            ? (int)(value * QuartersPerHour)
            : null;
}

/// <summary>公需科目 or 专业科目.</summary>
public enum RecordSubject
{
    General,
    Professional,
}

internal static class ImportRecords
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/training-platform/people/{subject}/records", HandleAsync)
            .ForSignedIn(
                "importTrainingRecords",
                Nouns.Professionals,
                "Delivers records of the training platform; for its account."
            )
            .TakesBodyOf(RequestLimits.ImportBodyBytesMax)
            .TakesRowsOfPrograms();

    private static async Task<Answer<ImportReceipt>> HandleAsync(
        string subject,
        Change<ImportRecordsRequest> change,
        People people,
        IClusterClient cluster
    ) =>
        new(
            await cluster
                .GetGrain<IProfessional>(people.IdOf(Addresses.Subject(subject)))
                .ImportHoursAsync(new ImportHours(change.Header, [.. change.Body.Records.Select(ToContract)]))
        );

    private static ImportedRecord ToContract(TrainingRecord record) =>
        new(
            record.RecordId,
            record.Year,
            record.Subject == RecordSubject.General,
            record.CourseName,
            record.Organiser,
            TrainingRecord.QuarterHoursOf(record.Hours)!.Value,
            record.CompletedOn
        );
}
