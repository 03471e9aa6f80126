using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace CeActors.Backup;

/// <summary>What a backup consists of; written last, so that a backup without it is none.</summary>
public sealed record BackupManifest
{
    private const string FileName = "manifest.json";
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Form of the backup.</summary>
    public required int Format { get; init; }

    /// <summary>Name of the account that it was taken from.</summary>
    public required string Account { get; init; }

    /// <summary>What was acknowledged before is in it.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What was written afterwards is not in it.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>Rows of tables that were copied; those that were read again count twice.</summary>
    public required long Rows { get; init; }

    /// <summary>Persons whose documents changed while the backup was taken and were read again together.</summary>
    public required long PersonsReread { get; init; }

    /// <summary>Files of evidence and statements.</summary>
    public required long Blobs { get; init; }

    /// <summary>Every file of the backup except this one.</summary>
    public required ImmutableArray<BackupFile> Files { get; init; }

    /// <summary>Writes it into the folder, whole or not at all.</summary>
    public void Write(string folder)
    {
        var unfinished = Path.Combine(folder, FileName + ".unfinished");
        File.WriteAllText(unfinished, JsonSerializer.Serialize(this, Form));
        File.Move(unfinished, Path.Combine(folder, FileName));
    }

    /// <summary>Reads it and compares every file with it.</summary>
    /// <exception cref="BackupFault">It is missing, of another form, or a file is not as it was written.</exception>
    public static BackupManifest ReadChecked(string folder)
    {
        var manifest = Read(folder);
        if (manifest.Format != BackupLimits.Format)
        {
            throw new BackupFault(
                $"The backup in {folder} has form {manifest.Format}; this program reads form {BackupLimits.Format}."
            );
        }

        foreach (var file in manifest.Files)
        {
            var path = Path.Combine(folder, BackupNames.Checked(file.Name));
            if (!File.Exists(path) || new FileInfo(path).Length != file.Bytes || DigestOf(path) != file.Sha256)
            {
                throw new BackupFault($"{file.Name} of the backup in {folder} is missing or not as it was written.");
            }
        }

        return manifest;
    }

    /// <summary>SHA-256 of a file, lower-case hexadecimal.</summary>
    internal static string DigestOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static BackupManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new BackupFault($"{folder} holds no finished backup: there is no {FileName}.");
        }

        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(File.ReadAllText(path), Form)
                ?? throw new BackupFault($"{path} is empty.");
        }
        catch (JsonException)
        {
            throw new BackupFault($"{path} is damaged.");
        }
    }
}

/// <summary>One file of a backup.</summary>
/// <param name="Name">Path within the folder, with <c>/</c>.</param>
/// <param name="Lines">Lines in it; 0 for a file of evidence or a statement.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Digest, lower-case hexadecimal.</param>
public sealed record BackupFile(string Name, long Lines, long Bytes, string Sha256);
