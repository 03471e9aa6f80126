namespace CeActors.Statements;

/// <summary>What one recognition statement (学时认定单) says. Everything printed comes from here.</summary>
/// <remarks>
/// The wording and layout of Hunan's own form could not be found (domain.md A7), so the form is this system's. Texts are
/// printed as given; each is at most as long as <see cref="StatementLimits"/> says, and all its characters must be in the
/// fonts (<see cref="StatementRenderer.MissingGlyphs"/>).
/// </remarks>
public sealed record StatementDocument
{
    /// <summary>Statement number, printed and part of the PDF title.</summary>
    public required string Number { get; init; }

    /// <summary>Full name of the professional.</summary>
    public required string HolderName { get; init; }

    /// <summary>Resident id with its middle hidden; the caller masks it, the whole number never gets here.</summary>
    public required string MaskedResidentId { get; init; }

    /// <summary>Employer at the time of recognition.</summary>
    public required string UnitName { get; init; }

    /// <summary>Professional title and speciality, for example 工程师（建筑工程）. Empty prints a dash.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// One entry a year, ascending, no year twice, each within <see cref="FromYear"/> to <see cref="ToYear"/>; from 1 to
    /// <see cref="StatementLimits.YearsMax"/> entries.
    /// </summary>
    public required IReadOnlyList<StatementYear> SubjectYears { get; init; }

    /// <summary>Agency that recognised the hours.</summary>
    public required string IssuingAgencyName { get; init; }

    /// <summary>Day of issue in China Standard Time. Also the creation date inside the PDF.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>First year of the range that was asked for, inclusive.</summary>
    public required int FromYear { get; init; }

    /// <summary>Last year of the range that was asked for, inclusive.</summary>
    public required int ToYear { get; init; }

    /// <summary>Absolute http or https address under which anyone verifies; already names the number and the code.</summary>
    public required string VerificationUrl { get; init; }

    /// <summary>Small note in the footer, for example that the rule values are examples; null or empty prints none.</summary>
    public string? RuleSetNote { get; init; }
}

/// <summary>The recognised hours of one year, in quarter-hours (4 = one credit hour).</summary>
/// <param name="Year">Calendar year, 1000 to 9999.</param>
/// <param name="GeneralQuarterHours">General subject (公需科目), not negative.</param>
/// <param name="ProfessionalQuarterHours">Professional subject (专业科目), not negative.</param>
/// <param name="TargetMet">Whether the year meets its targets under the rule set that judged it.</param>
public sealed record StatementYear(int Year, int GeneralQuarterHours, int ProfessionalQuarterHours, bool TargetMet);
