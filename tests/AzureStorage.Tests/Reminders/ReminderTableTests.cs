using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage.Reminders;
using CeActors.AzureStorage.Tests.Backends;
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
    private const string TableName = AzureTableReminderOptions.DefaultTableName;
    private readonly string _service = AzuriteFixture.UniqueName("service");
    private readonly TableServiceClient _client = azurite.Tables;

    protected override IReminderTable Table => TableOf(_service);

    protected override IReminderTable UnreachableTable => TableOf(_service, client: Backend.Nowhere(azurite));

    public Task InitializeAsync() => Table.StartAsync(default);

    public Task DisposeAsync() => Task.CompletedTask;

    protected override IReminderTable PagedTable(int rowsPerPage, bool laterPagesFail = false) =>
        TableOf(_service, client: Backend.By(azurite, new PagingTransport(rowsPerPage, laterPagesFail)));

    [Fact]
    public async Task Clusters_of_a_service_share_reminders_and_clear_their_own_alone()
    {
        var reminder = Reminder();
        await TableOf(_service, "blue").UpsertRow(reminder);
        (await TableOf(_service, "green").ReadRows(reminder.GrainId)).Reminders.Count.ShouldBe(1);
        await TableOf(_service, "green").TestOnlyClearTable();
        (await TableOf(_service, "blue").ReadRows(0, 0)).Reminders.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("_00000000")]
    [InlineData("'\"&%")]
    public async Task Services_in_one_table_do_not_see_each_other(string suffix)
    {
        var reminder = Reminder();
        await Table.UpsertRow(reminder);
        var other = TableOf(_service + suffix);
        (await other.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
        (await other.ReadRow(reminder.GrainId, reminder.ReminderName)).ShouldBeNull();
        await other.UpsertRow(reminder);
        (await Table.ReadRows(0, 0)).Reminders.Count.ShouldBe(1);
        (await Table.ReadRows(1, 0)).Reminders.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Services_whose_names_share_their_keys_do_not_take_each_others_reminders_for_their_own()
    {
        var reminder = Reminder();
        await TableOf(_service + "/a").UpsertRow(reminder);
        var other = TableOf(_service + "_a");
        (await other.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
        (await other.ReadRows(reminder.GrainId)).Reminders.ShouldBeEmpty();
        (await other.ReadRow(reminder.GrainId, reminder.ReminderName)).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_that_shares_a_key_with_another_is_not_taken_for_it_but_takes_its_place()
    {
        await Table.UpsertRow(Reminder("key", "a/b"));
        (await Table.ReadRow(Grain("key"), "a_b")).ShouldBeNull();
        await Table.UpsertRow(Reminder("key", "a_b")); // the official layout has one row for both
        (await Table.ReadRow(Grain("key"), "a/b")).ShouldBeNull();
        (await Table.ReadRows(Grain("key"))).Reminders.ShouldHaveSingleItem().ReminderName.ShouldBe("a_b");
    }

    [Fact]
    public async Task A_key_as_long_as_Azurite_takes_is_stored_and_one_beyond_the_official_bound_is_refused()
    {
        var name = new string('n', GroupCommitLimits.RowKeyCharactersMax - "alarm/key-".Length);
        await Table.UpsertRow(Reminder("key", name));
        (await Table.ReadRow(Grain("key"), name)).ShouldNotBeNull();
        var longer = new string('n', ReminderRow.KeyCharactersMax + 1 - "alarm/key-".Length);
        var refusal = await Should.ThrowAsync<ArgumentException>(() => Table.UpsertRow(Reminder("key", longer)));
        refusal.Message.ShouldContain($"{ReminderRow.KeyCharactersMax}");
    }

    [Theory]
    [InlineData("\0")]
    [InlineData("\t")]
    [InlineData("\u001f")]
    [InlineData("\u007f")]
    [InlineData("\u009f")]
    public async Task A_name_with_a_control_character_is_refused_before_anything_is_sent(string control)
    {
        var refusal = await Should.ThrowAsync<ArgumentException>(() => Table.UpsertRow(Reminder("key", control)));
        refusal.Message.ShouldContain("control character");
        (await Table.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_reminder_is_left_out_of_lists_and_is_an_error_by_itself()
    {
        var reminder = Reminder();
        await Table.UpsertRow(reminder);
        var damaged = ReminderRow.Of(Reminder(), _service, "cluster");
        damaged["StartAt"] = "yesterday";
        await _client.GetTableClient(TableName).AddEntityAsync(damaged);
        (await Table.ReadRows(0, 0)).Reminders.ShouldHaveSingleItem().GrainId.ShouldBe(reminder.GrainId);
        await Should.ThrowAsync<FormatException>(() =>
            Table.ReadRow(GrainId.Parse(damaged.GetString("GrainReference"), null), "reminder")
        );
    }

    [Fact]
    public async Task More_reminders_than_a_page_takes_are_read_and_cleared_as_a_whole()
    {
        const int reminders = 1_050;
        var rows = Enumerable
            .Range(0, reminders)
            .Select(n => ReminderRow.Of(Reminder("key", $"{n}"), _service, "cluster"));
        await Backend.AddAsync(_client.GetTableClient(TableName), rows);
        var hash = Grain("key").GetUniformHashCode();
        (await Table.ReadRows(Grain("key"))).Reminders.Count.ShouldBe(reminders);
        (await Table.ReadRows(0, 0)).Reminders.Count.ShouldBe(reminders);
        (await Table.ReadRows(hash - 1, hash)).Reminders.Count.ShouldBe(reminders);
        await Table.TestOnlyClearTable();
        (await Table.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_that_is_missing_is_an_error_and_never_no_reminders()
    {
        var missing = new ReminderTable(
            Options.Create(
                new AzureTableReminderOptions { Client = _client, TableName = AzuriteFixture.UniqueName("Missing") }
            ),
            Options.Create(new ClusterOptions { ServiceId = _service, ClusterId = "cluster" }),
            TimeProvider.System,
            NullLogger<ReminderTable>.Instance
        );
        await Should.ThrowAsync<RequestFailedException>(() => missing.ReadRows(0, 0));
        await Should.ThrowAsync<RequestFailedException>(() => missing.ReadRows(Grain("key")));
        await Should.ThrowAsync<RequestFailedException>(() => missing.ReadRow(Grain("key"), "reminder"));
        await Should.ThrowAsync<RequestFailedException>(() => missing.UpsertRow(Reminder()));
        await Should.ThrowAsync<RequestFailedException>(() => missing.RemoveRow(Grain("key"), "reminder", "*"));
    }

    [Fact]
    public async Task A_start_tries_until_it_is_told_to_stop()
    {
        using var stopped = new CancellationTokenSource();
        var start = UnreachableTable.StartAsync(stopped.Token);
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => start);
    }

    private ReminderTable TableOf(string service, string cluster = "cluster", TableServiceClient? client = null) =>
        new(
            Options.Create(new AzureTableReminderOptions { Client = client ?? _client }),
            Options.Create(new ClusterOptions { ServiceId = service, ClusterId = cluster }),
            TimeProvider.System,
            NullLogger<ReminderTable>.Instance
        );
}
