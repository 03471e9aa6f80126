using CeActors.AzureStorage.Tests.GrainState;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>What every grain storage must do, whatever it stores in.</summary>
public abstract partial class GrainStorageContract
{
    /// <summary>The storage under test.</summary>
    protected abstract IGrainStorage Storage { get; }

    /// <summary>A second storage that shares nothing with the first.</summary>
    protected abstract IGrainStorage Other { get; }

    protected static GrainId NewGrain(string key = "") => GrainId.Create("note", key + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Reading_what_is_missing_gives_a_fresh_state_without_an_etag()
    {
        var state = await ReadAsync(NewGrain());
        state.RecordExists.ShouldBeFalse();
        state.ETag.ShouldBeNull();
        state.State.ShouldNotBeNull().Text.ShouldBe("");
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("Доклад-申报")]
    [InlineData("/\\#?%+'\"&=;:|!~ {}[]<>^`@$,.\t\u0001\u007f\u00a0")]
    [InlineData("😀")]
    public async Task What_is_written_is_read_whatever_the_key(string key)
    {
        var grain = NewGrain(key);
        var written = await WriteAsync(grain, new Note { Text = "申报 <a> \"b\"\n", Number = int.MinValue });
        var read = await ReadAsync(grain);
        read.RecordExists.ShouldBeTrue();
        read.ETag.ShouldBe(written.ETag);
        read.State!.Text.ShouldBe("申报 <a> \"b\"\n");
        read.State.Number.ShouldBe(int.MinValue);
    }

    [Fact]
    public async Task Keys_that_look_alike_are_different_grains()
    {
        var id = Guid.NewGuid().ToString("N");
        string[] keys = [$"a/{id}", $"a_{id}", $"a!002F{id}", $"a\\{id}", $"A/{id}", $"a|{id}"];
        foreach (var key in keys)
        {
            await WriteAsync(GrainId.Create("note", key), new Note { Text = key });
        }

        foreach (var key in keys)
        {
            (await ReadAsync(GrainId.Create("note", key))).State!.Text.ShouldBe(key);
        }
    }

    [Fact]
    public async Task An_integer_key_is_a_key()
    {
        var grain = GrainId.Create(
            GrainType.Create("note"),
            GrainIdKeyExtensions.CreateIntegerKey(Random.Shared.NextInt64())
        );
        await WriteAsync(grain, new Note { Number = 7 });
        (await ReadAsync(grain)).State!.Number.ShouldBe(7);
    }

    [Fact]
    public async Task A_second_insert_is_refused_and_nothing_is_written()
    {
        var grain = NewGrain();
        await WriteAsync(grain, new Note { Text = "first" });
        var second = new GrainState<Note>(new Note { Text = "second" });
        await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync("note", grain, second));
        second.ETag.ShouldBeNull();
        (await ReadAsync(grain)).State!.Text.ShouldBe("first");
    }

    [Fact]
    public async Task A_stale_etag_is_refused_and_nothing_is_written()
    {
        var grain = NewGrain();
        var first = await WriteAsync(grain, new Note { Text = "first" });
        var stale = await ReadAsync(grain);
        first.State!.Text = "second";
        await Storage.WriteStateAsync("note", grain, first);
        stale.State!.Text = "third";
        var refusal = await Should.ThrowAsync<InconsistentStateException>(() =>
            Storage.WriteStateAsync("note", grain, stale)
        );
        refusal.CurrentEtag.ShouldBe(stale.ETag);
        refusal.StoredEtag.ShouldBe(first.ETag);
        (await ReadAsync(grain)).State!.Text.ShouldBe("second");
    }

    [Fact]
    public async Task A_stale_clear_is_refused_and_the_data_are_kept()
    {
        var grain = NewGrain();
        var first = await WriteAsync(grain, new Note { Text = "first" });
        var stale = await ReadAsync(grain);
        await Storage.WriteStateAsync("note", grain, first);
        await Should.ThrowAsync<InconsistentStateException>(() => Storage.ClearStateAsync("note", grain, stale));
        (await ReadAsync(grain)).State!.Text.ShouldBe("first");
    }

