using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Identity;
using CeActors.Backup;
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
            var account = AccountClients.Open(storage.ConnectionString);
            return options.Command switch
            {
                "backup" => await BackUpAsync(account, stopping),
                "restore" => await RestoreAsync(account, stopping),
                _ => await VerifyAsync(account, stopping),
            };
        }
        catch (BackupFault fault)
        {
            throw new LocalFault(fault.Message);
        }
        catch (AuthenticationFailedException)
        {
            throw new LocalFault("Nobody is signed in who may open the storage: sign in (az login) and run again.");
        }
        catch (Exception exception) when (exception is RequestFailedException or AggregateException)
        {
            var reason = exception is RequestFailedException failed
                ? $"{failed.Status} {failed.ErrorCode}"
                : "no answer";
            throw new LocalFault($"The storage cannot be read or written ({reason.Trim()}): look at it and run again.");
        }
    }

    private async Task<int> VerifyAsync(AccountClients account, CancellationToken stopping)
    {
        var report = await AccountVerification.RunAsync(
            new VerificationOptions
            {
                Tables = account.Tables,
                Files = account.Files(time),
                Progress = new ThrottledProgress<VerificationProgress>(time, Say),
                Time = time,
            },
            stopping
        );
        Tell(report);
        return report.IsHealthy ? 0 : 1;
    }

    private async Task<int> BackUpAsync(AccountClients account, CancellationToken stopping)
    {
        var manifest = await AccountBackup.RunAsync(BackupOf(account), stopping);
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

    private async Task<int> RestoreAsync(AccountClients account, CancellationToken stopping)
    {
        var manifest = await AccountRestore.RunAsync(BackupOf(account), stopping);
        announcer.Say(
            $"Restored what was acknowledged before {manifest.StartedAt:yyyy-MM-dd HH:mm:ss} UTC; verifying …"
        );
        return await VerifyAsync(account, stopping);
    }

    private BackupOptions BackupOf(AccountClients account) =>
        new()
        {
            Tables = account.Tables,
            Blobs = account.Blobs,
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
