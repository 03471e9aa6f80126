namespace CeActors.Local.Province;

/// <summary>One professional of the demo province.</summary>
/// <param name="Number">1 and up; the sign-in subject is <c>person{Number}</c>.</param>
/// <param name="Name">Fictional name.</param>
/// <param name="ResidentId">Valid by its check character, of an area that never issued any.</param>
/// <param name="Employer">Employer.</param>
/// <param name="Title">职称.</param>
/// <param name="Imported">Hours that the training platform reports; empty unless the employer is a public institution.</param>
public sealed record ProvincePerson(
    int Number,
    string Name,
    string ResidentId,
    ProvinceUnit Employer,
    string Title,
    IReadOnlyList<PlatformRecord> Imported
)
{
    /// <summary>Sign-in subject.</summary>
    public string Account => $"person{Number}";
}

/// <summary>Hours that the public-institution training platform reports.</summary>
/// <param name="RecordId">The platform's id.</param>
/// <param name="Year">Year it counts for.</param>
/// <param name="Subject"><c>general</c> or <c>professional</c>.</param>
/// <param name="CourseName">Course.</param>
/// <param name="Organiser">Organiser.</param>
/// <param name="Hours">Decimal text.</param>
/// <param name="CompletedOn"><c>yyyy-MM-dd</c>, within the year.</param>
public sealed record PlatformRecord(
    string RecordId,
    int Year,
    string Subject,
    string CourseName,
    string Organiser,
    string Hours,
    string CompletedOn
);
