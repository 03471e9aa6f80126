namespace CeActors.Statements;

/// <summary>Bounds of a statement. A document beyond one is refused with an <see cref="ArgumentException"/>.</summary>
public static class StatementLimits
{
    /// <summary>Years on one page; more flow on to further pages. Fits with every text at its longest.</summary>
    public const int YearsPerPageMax = 10;

    /// <summary>Years in one statement: a working life, and at most six pages.</summary>
    public const int YearsMax = 60;

    /// <summary>Characters of the statement number.</summary>
    public const int NumberLengthMax = 40;

    /// <summary>Characters of the holder's name; the longest registered names have about 50.</summary>
    public const int HolderNameLengthMax = 80;

    /// <summary>Characters of the masked resident id.</summary>
    public const int MaskedResidentIdLengthMax = 40;

    /// <summary>Characters of the employer's, the title's and the agency's name, each.</summary>
    public const int OrganisationNameLengthMax = 200;

    /// <summary>Characters of the verification address: keeps the modules of the QR code wide enough to scan on paper.</summary>
    public const int VerificationUrlLengthMax = 200;

    /// <summary>Characters of the footer's note.</summary>
    public const int RuleSetNoteLengthMax = 160;

    /// <summary>Quarter-hours of one subject in one year: a year of days and nights.</summary>
    public const int QuarterHoursMax = 4 * 24 * 366;
}
