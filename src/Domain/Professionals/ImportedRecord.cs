using CeActors.Domain.Hours;

namespace CeActors.Domain.Professionals;

/// <summary>One record of the training platform (湖南省事业单位工作人员培训).</summary>
/// <param name="RecordId">The platform's id, 1 to 64 of <c>[A-Za-z0-9-]</c>.</param>
/// <param name="Year">Year it counts for.</param>
/// <param name="Subject">公需 or 专业.</param>
/// <param name="CourseName">1 to 200 characters.</param>
/// <param name="Organiser">1 to 200 characters.</param>
/// <param name="Hours">0.25 to 400 hours.</param>
/// <param name="CompletedOn">Day of completion.</param>
public sealed record ImportedRecord(
    string RecordId,
    int Year,
    Subject Subject,
    string CourseName,
    string Organiser,
    CreditHours Hours,
    DateOnly CompletedOn
);
