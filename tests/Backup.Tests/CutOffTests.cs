using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CeActors.Testing;
using CeActors.Verification.Findings;
using CeActors.Verification.Tests;
using Shouldly;
using Xunit;

namespace CeActors.Backup.Tests;

/// <summary>A restore that ends before it is done.</summary>
public sealed class CutOffTests(FilledAccount account) : IClassFixture<FilledAccount>
{
    private const int WritesMax = 200;

    [Fact]
    public async Task A_restore_cut_off_before_any_of_its_writes_leaves_an_account_that_is_neither_started_on_nor_restored_into()
    {
        using var folder = new TemporaryFolder();
        await BackupRig.BackUpAsync(account.Azurite, folder.Backup);
        await using var fresh = await AzuriteProcess.StartAsync();
        var cut = 0;
        while (!await RestoresWithinAsync(fresh, folder.Backup, cut))
        {
            await RequireUnfinishedAsync(fresh, cut);
            if (cut > 0)
            {
                (
                    await Should.ThrowAsync<BackupFault>(() => BackupRig.RestoreAsync(fresh, folder.Backup))
                ).Message.ShouldContain("not empty", customMessage: $"cut off before write {cut + 1}");
            }

            await EmptyAsync(fresh);
            (++cut).ShouldBeLessThan(WritesMax, "the restore must end some day");
        }

        cut.ShouldBeGreaterThan(10, "tables, rows, files and layouts are written one after the other");
        (await BackupRig.VerifyAsync(fresh)).IsHealthy.ShouldBeTrue("nothing was cut off");
    }

    /// <summary>True when the restore needed no more writes than these.</summary>
    private static async Task<bool> RestoresWithinAsync(AzuriteProcess azurite, string folder, int writes)
    {
        var power = new PowerFor(writes);
        var options = BackupRig.OptionsOf(azurite, folder) with
        {
            Tables = new TableServiceClient(azurite.ConnectionString, power.On(new TableClientOptions())),
            Blobs = new BlobServiceClient(azurite.ConnectionString, power.On(new BlobClientOptions())),
        };
        try
        {
            await AccountRestore.RunAsync(options, CancellationToken.None);
            return true;
        }
        catch (PowerCutException)
        {
            return false;
        }
    }

    /// <summary>A silo refuses such a layout (see <c>LayoutTests</c>), and a verification names it.</summary>
    private static async Task RequireUnfinishedAsync(AzuriteProcess azurite, int cut) =>
        (await BackupRig.VerifyAsync(azurite)).Findings.ShouldContain(
            finding => finding.Kind == FindingKind.LayoutMissing || finding.Kind == FindingKind.LayoutWrong,
            $"cut off before write {cut + 1}"
        );

    private static async Task EmptyAsync(AzuriteProcess azurite)
    {
        var tables = new TableServiceClient(azurite.ConnectionString);
        await foreach (var table in tables.QueryAsync())
        {
            await tables.DeleteTableAsync(table.Name);
        }

        var blobs = new BlobServiceClient(azurite.ConnectionString);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            await blobs.DeleteBlobContainerAsync(container.Name);
        }
    }

    private sealed class PowerCutException() : Exception("The power went before a write was sent.");

    /// <summary>Lets so many writing requests through and fails the next one before it is sent.</summary>
    private sealed class PowerFor(int writes) : HttpPipelineSynchronousPolicy
    {
        private int _left = writes;

        public TOptions On<TOptions>(TOptions options)
            where TOptions : ClientOptions
        {
            options.AddPolicy(this, HttpPipelinePosition.PerCall);
            return options;
        }

        public override void OnSendingRequest(HttpMessage message)
        {
            if (
                message.Request.Method != RequestMethod.Get
                && message.Request.Method != RequestMethod.Head
                && Interlocked.Decrement(ref _left) < 0
            )
            {
                throw new PowerCutException();
            }
        }
    }
}
