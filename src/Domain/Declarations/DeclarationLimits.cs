using CeActors.Domain.Rules;

namespace CeActors.Domain.Declarations;

/// <summary>
/// Bounds of one declaration. Together they keep its document under a storage row's 960 KiB, whatever is typed (a test fills it to the brim),
/// and every loop over it short.
/// </summary>
public static class DeclarationLimits
{
    /// <summary>Typed items.</summary>
    public const int ItemsMax = 200;

    /// <summary>Declared years.</summary>
    public const int YearsMax = RuleLimits.YearsMax;

    /// <summary>Confirmed imported records of one year.</summary>
    public const int ImportsPerYearMax = 50;

    /// <summary>Confirmed imported records in all.</summary>
    public const int ImportsMax = 100;

    /// <summary>Pieces of evidence of one year, open uploads included.</summary>
    public const int EvidencePerYearMax = 20;

    /// <summary>Pieces of evidence in all, open uploads included.</summary>
    public const int EvidenceMax = 60;

    /// <summary>Uploads that are reserved and not yet bound.</summary>
    public const int OpenUploadsMax = 5;

    /// <summary>Bytes of one piece of evidence.</summary>
    public const long EvidenceSizeBytesMax = 20 * 1024 * 1024;

    /// <summary>Characters of a file's name.</summary>
    public const int FileNameLengthMax = 200;

    /// <summary>Characters of any text that is typed: fields, reasons, opinions.</summary>
    public const int TextLengthMax = 500;

    /// <summary>Characters of all texts of head and items together: 200 items full to the brim would not fit a storage row.</summary>
    public const int DraftLengthMax = 100_000;

    /// <summary>Items that one return names.</summary>
    public const int ReturnItemsMax = 50;

    /// <summary>Versions, and so history entries. What has begun can always be finished, because starting stops earlier.</summary>
    public const int HistoryMax = 200;

    /// <summary>History length from which nothing can be submitted any more; the person opens a new declaration.</summary>
    public const int HistorySubmitMax = 160;

    /// <summary>History length from which nothing can be sent to another unit any more; the unit decides or returns it.</summary>
    public const int HistoryRouteMax = 190;

    /// <summary>Command ids that a declaration remembers with their outcomes.</summary>
    public const int RememberedCommandsMax = 64;
}
