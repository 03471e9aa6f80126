using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage.Reminders;
using CeActors.AzureStorage.Tests.Contracts;
using CeActors.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Reminders;

[Collection(AzuriteCollection.Name)]
public sealed class ReminderTableTests(AzuriteFixture azurite) : ReminderTableContract, IAsyncLifetime
{
    private readonly string _service = AzuriteFixture.UniqueName("service");

    protected override IReminderTable Table => TableOf(_service);

    public Task InitializeAsync() => Table.StartAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_row_is_that_of_the_official_provider()
    {
        var reminder = Reminder("key/1", "daily?");
        await Table.UpsertRow(reminder);
        var hash = $"{reminder.GrainId.GetUniformHashCode():X8}";
        var table = azurite.Tables.GetTableClient("OrleansReminders");
        var row = (await table.GetEntityAsync<TableEntity>($"{_service}_{hash}", "alarm_key_1-daily_")).Value;
        row.Where(column => column.Key is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp"))
            .ToDictionary(column => column.Key, column => column.Value)
            .ShouldBe(
                new Dictionary<string, object>
                {
                    ["GrainReference"] = "alarm/key/1",
                    ["ReminderName"] = "daily?",
                    ["ServiceId"] = _service,
                    ["DeploymentId"] = "cluster",
                    ["StartAt"] = "2026-03-01 08:30:15.123 GMT",
                    ["Period"] = "01:30:00",
                    ["GrainRefConsistentHash"] = hash,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Clusters_of_a_service_share_reminders_and_clear_their_own_alone()
    {
        var reminder = Reminder();
        await TableOf(_service, "blue").UpsertRow(reminder);
        (await TableOf(_service, "green").ReadRows(reminder.GrainId)).Reminders.Count.ShouldBe(1);
        await TableOf(_service, "green").TestOnlyClearTable();
        (await TableOf(_service, "blue").ReadRows(0, 0)).Reminders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Services_in_one_table_do_not_see_each_other()
    {
        var reminder = Reminder();
        await Table.UpsertRow(reminder);
        var other = TableOf(_service + "2");
        (await other.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
        (await other.ReadRow(reminder.GrainId, reminder.ReminderName)).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_that_shares_a_key_with_another_is_not_taken_for_it()
    {
        await Table.UpsertRow(Reminder("key", "a/b"));
        (await Table.ReadRow(Grain("key"), "a_b")).ShouldBeNull();
    }

    [Fact]
    public async Task A_damaged_reminder_is_left_out_of_lists_and_is_an_error_by_itself()
    {
        var reminder = Reminder();
        await Table.UpsertRow(reminder);
        var damaged = ReminderRow.Of(Reminder(), _service, "cluster");
        damaged["StartAt"] = "yesterday";
        await azurite.Tables.GetTableClient("OrleansReminders").AddEntityAsync(damaged);
        (await Table.ReadRows(0, 0)).Reminders.ShouldHaveSingleItem().GrainId.ShouldBe(reminder.GrainId);
        await Should.ThrowAsync<FormatException>(() =>
            Table.ReadRow(GrainId.Parse(damaged.GetString("GrainReference"), null), "reminder")
        );
    }

    [Fact]
    public async Task A_backend_that_cannot_be_reached_is_an_error_and_never_no_reminders()
    {
        var nowhere = azurite.Azurite.ConnectionString.Replace(
            $":{azurite.Azurite.TablePort}/",
            $":{FreePort.Next()}/",
            StringComparison.Ordinal
        );
        var client = new TableServiceClient(nowhere, new TableClientOptions { Retry = { MaxRetries = 0 } });
        var table = TableOf(_service, client: client);
        await Should.ThrowAsync<RequestFailedException>(() => table.ReadRows(0, 0));
        using var stopped = new CancellationTokenSource();
        var start = table.StartAsync(stopped.Token);
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => start);
    }

    private IReminderTable TableOf(string service, string cluster = "cluster", TableServiceClient? client = null) =>
        new ReminderTable(
            Options.Create(new AzureTableReminderOptions { Client = client ?? azurite.Tables }),
            Options.Create(new ClusterOptions { ServiceId = service, ClusterId = cluster }),
            TimeProvider.System,
            NullLogger<ReminderTable>.Instance
        );
}
