using CsCheck;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>What every table of reminders must do.</summary>
public abstract partial class ReminderTableContract
{
    protected static readonly DateTime Start = new(2026, 3, 1, 8, 30, 15, 123, DateTimeKind.Utc);

    /// <summary>A started table of a service of its own.</summary>
    protected abstract IReminderTable Table { get; }

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b\\c#d?e")]
    [InlineData("提醒 '\"&%+")]
    [InlineData("%2F%00 %zz")]
    [InlineData("📅;=,:@$!*()[]{}<>|^`~")]
    [InlineData(" spaces ")]
    [InlineData("")]
    public async Task A_reminder_is_stored_read_and_removed_by_its_etag(string name)
    {
        var reminder = Reminder(name: name);
        var etag = await Table.UpsertRow(reminder);
        etag.ShouldNotBeNullOrEmpty();
        var read = (await Table.ReadRow(reminder.GrainId, name)).ShouldNotBeNull();
        read.GrainId.ShouldBe(reminder.GrainId);
        read.ReminderName.ShouldBe(name);
        read.StartAt.ShouldBe(Start);
        read.Period.ShouldBe(TimeSpan.FromMinutes(90));
        read.ETag.ShouldBe(etag);

        (
            await Table.RemoveRow(reminder.GrainId, name, "W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"")
        ).ShouldBeFalse();
        (await Table.RemoveRow(reminder.GrainId, "other", etag)).ShouldBeFalse();
        (await Table.RemoveRow(reminder.GrainId, name, etag)).ShouldBeTrue();
        (await Table.RemoveRow(reminder.GrainId, name, etag)).ShouldBeFalse();
        (await Table.ReadRow(reminder.GrainId, name)).ShouldBeNull();
    }

    [Fact]
    public async Task Parallel_upserts_of_a_reminder_get_distinct_etags()
    {
        var reminders = Enumerable.Range(0, 5).Select(_ => Reminder()).ToArray();
        foreach (var reminder in reminders)
        {
            var etags = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Table.UpsertRow(reminder)));
            etags.Distinct().Count().ShouldBe(5);
            etags.ShouldContain((await Table.ReadRow(reminder.GrainId, reminder.ReminderName))!.ETag);
        }
    }

    [Fact]
    public async Task A_grain_has_its_own_reminders_and_no_neighbours()
    {
        var id = Guid.NewGuid().ToString("N");
        foreach (var (key, name) in ((string, string)[])[(id, "one"), (id, "two"), ($"{id}-one", "x"), ($"{id}1", "y")])
        {
            await Table.UpsertRow(Reminder(key, name));
        }

        var rows = await Table.ReadRows(Grain(id));
        rows.Reminders.Select(reminder => reminder.ReminderName).ShouldBe(["one", "two"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_range_of_the_ring_holds_what_lies_after_its_begin_and_up_to_its_end()
    {
        var grains = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid().ToString("N")).ToArray();
        await Task.WhenAll(grains.Select(grain => Table.UpsertRow(Reminder(grain))));
        var hashes = grains.Select(grain => Grain(grain).GetUniformHashCode()).ToArray();
        await HoldsAsync(0, 0);
        await HoldsAsync(hashes[0], hashes[0]);
        var rings = Gen.Select(Gen.UInt, Gen.UInt).Array[20].Single();
        foreach (var (begin, end) in rings.Append((hashes[0], hashes[1])).Append((hashes[1], hashes[0])))
        {
            await HoldsAsync(begin, end);
        }

        async Task HoldsAsync(uint begin, uint end)
        {
            var rows = await Table.ReadRows(begin, end);
            rows.Reminders.Select(reminder => reminder.GrainId.GetUniformHashCode())
                .ShouldBe(hashes.Where(hash => IsIn(hash, begin, end)), ignoreOrder: true, $"({begin}, {end}]");
        }
    }

    [Fact]
    public async Task Clearing_deletes_all_reminders_of_the_cluster()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Table.UpsertRow(Reminder())));
        await Table.TestOnlyClearTable();
        (await Table.ReadRows(0, 0)).Reminders.ShouldBeEmpty();
    }

    protected static GrainId Grain(string key) => GrainId.Create("alarm", key);

    protected static ReminderEntry Reminder(string? key = null, string name = "reminder") =>
        new()
        {
            GrainId = Grain(key ?? Guid.NewGuid().ToString("N")),
            ReminderName = name,
            StartAt = Start,
            Period = TimeSpan.FromMinutes(90),
        };

    private static bool IsIn(uint hash, uint begin, uint end) =>
        begin < end ? hash > begin && hash <= end : begin == end || hash > begin || hash <= end;
}
