using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CeActors.Testing;
using CeActors.Verification;
using CeActors.Verification.Tests;

namespace CeActors.Backup.Tests;

/// <summary>Backup, restore and verification of an Azurite.</summary>
internal static class BackupRig
{
    public static BackupOptions OptionsOf(AzuriteProcess azurite, string folder) =>
        new()
        {
            Tables = new TableServiceClient(azurite.ConnectionString),
            Blobs = new BlobServiceClient(azurite.ConnectionString),
            Folder = folder,
        };

    public static Task<BackupManifest> BackUpAsync(AzuriteProcess azurite, string folder) =>
        AccountBackup.RunAsync(OptionsOf(azurite, folder), CancellationToken.None);

    public static Task<BackupManifest> RestoreAsync(AzuriteProcess azurite, string folder) =>
        AccountRestore.RunAsync(OptionsOf(azurite, folder), CancellationToken.None);

    public static Task<VerificationReport> VerifyAsync(AzuriteProcess azurite) =>
        AccountVerification.RunAsync(
            new VerificationOptions
            {
                Tables = new TableServiceClient(azurite.ConnectionString),
                Files = FilledAccount.FilesOf(azurite),
            },
            CancellationToken.None
        );

    public static string Describe(VerificationReport report) =>
        string.Join(
            Environment.NewLine,
            report
                .Findings.Select(finding => $"{finding.Code} {finding.Table} {finding.Row}: {finding.Detail}")
                .Prepend($"{report.FindingCount} findings, {report.Figures}")
        );
}
