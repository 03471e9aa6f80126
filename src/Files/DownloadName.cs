using System.Text;

namespace CeActors.Files;

/// <summary>Content-Disposition for a file name that a person chose (RFC 6266, RFC 8187).</summary>
internal static class DownloadName
{
    private const string AsciiName = "evidence";
    private const int ExtensionLengthMax = 10;

    public static string Header(string fileName, bool inline)
    {
        var name = Clean(fileName);
        var extension = Path.GetExtension(name);
        var plain = extension.All(char.IsAscii) ? AsciiName + extension : AsciiName;
        var kind = inline ? "inline" : "attachment";
        return $"{kind}; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
    }

    /// <summary>The name without what no file system or header takes, and no longer than the limit.</summary>
    private static string Clean(string fileName)
    {
        var clean = new StringBuilder();
        foreach (var rune in fileName.EnumerateRunes())
        {
            var safe =
                !Rune.IsControl(rune)
                && rune.Value is not ('"' or '\\' or '/' or ':' or '*' or '?' or '<' or '>' or '|');
            clean.Append(safe ? rune.ToString() : "_");
        }
        var name = clean.ToString().Trim().TrimEnd('.', ' ');
        var extension = Path.GetExtension(name);
        if (extension.Length > ExtensionLengthMax)
        {
            extension = "";
        }
        var stem = name[..^extension.Length].TrimStart('.', ' ');
        if (stem.Length + extension.Length > EvidenceLimits.FileNameLengthMax)
        {
            stem = Cut(stem, EvidenceLimits.FileNameLengthMax - extension.Length);
        }
        return stem.Length == 0 ? AsciiName + extension : stem + extension;
    }

    // Never between the halves of a surrogate pair.
    private static string Cut(string text, int length) =>
        char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
