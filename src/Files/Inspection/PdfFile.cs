namespace CeActors.Files.Inspection;

/// <summary>PDF, ISO 32000-1 7.5.</summary>
internal static class PdfFile
{
    // Readers look for the end mark in the last 1024 bytes (ISO 32000-1 annex H.3, note 18).
    private const int TailBytes = 1024;

    public static ReadOnlySpan<byte> Signature => "%PDF-"u8;

    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - TailBytes)..];
        return tail.LastIndexOf("%%EOF"u8) >= 0 && file.IndexOf("startxref"u8) >= 0;
    }
}
