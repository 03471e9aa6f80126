using CeActors.AzureStorage.Tests.GrainState;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>What a storage whose documents name index rows must do.</summary>
public abstract partial class IndexRowContract
{
    /// <summary>The storage under test; it indexes <see cref="Note"/> by <see cref="Note.IndexRows"/>.</summary>
    protected abstract IGrainStorage Storage { get; }

    /// <summary>The reader of its rows.</summary>
    protected abstract IIndexRowReader Reader { get; }

    [Fact]
    public async Task Rows_come_with_the_document_that_names_them_and_move_with_it()
    {
        var (unit, id) = (Unique(), Unique());
        var state = await WriteAsync(Note.With($"w|{unit}1|{id}"));
        (await KeysAsync($"w|{unit}")).ShouldBe([$"w|{unit}1|{id}"]);

        state.Note.State!.Rows = Note.With($"w|{unit}2|{id}", $"p|{unit}1|{id}").Rows;
        await state.WriteAsync();
        (await KeysAsync($"w|{unit}")).ShouldBe([$"w|{unit}2|{id}"]);
        (await KeysAsync($"p|{unit}")).ShouldBe([$"p|{unit}1|{id}"]);

        state.Note.State.Rows = [];
        await state.WriteAsync();
        (await KeysAsync($"w|{unit}")).ShouldBeEmpty();
        (await KeysAsync($"p|{unit}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rows_move_after_the_state_was_read_anew()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"w|{unit}|1"));
        var again = new GrainState<Note>(new Note());
        await Storage.ReadStateAsync("note", state.Grain, again);
        again.State!.Rows = Note.With($"w|{unit}|2").Rows;
        await Storage.WriteStateAsync("note", state.Grain, again);
        (await KeysAsync($"w|{unit}")).ShouldBe([$"w|{unit}|2"]);
    }

    [Fact]
    public async Task Rows_move_with_a_state_that_came_from_another_silo()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"w|{unit}|1"));
        var migrated = new GrainState<Note>(Note.With($"w|{unit}|2"), state.Note.ETag) { RecordExists = true };
        await Storage.WriteStateAsync("note", state.Grain, migrated);
        (await KeysAsync($"w|{unit}")).ShouldBe([$"w|{unit}|2"]);
    }

    [Fact]
    public async Task A_stale_state_from_another_silo_is_refused_and_moves_no_row()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"w|{unit}|1"));
        var migrated = new GrainState<Note>(Note.With($"w|{unit}|2"), state.Note.ETag) { RecordExists = true };
        await state.WriteAsync();
        await Should.ThrowAsync<InconsistentStateException>(() =>
            Storage.WriteStateAsync("note", state.Grain, migrated)
        );
        await Should.ThrowAsync<InconsistentStateException>(() =>
            Storage.ClearStateAsync("note", state.Grain, migrated)
        );
        (await KeysAsync($"w|{unit}")).ShouldBe([$"w|{unit}|1"]);
    }

    [Fact]
    public async Task A_stale_etag_writes_no_row_and_deletes_none()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"w|{unit}|1"));
        var stale = new GrainState<Note>(new Note());
        await Storage.ReadStateAsync("note", state.Grain, stale);
        await state.WriteAsync();
        stale.State!.Rows = Note.With($"w|{unit}|2").Rows;
        await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync("note", state.Grain, stale));
        (await KeysAsync($"w|{unit}")).ShouldBe([$"w|{unit}|1"]);
    }

    [Fact]
    public async Task Clearing_takes_the_rows_along()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"w|{unit}|1", $"w|{unit}|2"));
        await Storage.ClearStateAsync("note", state.Grain, state.Note);
        (await KeysAsync($"w|{unit}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_column_is_written_and_is_read_back()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"w|{unit}|1"));
        state.Note.State!.Rows[$"w|{unit}|1"] = "changed";
        await state.WriteAsync();
        var rows = await Reader.ReadAsync($"w|{unit}", default).ToListAsync();
        rows.ShouldHaveSingleItem().Columns["Value"].ShouldBe("changed");
    }

    [Fact]
    public async Task Keys_of_any_characters_are_found_by_their_prefix_and_by_no_other()
    {
        const string odd = "/\\#?%+'\"&=!d|!0021 ~\t\u0001\u0085中文ё😀\uffff";
        var unit = Unique();
        await WriteAsync(Note.With($"{unit}{odd}1", $"{unit}{odd}2", $"{unit}!d|3"));
        (await KeysAsync(unit + odd)).ShouldBe([$"{unit}{odd}1", $"{unit}{odd}2"]);
        (await KeysAsync($"{unit}!d|")).ShouldBe([$"{unit}!d|3"]);
        (await KeysAsync(unit)).Count.ShouldBe(3);
        (await KeysAsync($"{unit}!")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_prefix_does_not_reach_into_its_neighbours()
    {
        var unit = Unique();
        await WriteAsync(Note.With($"w|{unit}1|x", $"w|{unit}10|x", $"w|{unit}1{{|x", $"w|{unit}1"));
        (await KeysAsync($"w|{unit}1|")).ShouldBe([$"w|{unit}1|x"]);
    }

    [Fact]
    public async Task An_empty_prefix_reads_all_rows_and_no_document()
    {
        var unit = Unique();
        await WriteAsync(Note.With($"a{unit}", $"!{unit}", $"~{unit}", $" {unit}", $"中{unit}"));
        var rows = await KeysAsync("");
        rows.Count(key => key.EndsWith(unit, StringComparison.Ordinal)).ShouldBe(5);
        rows.ShouldAllBe(key => !key.StartsWith("!d|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bucket_gives_its_rows_in_the_order_of_their_keys()
    {
        var unit = Unique();
        await WriteAsync(Note.With($"{unit}b", $"{unit}a", $"{unit}c"));
        var found = new List<string>();
        for (var bucket = 0; bucket < Reader.BucketCount; bucket++)
        {
            found.AddRange(await Reader.ReadBucketAsync(bucket, unit, default).Select(row => row.RowKey).ToListAsync());
        }

        found.ShouldBe([$"{unit}a", $"{unit}b", $"{unit}c"]);
        Should.Throw<ArgumentOutOfRangeException>(() => Reader.ReadBucketAsync(Reader.BucketCount, unit, default));
    }

    [Fact]
    public async Task A_consumer_may_stop_before_the_end()
    {
        var unit = Unique();
        await WriteAsync(Note.With($"{unit}a", $"{unit}b", $"{unit}c"));
        (await Reader.ReadAsync(unit, default).FirstAsync()).RowKey.ShouldStartWith(unit);
    }

    protected static string Unique() => Guid.NewGuid().ToString("N")[..12];

    protected async Task<List<string>> KeysAsync(string prefix)
    {
        var keys = await Reader.ReadAsync(prefix, default).Select(row => row.RowKey).ToListAsync();
        keys.Sort(StringComparer.Ordinal);
        return keys;
    }

    protected async Task<Written> WriteAsync(Note note)
    {
        var written = new Written(Storage, GrainId.Create("note", Unique()), new GrainState<Note>(note));
        await written.WriteAsync();
        return written;
    }

    /// <summary>A grain's state, to be written again.</summary>
    protected sealed record Written(IGrainStorage Storage, GrainId Grain, GrainState<Note> Note)
    {
        public Task WriteAsync() => Storage.WriteStateAsync("note", Grain, Note);
    }
}
