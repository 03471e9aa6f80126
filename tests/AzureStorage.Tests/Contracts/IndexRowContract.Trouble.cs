using CeActors.AzureStorage.Tests.GrainState;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>Contests, many pages and backends that are away.</summary>
public abstract partial class IndexRowContract
{
    private const int Rivals = 16;

    /// <summary><see cref="Reader"/>, reading a few rows at a time.</summary>
    protected abstract IIndexRowReader PagedReader(int rowsPerPage, bool laterPagesFail = false);

    /// <summary>A reader of a store that cannot be reached.</summary>
    protected abstract IIndexRowReader UnreachableReader { get; }

    [Fact]
    public async Task A_second_insert_writes_none_of_its_rows()
    {
        var unit = Unique();
        var first = await WriteAsync(Note.With($"w|{unit}|1"));
        var second = new GrainState<Note>(Note.With($"w|{unit}|1", $"w|{unit}|2"));
        second.State!.Rows[$"w|{unit}|1"] = "of the second";
        await Should.ThrowAsync<InconsistentStateException>(() => Storage.WriteStateAsync("note", first.Grain, second));
        var row = (await Reader.ReadAsync($"w|{unit}", default).ToListAsync()).ShouldHaveSingleItem();
        row.Columns["Value"].ShouldBe($"w|{unit}|1");
    }

    [Fact]
    public async Task Of_parallel_moves_exactly_one_wins_and_the_rows_are_the_winners()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"w|{unit}|start"));
        for (var round = 0; round < 5; round++)
        {
            var rivals = new GrainState<Note>[Rivals];
            for (var rival = 0; rival < Rivals; rival++)
            {
                rivals[rival] = new GrainState<Note>(new Note());
                await Storage.ReadStateAsync("note", state.Grain, rivals[rival]);
                rivals[rival].State!.Rows = Note.With(RowsOf(round, rival)).Rows;
            }

            var outcomes = await Task.WhenAll(rivals.Select(MovesAsync));
            var winner = Enumerable.Range(0, Rivals).Where(rival => outcomes[rival]).ShouldHaveSingleItem();
            (await KeysAsync($"w|{unit}")).ShouldBe(RowsOf(round, winner), ignoreOrder: true);
        }

        string[] RowsOf(int round, int rival) => [$"w|{unit}|{round}-{rival}", $"w|{unit}|done-{rival}"];

        async Task<bool> MovesAsync(GrainState<Note> rival)
        {
            try
            {
                await Storage.WriteStateAsync("note", state.Grain, rival);
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task More_rows_than_a_page_takes_are_read_once_each_and_in_order()
    {
        const int documents = 26;
        var unit = Unique();
        var expected = new List<string>();
        for (var document = 0; document < documents; document++)
        {
            string[] keys =
            [
                .. Enumerable.Range(0, GroupCommitLimits.IndexRowsMax).Select(row => $"{unit}|{document:D2}-{row:D3}"),
            ];
            await WriteAsync(Note.With(keys));
            expected.AddRange(keys);
        }

        // Over two buckets at least one has more than the thousand rows of a page.
        (await KeysAsync(unit)).ShouldBe(expected);
        var ordered = new List<string>();
        for (var bucket = 0; bucket < Reader.BucketCount; bucket++)
        {
            var keys = await Reader.ReadBucketAsync(bucket, unit, default).Select(row => row.RowKey).ToListAsync();
            keys.ShouldBe(keys.Order(StringComparer.Ordinal));
            ordered.AddRange(keys);
        }

        ordered.ShouldBe(expected, ignoreOrder: true);
        (await Reader.ReadAsync($"{unit}|07", default).CountAsync()).ShouldBe(GroupCommitLimits.IndexRowsMax);
    }

    [Fact]
    public async Task Rows_of_many_pages_are_read_as_a_whole_and_a_lost_page_is_an_error()
    {
        var unit = Unique();
        string[] keys = [.. Enumerable.Range(0, 17).Select(row => $"{unit}|{row:D2}")];
        await WriteAsync(Note.With(keys));
        foreach (var rowsPerPage in (int[])[1, 7])
        {
            var found = await PagedReader(rowsPerPage).ReadAsync(unit, default).Select(row => row.RowKey).ToListAsync();
            found.ShouldBe(keys, ignoreOrder: true);
        }

        var torn = PagedReader(7, laterPagesFail: true);
        await Should.ThrowAsync<Exception>(async () => await torn.ReadAsync(unit, default).ToListAsync());
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_an_error_and_never_no_rows()
    {
        await Should.ThrowAsync<Exception>(async () => await UnreachableReader.ReadAsync("", default).ToListAsync());
        await Should.ThrowAsync<Exception>(async () => await UnreachableReader.ReadAsync("x", default).ToListAsync());
        await Should.ThrowAsync<Exception>(async () =>
            await UnreachableReader.ReadBucketAsync(0, "x", default).ToListAsync()
        );
    }
}
