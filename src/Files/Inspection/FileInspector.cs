namespace CeActors.Files.Inspection;

/// <summary>
/// Tells a file's type by its first bytes and whether it is whole. It finds wrong and cut-off files; it does not find
/// malicious ones, which are contained by never being served as anything but their type from an origin of their own.
/// </summary>
internal static class FileInspector
{
    /// <summary>Null when the file may be taken under the declared type.</summary>
    public static EvidenceRefusal? Inspect(ReadOnlySpan<byte> file, string declaredContentType)
    {
        var type = TypeOf(file);
        if (type is null)
        {
            return EvidenceRefusal.TypeNotAllowed;
        }
        if (type != declaredContentType)
        {
            return EvidenceRefusal.TypeDiffers;
        }
        var whole = type switch
        {
            EvidenceType.Pdf => PdfFile.IsWhole(file),
            EvidenceType.Jpeg => JpegFile.IsWhole(file),
            _ => PngFile.IsWhole(file),
        };
        return whole ? null : EvidenceRefusal.Damaged;
    }

    private static string? TypeOf(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PdfFile.Signature))
        {
            return EvidenceType.Pdf;
        }
        if (file.StartsWith(JpegFile.Signature))
        {
            return EvidenceType.Jpeg;
        }
        return file.StartsWith(PngFile.Signature) ? EvidenceType.Png : null;
    }
}
