using Azure.Data.Tables;
using CeActors.Testing;
using CeActors.Verification.Tests;
using Shouldly;
using Xunit;

namespace CeActors.Backup.Tests;

public sealed class RoundTripTests(FilledAccount account) : IClassFixture<FilledAccount>
{
    [Fact]
    public async Task A_restored_account_has_every_row_with_every_column_and_every_file()
    {
        using var folder = new TemporaryFolder();
        var taken = await BackupRig.BackUpAsync(account.Azurite, folder.Backup);
        taken.PersonsReread.ShouldBe(0, "nothing changed while it was taken");
        taken.Blobs.ShouldBe(2);
        await using var fresh = await AzuriteProcess.StartAsync();
        await BackupRig.RestoreAsync(fresh, folder.Backup);
        foreach (var table in (string[])["State000", "State001", "StateLayout", "Registry000", "RegistryLayout"])
        {
            (await RowsOfAsync(fresh, table)).ShouldBe(await RowsOfAsync(account.Azurite, table), table);
        }

        var report = await BackupRig.VerifyAsync(fresh);
        report.IsHealthy.ShouldBeTrue(BackupRig.Describe(report));
        report.Figures.Files.ShouldBe(2);
        (
            await new TableServiceClient(fresh.ConnectionString).QueryAsync().Select(table => table.Name).ToListAsync()
        ).ShouldNotContain("OrleansSiloInstances", "silos of the old cluster are gone");
    }

    [Fact]
    public async Task A_restored_layout_names_the_account_that_it_is_in()
    {
        using var folder = new TemporaryFolder();
        await BackupRig.BackUpAsync(account.Azurite, folder.Backup);
        await using var fresh = await AzuriteProcess.StartAsync();
        var other = fresh.ConnectionStringOf(AzuriteProcess.SecondAccountName);
        var options = new BackupOptions
        {
            Tables = new TableServiceClient(other),
            Blobs = new Azure.Storage.Blobs.BlobServiceClient(other),
            Folder = folder.Backup,
        };
        await AccountRestore.RunAsync(options, CancellationToken.None);
        TableEntity layout = await options
            .Tables.GetTableClient("StateLayout")
            .GetEntityAsync<TableEntity>("layout", "1");
        layout.GetString("Buckets").ShouldBe("devstoreaccount2/State000;devstoreaccount2/State001");
    }

    [Theory]
    [InlineData("tables/State000.jsonl.gz")]
    [InlineData("changes/replaced.jsonl.gz")]
    [InlineData("blobs.jsonl.gz")]
    [InlineData("manifest.json")]
    [InlineData("blobs")]
    public async Task A_broken_backup_is_refused_and_nothing_is_written(string what)
    {
        using var folder = new TemporaryFolder();
        await BackupRig.BackUpAsync(account.Azurite, folder.Backup);
        var path = Path.Combine(folder.Backup, what);
        var victim = Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories)[0] : path;
        var bytes = await File.ReadAllBytesAsync(victim);
        bytes[^3] ^= 1;
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(victim, bytes);
        await using var fresh = await AzuriteProcess.StartAsync();
        await Should.ThrowAsync<BackupFault>(() => BackupRig.RestoreAsync(fresh, folder.Backup));
        (await new TableServiceClient(fresh.ConnectionString).QueryAsync().CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task An_account_that_is_not_empty_is_not_restored_into()
    {
        using var folder = new TemporaryFolder();
        await BackupRig.BackUpAsync(account.Azurite, folder.Backup);
        var before = await RowsOfAsync(account.Azurite, "State000");
        (
            await Should.ThrowAsync<BackupFault>(() => BackupRig.RestoreAsync(account.Azurite, folder.Backup))
        ).Message.ShouldContain("not empty");
        (await RowsOfAsync(account.Azurite, "State000")).ShouldBe(before);
    }

    [Fact]
    public async Task A_folder_with_something_in_it_takes_no_backup_and_an_unfinished_one_is_none()
    {
        using var folder = new TemporaryFolder();
        await BackupRig.BackUpAsync(account.Azurite, folder.Backup);
        (
            await Should.ThrowAsync<BackupFault>(() => BackupRig.BackUpAsync(account.Azurite, folder.Backup))
        ).Message.ShouldContain("not empty");
        File.Delete(Path.Combine(folder.Backup, "manifest.json"));
        (
            await Should.ThrowAsync<BackupFault>(() => BackupRig.RestoreAsync(account.Azurite, folder.Backup))
        ).Message.ShouldContain("no finished backup");
    }

    [Fact]
    public void A_row_comes_back_with_every_type_of_column()
    {
        var row = new TableEntity("p|1", "r|中文")
        {
            ["Text"] = "a\"b\n中",
            ["Number"] = int.MinValue,
            ["Long"] = long.MaxValue,
            ["Flag"] = true,
            ["Instant"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234567),
            ["Bytes"] = new byte[] { 0, 255, 7 },
            ["Real"] = 0.1,
            ["Id"] = Guid.Parse("8f0c1d1e-0000-4000-8000-000000000001"),
        };
        var (again, _, table) = RowLine.Read(RowLine.Write(row, "State000"));
        table.ShouldBe("State000");
        Columns(again).ShouldBe(Columns(row));
        again["Long"].ShouldBeOfType<long>();
        again["Number"].ShouldBeOfType<int>();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("C:\\a")]
    [InlineData(".hidden")]
    [InlineData("")]
    public void No_name_leads_out_of_the_folder(string name) =>
        Should.Throw<BackupFault>(() => BackupNames.Checked(name));

    private static async Task<List<string>> RowsOfAsync(AzuriteProcess azurite, string table)
    {
        var rows = new List<string>();
        await foreach (
            var row in new TableServiceClient(azurite.ConnectionString).GetTableClient(table).QueryAsync<TableEntity>()
        )
        {
            rows.Add($"{row.PartitionKey} {row.RowKey} {string.Join(' ', Columns(row))}");
        }

        return rows;
    }

    private static List<string> Columns(TableEntity row) =>
        [
            .. row.Where(column => column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
                .OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column =>
                    $"{column.Key}:{column.Value.GetType().Name}="
                    + column.Value switch
                    {
                        byte[] bytes => Convert.ToHexString(bytes),
                        DateTimeOffset instant => instant.ToString("O"),
                        var other => $"{other}",
                    }
                ),
        ];
}
