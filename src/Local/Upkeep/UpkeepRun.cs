using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CeActors.Backup;
using CeActors.Files;
using CeActors.Local.Settings;
using CeActors.Verification;
using CeActors.Verification.Findings;

namespace CeActors.Local.Upkeep;

/// <summary>Commands about the storage alone: verify, backup, restore. The last line is one JSON object.</summary>
public sealed class UpkeepRun(LocalOptions options, Installation installation, Announcer announcer, TimeProvider time)
{
    private const int FindingsShownMax = 200;

    /// <summary>Does what was asked.</summary>
    /// <returns>0 when it was done and nothing is broken, 1 otherwise.</returns>
    /// <exception cref="LocalFault">It cannot be done; the message says why.</exception>
    public async Task<int> PlayAsync(CancellationToken stopping)
    {
        try
        {
            await using var storage = await StorageAccess.OpenAsync(options, installation, announcer, stopping);
            RequireConnection(storage.ConnectionString);
            return options.Command switch
            {
                "backup" => await BackUpAsync(storage.ConnectionString, stopping),
                "restore" => await RestoreAsync(storage.ConnectionString, stopping),
                _ => await VerifyAsync(storage.ConnectionString, stopping),
            };
        }
        catch (BackupFault fault)
        {
            throw new LocalFault(fault.Message);
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            var reason = exception is RequestFailedException failed
                ? $"{failed.Status} {failed.ErrorCode}"
                : "no answer";
            throw new LocalFault($"The storage cannot be read or written ({reason.Trim()}): look at it and run again.");
        }
    }

    // What the SDK throws for it may hold the account's key.
    private static void RequireConnection(string connection)
    {
        try
        {
            _ = new TableServiceClient(connection);
            _ = new BlobServiceClient(connection);
        }
        catch (Exception exception)
            when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new LocalFault("--connection is no connection string of a storage account.");
        }
    }

    private async Task<int> VerifyAsync(string connection, CancellationToken stopping)
    {
        var report = await AccountVerification.RunAsync(
            new VerificationOptions
            {
                Tables = new TableServiceClient(connection),
                Files = new StoredFiles(
                    EvidenceAccount.Open(new EvidenceOptions { ConnectionString = connection }, null, time)
                ),
                Progress = new ThrottledProgress<VerificationProgress>(time, Say),
                Time = time,
            },
            stopping
        );
        Tell(report);
        return report.IsHealthy ? 0 : 1;
    }

    private async Task<int> BackUpAsync(string connection, CancellationToken stopping)
    {
        var manifest = await AccountBackup.RunAsync(BackupOf(connection), stopping);
        announcer.Table(
            ["rows", Text(manifest.Rows)],
            ["persons read again", Text(manifest.PersonsReread)],
            ["files", Text(manifest.Blobs)],
            ["folder", options.BackupFolder]
        );
        SayJson(
            new
            {
                backup = "finished",
                rows = manifest.Rows,
                personsReread = manifest.PersonsReread,
                files = manifest.Blobs,
                startedAt = manifest.StartedAt,
                finishedAt = manifest.FinishedAt,
            }
        );
        return 0;
    }

    private async Task<int> RestoreAsync(string connection, CancellationToken stopping)
    {
        var manifest = await AccountRestore.RunAsync(BackupOf(connection), stopping);
        announcer.Say(
            $"Restored what was acknowledged before {manifest.StartedAt:yyyy-MM-dd HH:mm:ss} UTC; verifying …"
        );
        return await VerifyAsync(connection, stopping);
    }

    private BackupOptions BackupOf(string connection) =>
        new()
        {
            Tables = new TableServiceClient(connection),
            Blobs = new BlobServiceClient(connection),
            Folder = options.BackupFolder,
            Progress = new ThrottledProgress<BackupProgress>(time, Say),
            Time = time,
        };

    private void Tell(VerificationReport report)
    {
        var figures = report.Figures;
        announcer.Table(
            ["declarations", Text(figures.Declarations)],
            ["professionals", Text(figures.Professionals)],
            ["statements", Text(figures.Statements)],
            ["batches", Text(figures.Batches)],
            ["units", Text(figures.Units)],
            ["index rows", Text(figures.IndexRows)],
            ["files", Text(figures.Files)],
            ["unused reservations", Text(figures.ReservationsUnused)],
            ["unlisted statements", Text(figures.StatementsUnlisted)],
            ["unused resident ids", Text(figures.ResidentIdsUnused)],
            ["unreserved resident ids", Text(figures.ResidentIdsUnreserved)],
            ["doubtful, then right", Text(figures.Cleared)],
            ["unsettled", Text(figures.Unsettled)],
            ["left out", Text(figures.LeftOut)]
        );
        foreach (var finding in report.Findings.Take(FindingsShownMax))
        {
            announcer.Say($"  {finding.Code}: {finding.Table} {finding.Row}: {finding.Detail}");
        }

        if (report.FindingCount > FindingsShownMax)
        {
            announcer.Say($"  … and {report.FindingCount - FindingsShownMax} more");
        }

        SayJson(
            new
            {
                verify = report.IsHealthy ? "healthy" : "broken",
                findings = report.FindingCount,
                kinds = report.Counts.ToDictionary(count => FindingKinds.CodeOf(count.Key), count => count.Value),
                declarations = figures.Declarations,
                unsettled = figures.Unsettled,
                leftOut = figures.LeftOut,
                readings = figures.Readings,
                seconds = Math.Round(report.Took.TotalSeconds, 1),
            }
        );
    }

    private void Say(VerificationProgress progress) =>
        announcer.Say(
            $"  {progress.Step}: {progress.BucketsDone} of {progress.Buckets} buckets, {Text(progress.Rows)} rows, reading {progress.Reading}"
        );

    private void Say(BackupProgress progress) => announcer.Say($"  {progress.Step}: {Text(progress.Done)}");

    private void SayJson(object figures) => announcer.Say(JsonSerializer.Serialize(figures));

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
