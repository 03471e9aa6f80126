namespace CeActors.Domain.Professionals;

/// <summary>Bounds of one professional.</summary>
public static class ProfessionalLimits
{
    /// <summary>Declarations a person ever has, deleted ones apart.</summary>
    public const int DeclarationsMax = 100;

    /// <summary>Imported records a person ever has.</summary>
    public const int ImportedRecordsMax = 500;

    /// <summary>Records of one import.</summary>
    public const int ImportRecordsPerCommandMax = 100;

    /// <summary>Statements a person ever has.</summary>
    public const int StatementsMax = 200;

    /// <summary>Years that one statement covers.</summary>
    public const int StatementYearsMax = 30;

    /// <summary>Resident ids that a person was registered with before the present one: nobody is mistaken that often.</summary>
    public const int FormerResidentIdsMax = 20;

    /// <summary>Audit entries kept of a person: this many of links, of resident ids, and of everything else.</summary>
    public const int AuditEntriesOfKindMax = 50;

    /// <summary>Characters of a name.</summary>
    public const int NameLengthMax = 50;

    /// <summary>Characters of a registered title.</summary>
    public const int TitleLengthMax = 100;

    /// <summary>Characters of a record's id.</summary>
    public const int RecordIdLengthMax = 64;

    /// <summary>Characters of a record's course and organiser.</summary>
    public const int RecordTextLengthMax = 200;

    /// <summary>Quarter-hours of one imported record.</summary>
    public const int RecordQuarterHoursMax = 1_600;

    /// <summary>Earliest year that anything can count for.</summary>
    public const int EarliestYear = 1990;
}
