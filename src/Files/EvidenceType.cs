namespace CeActors.Files;

/// <summary>The kinds of file that are taken as evidence.</summary>
public static class EvidenceType
{
    /// <summary>PDF.</summary>
    public const string Pdf = "application/pdf";

    /// <summary>JPEG.</summary>
    public const string Jpeg = "image/jpeg";

    /// <summary>PNG.</summary>
    public const string Png = "image/png";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Pdf, Jpeg, Png];
}
