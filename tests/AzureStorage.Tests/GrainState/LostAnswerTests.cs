using CeActors.AzureStorage.GrainState;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>Writes that are not answered: how soon they are looked into, and by how many readings.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LostAnswerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);
    private readonly FaultTransport _transport = new();
    private StorageRig _rig = null!;

    public async Task InitializeAsync() =>
        _rig = await StorageRig.StartAsync(
            azurite,
            options =>
            {
                options.BucketCount = 1;
                options.ShortestAnswerLimit = Shortest;
            },
            _transport,
            new HastyTimeProvider()
        );

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [InlineData(Fault.Swallow, 2)]
    [InlineData(Fault.Silence, 1)]
    public async Task An_answer_that_does_not_come_is_looked_for_long_before_the_request_limit(
        Fault fault,
        int sendings
    )
    {
        _transport.Plan(fault);
        await WriteAsync("a").WaitAsync(TableAccount.WriteRequestLimit / 2);

        _transport.Transactions.Count.ShouldBe(sendings);
        (await _rig.RowsAsync()).ShouldHaveSingleItem().RowKey.ShouldBe("row-a");
    }

    [Fact]
    public async Task A_group_that_has_not_landed_goes_again_after_one_reading()
    {
        var writes = await GroupOfAsync(30, Fault.FailBefore);
        var before = _rig.Statistics.Snapshot().ReadRequests;
        _transport.Open();
        await Task.WhenAll(writes);

        (_rig.Statistics.Snapshot().ReadRequests - before).ShouldBe(1);
        (await _rig.RowsAsync()).Count.ShouldBe(31);
    }

    [Fact]
    public async Task A_group_that_has_landed_is_acknowledged_after_one_reading_and_each_etag_is_read_by_the_next_write()
    {
        var writes = await GroupOfAsync(30, Fault.LoseAnswer);
        var before = _rig.Statistics.Snapshot().ReadRequests;
        _transport.Open();
        var states = await Task.WhenAll(writes);

        (_rig.Statistics.Snapshot().ReadRequests - before).ShouldBe(1);
        (await _rig.RowsAsync()).Count.ShouldBe(31);

        foreach (var number in Enumerable.Range(0, 30))
        {
            states[number].State!.Rows = Note.With($"row-{number}-again").Rows;
            await _rig.Storage.WriteStateAsync("note", Grain($"{number}"), states[number]);
            (await ReadAsync($"{number}")).ETag.ShouldBe(states[number].ETag);
        }

        // One reading of each is the test's own; the one whose fate was read for all has its etag from there.
        (_rig.Statistics.Snapshot().ReadRequests - before).ShouldBe(1 + 29 + 30);
        (await _rig.RowsAsync()).Count(row => row.RowKey.EndsWith("-again", StringComparison.Ordinal)).ShouldBe(30);
    }

    [Theory]
    [InlineData("write")]
    [InlineData("clear")]
    public async Task After_a_lost_answer_what_somebody_else_has_written_since_is_not_written_over(string command)
    {
        var writes = await GroupOfAsync(3, Fault.LoseAnswer);
        _transport.Open();
        var states = await Task.WhenAll(writes);
        var rivals = new List<GrainState<Note>>();
        foreach (var number in Enumerable.Range(0, 3))
        {
            var rival = await ReadAsync($"{number}");
            rival.State!.Rows = Note.With($"rival-{number}").Rows;
            await _rig.Storage.WriteStateAsync("note", Grain($"{number}"), rival);
            rivals.Add(rival);
        }

        foreach (var number in Enumerable.Range(0, 3))
        {
            await Should.ThrowAsync<Orleans.Storage.InconsistentStateException>(() =>
                command == "write"
                    ? _rig.Storage.WriteStateAsync("note", Grain($"{number}"), states[number])
                    : _rig.Storage.ClearStateAsync("note", Grain($"{number}"), states[number])
            );
            (await ReadAsync($"{number}")).ETag.ShouldBe(rivals[number].ETag);
        }

        (await _rig.RowsAsync())
            .Select(row => row.RowKey)
            .ShouldBe(["rival-0", "rival-1", "rival-2", "row-first"], ignoreOrder: true);
    }

    [Fact]
    public async Task After_a_lost_answer_a_state_is_cleared_and_read_like_any_other()
    {
        var writes = await GroupOfAsync(3, Fault.LoseAnswer);
        _transport.Open();
        var states = await Task.WhenAll(writes);

        await _rig.Storage.ClearStateAsync("note", Grain("1"), states[1]);
        await _rig.Storage.ReadStateAsync("note", Grain("2"), states[2]);

        (await ReadAsync("1")).RecordExists.ShouldBeFalse();
        states[2].ETag.ShouldBe((await ReadAsync("2")).ETag);
        (await _rig.RowsAsync()).Select(row => row.RowKey).ShouldBe(["row-0", "row-2", "row-first"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_reading_that_fails_is_made_again()
    {
        var writes = await GroupOfAsync(30, Fault.LoseAnswer);
        _transport.FailingReads.UnionWith([1, 2]);
        var before = _rig.Statistics.Snapshot().ReadRequests;
        _transport.Open();
        await Task.WhenAll(writes);

        (_rig.Statistics.Snapshot().ReadRequests - before).ShouldBe(3);
        _transport.FailingReads.ShouldBeEmpty();
        (await _rig.RowsAsync()).Count.ShouldBe(31);
    }

    [Fact]
    public async Task A_conflict_that_cannot_be_looked_into_at_once_is_looked_into_again()
    {
        var state = await WriteAsync("a");
        var rival = new GrainState<Note>(new Note());
        await _rig.Storage.ReadStateAsync("note", Grain("a"), rival);
        await _rig.Storage.WriteStateAsync("note", Grain("a"), rival);
        _transport.FailingReads.UnionWith([1, 2]);

        await Should.ThrowAsync<Orleans.Storage.InconsistentStateException>(() =>
            _rig.Storage.WriteStateAsync("note", Grain("a"), state)
        );
    }

    [Fact]
    public void The_limit_follows_the_answers_and_doubles_with_each_try()
    {
        var times = new AnswerTimes(Shortest);
        times.LimitOf(1).ShouldBe(GroupCommitLimits.FirstAnswerLimit);
        Take(TimeSpan.FromMilliseconds(10), 100);
        times.LimitOf(1).ShouldBe(Shortest);
        times.LimitOf(2).ShouldBe(Shortest * 2);
        times.LimitOf(3).ShouldBe(Shortest * 4);
        times.LimitOf(100).ShouldBe(TableAccount.WriteRequestLimit);

        Take(TimeSpan.FromMilliseconds(400), 100);
        times
            .LimitOf(1)
            .ShouldBe(TimeSpan.FromMilliseconds(400 * AnswerTimes.MeansAllowed), TimeSpan.FromMilliseconds(1));

        void Take(TimeSpan time, int answers)
        {
            for (var answer = 0; answer < answers; answer++)
            {
                times.Took(time);
            }
        }
    }

    [Fact]
    public void A_storage_that_has_become_slower_than_the_limit_is_known_after_one_group()
    {
        var times = new AnswerTimes(Shortest);
        for (var answer = 0; answer < 100; answer++)
        {
            times.Took(TimeSpan.FromMilliseconds(10));
        }

        var slow = TimeSpan.FromMilliseconds(1_500);
        var tries = 1;
        while (times.LimitOf(tries) < slow)
        {
            tries++;
        }

        tries.ShouldBeLessThan(GroupCommitLimits.SendingsMax);
        times.Took(slow);
        times.LimitOf(1).ShouldBeGreaterThanOrEqualTo(slow);
    }

    [Fact]
    public async Task Lost_answers_do_not_make_the_next_ones_be_waited_for_longer()
    {
        for (var number = 0; number < 40; number++)
        {
            await WriteAsync($"{number}"); // so that the limit is the shortest
        }

        var faults = Enumerable.Repeat<Fault[]>([Fault.Swallow, Fault.None], 8).SelectMany(pair => pair);
        _transport.Plan([.. faults]);
        var began = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < 8; number++)
        {
            await WriteAsync($"lost-{number}");
        }

        // Eight waits of the shortest limit, with plenty for a busy machine; waits that grow by each other come to half a minute.
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(8 * Shortest + TimeSpan.FromSeconds(8));
    }

    // A first write is held and let go, so that those that wait behind it leave together and meet the fault.
    private async Task<Task<GrainState<Note>>[]> GroupOfAsync(int count, Fault fault)
    {
        await WriteAsync("first");
        var held = _transport.Close();
        var blocker = _rig.Storage.WriteStateAsync("note", Grain("blocker"), new GrainState<Note>(new Note()));
        await held;
        Task<GrainState<Note>>[] writes = [.. Enumerable.Range(0, count).Select(number => WriteAsync($"{number}"))];
        _transport.Plan(Fault.None, fault);
        return [.. writes, Blocked(blocker)];

        static async Task<GrainState<Note>> Blocked(Task written)
        {
            await written;
            return new GrainState<Note>(new Note());
        }
    }

    private async Task<GrainState<Note>> ReadAsync(string key)
    {
        var state = new GrainState<Note>(new Note());
        await _rig.Storage.ReadStateAsync("note", Grain(key), state);
        return state;
    }

    private static GrainId Grain(string key) => GrainId.Create("note", key);

    private async Task<GrainState<Note>> WriteAsync(string key)
    {
        var state = new GrainState<Note>(Note.With($"row-{key}"));
        await _rig.Storage.WriteStateAsync("note", Grain(key), state);
        return state;
    }
}
