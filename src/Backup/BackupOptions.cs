using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace CeActors.Backup;

/// <summary>Which account, and where the backup is.</summary>
public sealed record BackupOptions
{
    /// <summary>Tables of the account; keep its retries on.</summary>
    public required TableServiceClient Tables { get; init; }

    /// <summary>Blobs of the account of evidence and statements.</summary>
    public required BlobServiceClient Blobs { get; init; }

    /// <summary>The folder: absent or empty for a backup, a finished backup for a restore.</summary>
    public required string Folder { get; init; }

    /// <summary>Told how far it is: what is done, and the lines or files so far; null for nobody.</summary>
    public IProgress<BackupProgress>? Progress { get; init; }

    /// <summary>The clock of the manifest.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>How far it is.</summary>
/// <param name="Step">What is done.</param>
/// <param name="Done">Rows or files so far in this step.</param>
public sealed record BackupProgress(string Step, long Done);
