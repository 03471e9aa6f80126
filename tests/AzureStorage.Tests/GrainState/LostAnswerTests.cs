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
    public async Task A_reading_that_fails_leaves_the_others_settled()
    {
        var writes = await GroupOfAsync(30, Fault.LoseAnswer);
        _transport.FailingReads.UnionWith([1, 3, 20, 33]);
        var before = _rig.Statistics.Snapshot().ReadRequests;
        _transport.Open();
        await Task.WhenAll(writes);

        // 30, and once more each that failed: the first alone, then 29 of which two fail, then those two, of which one fails.
        (_rig.Statistics.Snapshot().ReadRequests - before).ShouldBe(34);
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
    private async Task<Task[]> GroupOfAsync(int count, Fault fault)
    {
        await WriteAsync("first");
        var held = _transport.Close();
        var blocker = _rig.Storage.WriteStateAsync("note", Grain("blocker"), new GrainState<Note>(new Note()));
        await held;
        Task[] writes = [.. Enumerable.Range(0, count).Select(number => WriteAsync($"{number}"))];
        _transport.Plan(Fault.None, fault);
        return [blocker, .. writes];
    }

    private static GrainId Grain(string key) => GrainId.Create("note", key);

    private async Task<GrainState<Note>> WriteAsync(string key)
    {
        var state = new GrainState<Note>(Note.With($"row-{key}"));
        await _rig.Storage.WriteStateAsync("note", Grain(key), state);
        return state;
    }
}
