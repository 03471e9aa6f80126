using CeActors.AzureStorage.Tests.GrainState;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>Contests, odd names and backends that are away.</summary>
public abstract partial class GrainStorageContract
{
    private const int Rivals = 20;
    private const int Rounds = 5;

    /// <summary>A storage that cannot be reached.</summary>
    protected abstract IGrainStorage Unreachable { get; }

    [Fact]
    public async Task Of_many_inserts_at_the_same_time_exactly_one_wins()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var grain = NewGrain();
            var winner = await WinnerAsync(rival =>
                Storage.WriteStateAsync("note", grain, new GrainState<Note>(new Note { Number = rival }))
            );
            (await ReadAsync(grain)).State!.Number.ShouldBe(winner);
        }
    }

    [Fact]
    public async Task Of_many_writes_with_one_etag_exactly_one_wins_each_time()
    {
        var grain = NewGrain();
        await WriteAsync(grain, new Note());
        for (var round = 0; round < Rounds; round++)
        {
            var states = await Task.WhenAll(Enumerable.Range(0, Rivals).Select(_ => ReadAsync(grain)));
            var winner = await WinnerAsync(rival =>
            {
                states[rival].State!.Number = rival;
                return Storage.WriteStateAsync("note", grain, states[rival]);
            });
            var read = await ReadAsync(grain);
            read.State!.Number.ShouldBe(winner);
            read.ETag.ShouldBe(states[winner].ETag);
        }
    }

    [Fact]
    public async Task Of_writes_and_clears_with_one_etag_exactly_one_wins()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var grain = NewGrain();
            await WriteAsync(grain, new Note { Number = -1 });
            var states = await Task.WhenAll(Enumerable.Range(0, Rivals).Select(_ => ReadAsync(grain)));
            var outcomes = await Task.WhenAll(states.Select((state, rival) => SucceedsAsync(() => Act(state, rival))));
            var read = await ReadAsync(grain);
            // A clear of what is gone already wants nothing more; a write must have met the etag that it knew.
            var writes = Enumerable.Range(0, Rivals).Where(rival => rival % 2 == 0 && outcomes[rival]).ToArray();
            if (read.RecordExists)
            {
                read.State!.Number.ShouldBe(writes.ShouldHaveSingleItem());
                outcomes.Count(succeeded => succeeded).ShouldBe(1);
            }
            else
            {
                writes.ShouldBeEmpty();
            }

            Task Act(GrainState<Note> state, int rival)
            {
                state.State!.Number = rival;
                return rival % 2 == 0
                    ? Storage.WriteStateAsync("note", grain, state)
                    : Storage.ClearStateAsync("note", grain, state);
            }
        }
    }

    [Theory]
    [InlineData("note")]
    [InlineData("a|b")]
    [InlineData("a/b\\c#d?e%2F'\"\u0001\u009f")]
    [InlineData("申报📅 !d|")]
    public async Task A_state_name_of_any_characters_is_a_name_of_its_own(string name)
    {
        var grain = NewGrain();
        await WriteAsync(grain, new Note { Text = "other" }, "b");
        await WriteAsync(grain, new Note { Text = name }, name);
        (await ReadAsync(grain, name)).State!.Text.ShouldBe(name);
        (await ReadAsync(grain, "b")).State!.Text.ShouldBe("other");
        await Storage.ClearStateAsync(name, grain, await ReadAsync(grain, name));
        (await ReadAsync(grain, name)).RecordExists.ShouldBeFalse();
        (await ReadAsync(grain, "b")).RecordExists.ShouldBeTrue();
    }

    [Fact]
    public async Task Names_and_keys_that_run_together_are_different_grains()
    {
        var id = Guid.NewGuid().ToString("N");
        (string Name, string Type, string Key)[] places =
        [
            ("a|b", "t", id),
            ("a", "t", $"b|{id}"),
            ("a!007Cb", "t", id),
            ("b", "t|a", id),
            ("a", "t|b", id),
        ];
        foreach (var (name, type, key) in places)
        {
            await WriteAsync(GrainId.Create(type, key), new Note { Text = name + type + key }, name);
        }

        foreach (var (name, type, key) in places)
        {
            (await ReadAsync(GrainId.Create(type, key), name)).State!.Text.ShouldBe(name + type + key);
        }
    }

    [Fact]
    public async Task Text_of_any_characters_is_read_back()
    {
        var text = new string([
            .. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(c => !char.IsSurrogate(c)),
        ]);
        var grain = NewGrain();
        await WriteAsync(grain, new Note { Text = text + "📅😀" });
        (await ReadAsync(grain)).State!.Text.ShouldBe(text + "📅😀");
    }

    [Fact]
    public async Task A_storage_that_cannot_be_reached_is_an_error_and_never_an_absent_record()
    {
        var state = new GrainState<Note>(new Note { Text = "kept" }, "\"etag\"") { RecordExists = true };
        await FailsAsync(() => Unreachable.ReadStateAsync("note", NewGrain(), state));
        await FailsAsync(() => Unreachable.WriteStateAsync("note", NewGrain(), state));
        await FailsAsync(() => Unreachable.ClearStateAsync("note", NewGrain(), state));
        (state.ETag, state.RecordExists, state.State!.Text).ShouldBe(("\"etag\"", true, "kept"));

        var fresh = new GrainState<Note>(new Note { Text = "new" });
        await FailsAsync(() => Unreachable.WriteStateAsync("note", NewGrain(), fresh));
        await FailsAsync(() => Unreachable.ClearStateAsync("note", NewGrain(), fresh));
        (fresh.ETag, fresh.RecordExists, fresh.State!.Text).ShouldBe((null, false, "new"));
    }

    /// <summary>The failure says that the storage is away, not that another was first.</summary>
    private static async Task FailsAsync(Func<Task> operation)
    {
        var failure = await Should.ThrowAsync<Exception>(operation);
        failure.ShouldNotBeAssignableTo<InconsistentStateException>();
    }

    private static async Task<int> WinnerAsync(Func<int, Task> attempt)
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, Rivals).Select(rival => SucceedsAsync(() => attempt(rival)))
        );
        return Enumerable.Range(0, Rivals).Where(rival => outcomes[rival]).ShouldHaveSingleItem();
    }

    private static async Task<bool> SucceedsAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }
}