    [Fact]
    public async Task A_clear_that_believes_the_record_absent_is_refused_when_it_is_there()
    {
        var grain = NewGrain();
        await WriteAsync(grain, new Note { Text = "first" });
        var blind = new GrainState<Note>(new Note());
        await Should.ThrowAsync<InconsistentStateException>(() => Storage.ClearStateAsync("note", grain, blind));
        (await ReadAsync(grain)).RecordExists.ShouldBeTrue();
    }

    [Fact]
    public async Task An_update_of_a_cleared_record_is_refused()
    {
        var grain = NewGrain();
        await WriteAsync(grain, new Note());
        var stale = await ReadAsync(grain);
        await Storage.ClearStateAsync("note", grain, await ReadAsync(grain));
        await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync("note", grain, stale));
        (await ReadAsync(grain)).RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task Each_write_changes_the_etag_even_with_equal_values()
    {
        var grain = NewGrain();
        var state = await WriteAsync(grain, new Note { Text = "same" });
        var etags = new HashSet<string> { state.ETag! };
        for (var write = 0; write < 5; write++)
        {
            await Storage.WriteStateAsync("note", grain, state);
            etags.Add(state.ETag!).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Write_clear_write_works_and_clear_leaves_a_fresh_state()
    {
        var grain = NewGrain();
        var state = await WriteAsync(grain, new Note { Text = "first" });
        await Storage.ClearStateAsync("note", grain, state);
        state.RecordExists.ShouldBeFalse();
        state.ETag.ShouldBeNull();
        state.State.ShouldNotBeNull().Text.ShouldBe("");
        (await ReadAsync(grain)).RecordExists.ShouldBeFalse();
        state.State.Text = "second";
        await Storage.WriteStateAsync("note", grain, state);
        (await ReadAsync(grain)).State!.Text.ShouldBe("second");
    }

    [Fact]
    public async Task Clearing_what_was_never_written_and_clearing_twice_are_allowed()
    {
        var grain = NewGrain();
        var state = new GrainState<Note>(new Note());
        await Storage.ClearStateAsync("note", grain, state);
        await Storage.WriteStateAsync("note", grain, state);
        await Storage.ClearStateAsync("note", grain, state);
        await Storage.ClearStateAsync("note", grain, state);
        state.RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task Two_state_names_of_a_grain_are_independent()
    {
        var grain = NewGrain();
        await WriteAsync(grain, new Note { Text = "one" }, "one");
        (await ReadAsync(grain, "two")).RecordExists.ShouldBeFalse();
        await WriteAsync(grain, new Note { Text = "two" }, "two");
        (await ReadAsync(grain, "one")).State!.Text.ShouldBe("one");
    }

    [Fact]
    public async Task Two_named_instances_are_isolated()
    {
        var grain = NewGrain();
        await WriteAsync(grain, new Note { Text = "here" });
        var there = new GrainState<Note>(new Note());
        await Other.ReadStateAsync("note", grain, there);
        there.RecordExists.ShouldBeFalse();
    }

    [Fact]
    public async Task Many_grains_in_parallel_keep_their_own_states()
    {
        var grains = Enumerable.Range(0, 300).Select(_ => NewGrain()).ToArray();
        await Task.WhenAll(grains.Select((grain, number) => WriteAsync(grain, new Note { Number = number })));
        var numbers = await Task.WhenAll(grains.Select(async grain => (await ReadAsync(grain)).State!.Number));
        numbers.ShouldBe(Enumerable.Range(0, 300));
    }

    protected async Task<GrainState<Note>> ReadAsync(GrainId grain, string name = "note")
    {
        var state = new GrainState<Note>(new Note { Text = "not read" });
        await Storage.ReadStateAsync(name, grain, state);
        return state;
    }

    protected async Task<GrainState<Note>> WriteAsync(GrainId grain, Note note, string name = "note")
    {
        var state = new GrainState<Note>(note);
        await Storage.WriteStateAsync(name, grain, state);
        state.RecordExists.ShouldBeTrue();
        state.ETag.ShouldNotBeNullOrEmpty();
        return state;
    }
}
