using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage.Tests.Backends;
using CeActors.AzureStorage.Tests.Contracts;
using CeActors.Testing;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

[Collection(AzuriteCollection.Name)]
public sealed class IndexRowTests(AzuriteFixture azurite) : IndexRowContract, IAsyncLifetime
{
    private static readonly DateTimeOffset Instant = new(2026, 7, 1, 12, 0, 0, 123, TimeSpan.FromHours(8));
    private readonly FaultTransport _transport = new();
    private StorageRig _rig = null!;

    protected override IGrainStorage Storage => _rig.Storage;

    protected override IIndexRowReader Reader => _rig.Rows;

    protected override IIndexRowReader UnreachableReader =>
        StorageRig.Unstarted(options => options.Accounts = [Backend.Nowhere(azurite)]).Rows;

    protected override IIndexRowReader PagedReader(int rowsPerPage, bool laterPagesFail = false) =>
        StorageRig
            .Unstarted(options =>
            {
                options.TablePrefix = _rig.Options.TablePrefix;
                options.Accounts = [Backend.By(azurite, new PagingTransport(rowsPerPage, laterPagesFail))];
            })
            .Rows;

    public async Task InitializeAsync() =>
        _rig = await StorageRig.StartAsync(
            azurite,
            options => options.Index<Columns>(state => [new IndexRow(state.Key, state.Values)]),
            _transport
        );

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task Unchanged_rows_are_not_written_again()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"{unit}1", $"{unit}2", $"{unit}3"));
        RowsOf(_transport.Transactions[^1]).ShouldBe(4);
        state.Note.State!.Rows[$"{unit}2"] = "changed";
        await state.WriteAsync();
        RowsOf(_transport.Transactions[^1]).ShouldBe(2);
        await state.WriteAsync();
        RowsOf(_transport.Transactions[^1]).ShouldBe(1);
    }

    [Fact]
    public async Task No_document_is_read_before_a_write()
    {
        var state = await WriteAsync(new Note());
        await state.WriteAsync();
        state.Note.State!.Rows = Note.With(Unique()).Rows;
        await state.WriteAsync();
        _rig.Statistics.Snapshot().ReadRequests.ShouldBe(0);
    }

    [Fact]
    public async Task A_row_that_somebody_deleted_does_not_keep_its_document_from_moving()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"{unit}1", $"{unit}2", $"{unit}3"));
        var bucket = _rig.Buckets.BucketOf(state.Grain);
        await _rig.Buckets.ReadsOf(bucket).DeleteEntityAsync(_rig.Buckets.PartitionKeyOf(bucket), $"{unit}2", ETag.All);
        state.Note.State!.Rows = Note.With($"{unit}4").Rows;
        await state.WriteAsync();
        (await KeysAsync(unit)).ShouldBe([$"{unit}4"]);
    }

    [Fact]
    public async Task A_row_that_no_document_names_is_replaced_by_the_one_that_is_inserted()
    {
        var unit = Unique();
        var state = await WriteAsync(Note.With($"{unit}1"));
        var bucket = _rig.Buckets.BucketOf(state.Grain);
        var stray = new TableEntity(_rig.Buckets.PartitionKeyOf(bucket), $"{unit}2") { ["Stray"] = true };
        await _rig.Buckets.ReadsOf(bucket).AddEntityAsync(stray);
        state.Note.State!.Rows = Note.With($"{unit}2", $"{unit}3").Rows;
        await state.WriteAsync();
        (await KeysAsync(unit)).ShouldBe([$"{unit}2", $"{unit}3"], ignoreOrder: true);
        await foreach (var row in Reader.ReadAsync(unit, default))
        {
            row.Columns.Keys.ShouldNotContain("Stray");
        }
    }

    [Fact]
    public async Task Columns_of_every_type_are_read_back_and_null_is_left_out()
    {
        var key = Unique();
        var state = new GrainState<Columns>(
            new Columns
            {
                Key = key,
                Values = new()
                {
                    ["Text"] = "申报'\"\\",
                    ["Empty"] = "",
                    ["Number"] = int.MinValue,
                    ["Long"] = long.MaxValue,
                    ["Flag"] = true,
                    ["Instant"] = Instant,
                    ["Nothing"] = null,
                },
            }
        );
        await Storage.WriteStateAsync("columns", GrainId.Create("columns", key), state);
        var columns = (await Reader.ReadAsync(key, default).SingleAsync()).Columns;
        columns.Count.ShouldBe(6);
        columns["Text"].ShouldBe("申报'\"\\");
        columns["Empty"].ShouldBe("");
        columns["Number"].ShouldBe(int.MinValue);
        columns["Long"].ShouldBe(long.MaxValue);
        columns["Flag"].ShouldBe(true);
        columns["Instant"].ShouldBe(Instant);
    }

    [Theory]
    [InlineData("Number", 2)]
    [InlineData("Number", 1L)]
    [InlineData("Number", "1")]
    [InlineData("Other", 1)]
    public async Task A_column_of_another_value_type_or_name_is_a_changed_row(string name, object value)
    {
        var key = Unique();
        var grain = GrainId.Create("columns", key);
        var state = new GrainState<Columns>(
            new Columns
            {
                Key = key,
                Values = new() { ["Number"] = 1 },
            }
        );
        await Storage.WriteStateAsync("columns", grain, state);
        state.State!.Values = new() { [name] = value };
        await Storage.WriteStateAsync("columns", grain, state);
        var columns = (await Reader.ReadAsync(key, default).SingleAsync()).Columns;
        columns.ShouldBe(new Dictionary<string, object?> { [name] = value });
    }

    [Theory]
    [InlineData("Decimal")]
    [InlineData("RowKey")]
    [InlineData("two words")]
    [InlineData("")]
    public async Task A_column_that_cannot_be_stored_is_refused(string name)
    {
        object value = name == "Decimal" ? 1.5m : "text";
        var state = new GrainState<Columns>(
            new Columns
            {
                Key = Unique(),
                Values = new() { [name] = value },
            }
        );
        await Should.ThrowAsync<ArgumentException>(() =>
            Storage.WriteStateAsync("columns", GrainId.Create("columns", Unique()), state)
        );
    }

    [Fact]
    public async Task A_text_at_the_bound_is_stored_and_a_longer_one_is_refused()
    {
        var key = Unique();
        var text = new string('申', GroupCommitLimits.TextCharactersMax);
        var state = new GrainState<Columns>(
            new Columns
            {
                Key = key,
                Values = new() { ["Text"] = text },
            }
        );
        await Storage.WriteStateAsync("columns", GrainId.Create("columns", key), state);
        (await Reader.ReadAsync(key, default).SingleAsync()).Columns["Text"].ShouldBe(text);
        state.State!.Values["Text"] = text + "报";
        await Should.ThrowAsync<ArgumentException>(() =>
            Storage.WriteStateAsync("columns", GrainId.Create("columns", key), state)
        );
    }

    [Fact]
    public async Task Keys_too_long_to_be_listed_with_their_document_are_refused()
    {
        string[] keys =
        [
            .. Enumerable.Range(0, 80).Select(n => $"{n:D3}".PadRight(GroupCommitLimits.RowKeyCharactersMax, 'k')),
        ];
        var refusal = await Should.ThrowAsync<ChangeTooLargeException>(() => WriteAsync(Note.With(keys)));
        refusal.Message.ShouldContain($"{GroupCommitLimits.TextCharactersMax}");
        await WriteAsync(Note.With(keys[..60]));
    }

    [Fact]
    public async Task A_missing_table_and_an_unreachable_account_throw_and_are_never_empty()
    {
        await _rig.Buckets.ReadsOf(1).DeleteAsync();
        await Should.ThrowAsync<RequestFailedException>(async () => await KeysAsync("x"));
        await Should.ThrowAsync<RequestFailedException>(() => ReadAllGrainsAsync(_rig));

        await using var unreachable = StorageRig.Unstarted(options => options.Accounts = [Backend.Nowhere(azurite)]);
        await Should.ThrowAsync<RequestFailedException>(() => ReadAllGrainsAsync(unreachable));
        await Should.ThrowAsync<RequestFailedException>(async () =>
            await unreachable.Rows.ReadAsync("x", default).ToListAsync()
        );
    }

    [Fact]
    public async Task A_write_to_a_missing_table_is_refused_and_is_no_conflict()
    {
        var grain = GrainId.Create("note", "homeless");
        await _rig.Buckets.ReadsOf(_rig.Buckets.BucketOf(grain)).DeleteAsync();
        var refusal = await Should.ThrowAsync<WriteRefusedException>(() =>
            Storage.WriteStateAsync("note", grain, new GrainState<Note>(new Note()))
        );
        refusal.Message.ShouldContain("TableNotFound");
    }

    private static async Task ReadAllGrainsAsync(StorageRig rig)
    {
        for (var grain = 0; grain < 20; grain++) // enough of them that both buckets are asked
        {
            var state = new GrainState<Note>(new Note());
            await rig.Storage.ReadStateAsync("note", GrainId.Create("note", $"{grain}"), state);
        }
    }

    private static int RowsOf(string transaction) =>
        transaction.Split("Content-Type: application/http", StringSplitOptions.None).Length - 1;

    private sealed class Columns
    {
        public string Key { get; set; } = "";

        public Dictionary<string, object?> Values { get; set; } = [];
    }
}
