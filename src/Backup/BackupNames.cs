using System.Text.RegularExpressions;

namespace CeActors.Backup;

/// <summary>The names of files within a backup; none may lead out of its folder.</summary>
internal static partial class BackupNames
{
    public const string Replaced = "changes/replaced.jsonl.gz";
    public const string Changes = "changes/rows.jsonl.gz";
    public const string BlobList = "blobs.jsonl.gz";

    public static string OfTable(string table) => $"tables/{table}.jsonl.gz";

    /// <summary>The table of a file; null when the file is of no table.</summary>
    public static string? TableOf(string name) =>
        Tables().Match(name) is { Success: true } match ? match.Groups[1].Value : null;

    public static string OfBlob(string container, string blob) =>
        $"blobs/{Checked(container)}/{(blob.Length > 1 && !blob.Contains('/') ? blob[..2] + "/" : "")}{Checked(blob)}";

    /// <summary>Whether a blob has a name that a file can have.</summary>
    public static bool IsPlain(string name) => Plain().IsMatch(name);

    /// <exception cref="BackupFault">The name could lead out of the folder.</exception>
    public static string Checked(string name) =>
        IsPlain(name) ? name : throw new BackupFault($"'{name}' cannot be the name of a file of a backup.");

    [GeneratedRegex(@"^tables/([A-Za-z][A-Za-z0-9]{2,62})\.jsonl\.gz$")]
    private static partial Regex Tables();

    // Parts of letters, digits and a few marks, none of which starts with a dot.
    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}){0,4}$")]
    private static partial Regex Plain();
}
