using Azure.Data.Tables;
using CeActors.AzureStorage.Reminders;
using CeActors.AzureStorage.Tests.Backends;
using CeActors.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Reminders;

/// <summary>
/// The official provider's table, column by column, both ways. Rows are written and read raw, by names and formats that
/// stand in this file alone; hashes of grains too, since the runtime's function must never change.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class OfficialReminderRowsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string HashOfKey = "CE7ACF6F"; // of alarm/key
    private static readonly DateTime Start = new(2026, 3, 1, 8, 30, 15, 123, DateTimeKind.Utc);
    private readonly string _service = AzuriteFixture.UniqueName("service");

    private TableClient Rows => azurite.Tables.GetTableClient("OrleansReminders");

    private ReminderTable Table =>
        new(
            Options.Create(new AzureTableReminderOptions { Client = azurite.Tables }),
            Options.Create(new ClusterOptions { ServiceId = _service, ClusterId = "cluster" }),
            TimeProvider.System,
            NullLogger<ReminderTable>.Instance
        );

    public Task InitializeAsync() => Table.StartAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("key", "daily", HashOfKey, "alarm_key-daily")]
    [InlineData("a/b\\c#d?e", "x/y\\z#?", "55B56D1F", "alarm_a_b_c_d_e-x_y_z__")]
    [InlineData("申报%'", "每日 +&", "5E3F2946", "alarm_申报%'-每日 +&")]
    public async Task A_reminder_is_stored_under_these_keys(string key, string name, string hash, string rowKey)
    {
        await Table.UpsertRow(Reminder(key, name, TimeSpan.FromMinutes(1)));
        var row = await OnlyRowAsync();
        row.PartitionKey.ShouldBe($"{_service}_{hash}");
        row.RowKey.ShouldBe(rowKey);
        row["GrainRefConsistentHash"].ShouldBe(hash);
        row["GrainReference"].ShouldBe($"alarm/{key}");
        row["ReminderName"].ShouldBe(name);
    }

    [Theory]
    [InlineData(1.5, "00:01:30")]
    [InlineData(90, "01:30:00")]
    [InlineData(40 * 24 * 60, "40.00:00:00")]
    [InlineData(1 + 1 / 60_000d, "00:01:00.0010000")]
    public async Task A_reminder_is_stored_in_these_columns_all_of_them_text(double minutes, string period)
    {
        await Table.UpsertRow(Reminder("key", "daily", TimeSpan.FromMilliseconds(Math.Round(minutes * 60_000))));
        Backend
            .ColumnsOf(await OnlyRowAsync())
            .ShouldBe(
                new Dictionary<string, object?>
                {
                    ["GrainReference"] = "alarm/key",
                    ["ReminderName"] = "daily",
                    ["ServiceId"] = _service,
                    ["DeploymentId"] = "cluster",
                    ["StartAt"] = "2026-03-01 08:30:15.123 GMT",
                    ["Period"] = period,
                    ["GrainRefConsistentHash"] = HashOfKey,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Rows_that_the_official_provider_wrote_are_read()
    {
        await Rows.AddEntityAsync(OfficialReminder(HashOfKey, "alarm/key", "daily", "7.12:00:00"));
        var grain = GrainId.Create("alarm", "key");
        var read = (await Table.ReadRow(grain, "daily")).ShouldNotBeNull();
        read.GrainId.ShouldBe(grain);
        read.StartAt.ShouldBe(Start);
        read.Period.ShouldBe(new TimeSpan(7, 12, 0, 0));
        (await Table.ReadRows(grain)).Reminders.ShouldHaveSingleItem().ETag.ShouldBe(read.ETag);
        (await Table.ReadRows(0, 0)).Reminders.Count.ShouldBe(1);
        (await Table.RemoveRow(grain, "daily", read.ETag.ShouldNotBeNull())).ShouldBeTrue();
        (
            await Rows.QueryAsync<TableEntity>(row => row.PartitionKey == $"{_service}_{HashOfKey}").ToListAsync()
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_of_the_official_provider_is_replaced_in_its_own_row()
    {
        await Rows.AddEntityAsync(OfficialReminder(HashOfKey, "alarm/key", "daily", "00:05:00"));
        await Table.UpsertRow(Reminder("key", "daily", TimeSpan.FromMinutes(10)));
        (await OnlyRowAsync())["Period"].ShouldBe("00:10:00");
    }

    private TableEntity OfficialReminder(string hash, string grain, string name, string period) =>
        new($"{_service}_{hash}", $"{grain.Replace('/', '_')}-{name}")
        {
            ["GrainReference"] = grain,
            ["ReminderName"] = name,
            ["ServiceId"] = _service,
            ["DeploymentId"] = "another-cluster",
            ["StartAt"] = "2026-03-01 08:30:15.123 GMT",
            ["Period"] = period,
            ["GrainRefConsistentHash"] = hash,
        };

    private static ReminderEntry Reminder(string key, string name, TimeSpan period) =>
        new()
        {
            GrainId = GrainId.Create("alarm", key),
            ReminderName = name,
            StartAt = Start,
            Period = period,
        };

    private async Task<TableEntity> OnlyRowAsync()
    {
        var (first, last) = ($"{_service}_", $"{_service}`");
        return await Rows.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey gt {first} and PartitionKey lt {last}")
            )
            .SingleAsync();
    }
}
