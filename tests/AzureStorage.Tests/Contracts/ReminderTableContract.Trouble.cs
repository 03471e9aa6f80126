using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>Contests, odd keys, tables in many pages, and backends that are away.</summary>
public abstract partial class ReminderTableContract
{
    private static readonly Dictionary<string, Func<IReminderTable, Task>> Operations = new()
    {
        ["read a grain's"] = table => table.ReadRows(Grain("key")),
        ["read all"] = table => table.ReadRows(0, 0),
        ["read a range"] = table => table.ReadRows(1, 2),
        ["read the two ends"] = table => table.ReadRows(2, 1),
        ["read one"] = table => table.ReadRow(Grain("key"), "reminder"),
        ["upsert"] = table => table.UpsertRow(Reminder()),
        ["remove"] = table => table.RemoveRow(Grain("key"), "reminder", "*"),
        ["clear"] = table => table.TestOnlyClearTable(),
    };

    public static TheoryData<string> OperationNames => new(Operations.Keys);

    /// <summary>A table in a store that cannot be reached.</summary>
    protected abstract IReminderTable UnreachableTable { get; }

    /// <summary><see cref="Table"/>, read a few rows at a time.</summary>
    protected abstract IReminderTable PagedTable(int rowsPerPage, bool laterPagesFail = false);

    [Fact]
    public async Task An_upsert_is_unconditional_and_a_stale_etag_then_removes_nothing()
    {
        var reminder = Reminder();
        var first = await StoreAsync(reminder);
        reminder.ETag = "\"of nothing\"";
        reminder.StartAt = Start.AddDays(1);
        reminder.Period = TimeSpan.FromDays(40);
        var second = await StoreAsync(reminder);
        second.ShouldNotBe(first);
        (await Table.RemoveRow(reminder.GrainId, reminder.ReminderName, first)).ShouldBeFalse();
        var read = (await Table.ReadRow(reminder.GrainId, reminder.ReminderName)).ShouldNotBeNull();
        (read.StartAt, read.Period, read.ETag).ShouldBe((Start.AddDays(1), TimeSpan.FromDays(40), second));
        read.StartAt.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task Of_parallel_removals_by_one_etag_exactly_one_wins()
    {
        for (var round = 0; round < 5; round++)
        {
            var reminder = Reminder();
            var etag = await StoreAsync(reminder);
            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => Table.RemoveRow(reminder.GrainId, reminder.ReminderName, etag))
            );
            outcomes.Count(removed => removed).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Of_a_removal_and_an_upsert_at_the_same_time_the_upsert_is_never_lost()
    {
        for (var round = 0; round < 10; round++)
        {
            var reminder = Reminder();
            var etag = await StoreAsync(reminder);
            var removal = Table.RemoveRow(reminder.GrainId, reminder.ReminderName, etag);
            var upsert = Table.UpsertRow(reminder);
            await Task.WhenAll(removal, upsert);
            (await Table.ReadRow(reminder.GrainId, reminder.ReminderName))
                .ShouldNotBeNull()
                .ETag.ShouldBe(await upsert);
        }
    }

    [Theory]
    [InlineData("a/b\\c#d?e%2F'\"+& 申报📅")]
    [InlineData("plain")]
    public async Task A_grain_of_any_key_has_its_reminders(string key)
    {
        var grain = GrainId.Create(GrainType.Create("alarm"), GrainIdKeyExtensions.CreateGuidKey(Guid.NewGuid(), key));
        var reminder = Reminder();
        reminder.GrainId = grain;
        var etag = await StoreAsync(reminder);
        (await Table.ReadRows(grain)).Reminders.ShouldHaveSingleItem().GrainId.ShouldBe(grain);
        var hash = grain.GetUniformHashCode();
        (await Table.ReadRows(hash - 1, hash)).Reminders.ShouldHaveSingleItem().GrainId.ShouldBe(grain);
        (await Table.RemoveRow(grain, reminder.ReminderName, etag)).ShouldBeTrue();
        (await Table.ReadRows(grain)).Reminders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_of_many_pages_is_read_as_a_whole_and_a_lost_page_is_an_error()
    {
        var grain = Guid.NewGuid().ToString("N");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => Table.UpsertRow(Reminder(grain, $"{n}"))));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Table.UpsertRow(Reminder())));
        var hash = Grain(grain).GetUniformHashCode();
        foreach (var rowsPerPage in (int[])[1, 3])
        {
            (await PagedTable(rowsPerPage).ReadRows(0, 0)).Reminders.Count.ShouldBe(10);
            (await PagedTable(rowsPerPage).ReadRows(hash - 1, hash)).Reminders.Count.ShouldBe(5);
            (await PagedTable(rowsPerPage).ReadRows(hash, hash - 1)).Reminders.Count.ShouldBe(5);
            (await PagedTable(rowsPerPage).ReadRows(Grain(grain))).Reminders.Count.ShouldBe(5);
            (await PagedTable(rowsPerPage).ReadRow(Grain(grain), "3")).ShouldNotBeNull();
        }

        var torn = PagedTable(2, laterPagesFail: true);
        await Should.ThrowAsync<Exception>(() => torn.ReadRows(0, 0));
        await Should.ThrowAsync<Exception>(() => torn.ReadRows(Grain(grain)));
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public Task A_store_that_cannot_be_reached_is_an_error_and_never_no_reminders(string operation) =>
        Should.ThrowAsync<Exception>(() => Operations[operation](UnreachableTable));

    private async Task<string> StoreAsync(ReminderEntry reminder) =>
        (await Table.UpsertRow(reminder)).ShouldNotBeNull();
}
