namespace CeActors.Files;

/// <summary>Bounds of evidence and of the links to it.</summary>
public static class EvidenceLimits
{
    /// <summary>Smallest file, inclusive.</summary>
    public const int SizeBytesMin = 1;

    /// <summary>
    /// Largest file, inclusive. Portals elsewhere take 5 to 20 MB (domain.md A5); a photographed certificate has 3 to 8 MB.
    /// </summary>
    public const int SizeBytesMax = 10 * 1024 * 1024;

    /// <summary>Files read and copied at the same time by one process; each holds its bytes in memory meanwhile.</summary>
    public const int CompletionsAtOnceMax = 8;

    /// <summary>Characters of each opaque id in a blob's name.</summary>
    public const int IdLengthMax = 100;

    /// <summary>Characters of a file name offered for a download; longer ones are cut before the extension.</summary>
    public const int FileNameLengthMax = 120;

    /// <summary>Blobs looked at by one sweep of the incoming container.</summary>
    public const int SweepExaminedMax = 5_000;

    /// <summary>Deletions under way at the same time in one sweep.</summary>
    public const int SweepDeletionsAtOnceMax = 8;

    /// <summary>Origins of browsers in the account's CORS rule.</summary>
    public const int BrowserOriginsMax = 16;

    /// <summary>How long an upload may start after its ticket was given.</summary>
    public static readonly TimeSpan UploadTicketLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Longest life of a link to read one file.</summary>
    public static readonly TimeSpan ReadLinkLifetimeMax = TimeSpan.FromMinutes(15);

    /// <summary>How long an upload stays in the incoming container; longer than any ticket can still be used.</summary>
    public static readonly TimeSpan IncomingAgeMax = TimeSpan.FromDays(1);

    /// <summary>How long browsers may remember the answer to a CORS preflight.</summary>
    public static readonly TimeSpan PreflightAgeMax = TimeSpan.FromHours(1);

    /// <summary>How long a user delegation key is asked for.</summary>
    public static readonly TimeSpan DelegationKeyLifetime = TimeSpan.FromHours(6);

    /// <summary>A user delegation key with less life than this is renewed first; every link is shorter.</summary>
    public static readonly TimeSpan DelegationKeyRenewBefore = TimeSpan.FromHours(1);

    /// <summary>A user delegation key is valid from this much earlier, for clocks that differ.</summary>
    public static readonly TimeSpan ClockSkewMax = TimeSpan.FromMinutes(5);
}
