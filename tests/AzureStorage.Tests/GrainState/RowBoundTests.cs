using System.Buffers;
using System.Text.Json;
using Azure.Data.Tables;
using CeActors.AzureStorage.GrainState;
using CeActors.AzureStorage.Transactions;
using CeActors.Testing;
using CsCheck;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>Rows and transactions at the sizes that the service takes, and one beyond.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class RowBoundTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const int ServiceBodyBytesMax = 4 * 1024 * 1024;

    // Azurite counts a changed row as the JSON that was sent, in which binary is a third larger; Azure counts the row itself.
    private const int ChangedDocumentBytesMax = 780_000;

    private static readonly GrainId Grain = GrainId.Create("wide", "grain");
    private readonly FaultTransport _transport = new();
    private StorageRig _rig = null!;

    public async Task InitializeAsync() =>
        _rig = await StorageRig.StartAsync(azurite, options => options.Index<Wide>(wide => [.. wide.Rows]), _transport);

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Fact]
    public async Task A_row_of_as_many_columns_as_the_service_takes_is_written_and_one_more_is_refused()
    {
        var columns = Enumerable.Range(0, GroupCommitLimits.ColumnsMax).ToDictionary(n => $"C{n}", n => (object?)n);
        await WriteAsync(new Wide([new("row", columns)]));
        (await _rig.RowsAsync("row")).ShouldHaveSingleItem().Columns.Count.ShouldBe(GroupCommitLimits.ColumnsMax);
        columns.Add("OneMore", 1);
        var refusal = await Should.ThrowAsync<ArgumentException>(() => WriteAsync(new Wide([new("row", columns)])));
        refusal.Message.ShouldContain($"{GroupCommitLimits.ColumnsMax}");
    }

    [Fact]
    public async Task A_row_as_large_as_the_service_takes_is_sent_and_one_byte_more_is_not()
    {
        // Fifteen full texts and a sixteenth that fills the row up; two bytes a character.
        var largest = RowOf(SmallestRowBytes(16), spare: 0);
        Sized(largest).ShouldBe(GroupCommitLimits.RowBytesMax);
        await WriteAsync(new Wide([largest]));
        (await _rig.RowsAsync("row")).ShouldHaveSingleItem().Columns.Count.ShouldBe(16);

        var sent = _transport.Transactions.Count;
        var larger = RowOf(SmallestRowBytes(16), spare: 1);
        var refusal = await Should.ThrowAsync<ChangeTooLargeException>(() => WriteAsync(new Wide([larger])));
        refusal.Message.ShouldContain($"{GroupCommitLimits.RowBytesMax + 2} bytes in one row");
        _transport.Transactions.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task A_document_at_the_bound_is_stored_and_changed_and_what_the_emulator_minds_is_refused_whole()
    {
        var grain = GrainId.Create("note", "full");
        var state = new GrainState<Note>(Full([], ChangedDocumentBytesMax));
        await _rig.Storage.WriteStateAsync("note", grain, state);
        state.State!.Number = 1;
        await _rig.Storage.WriteStateAsync("note", grain, state);
        (await ReadAsync()).Number.ShouldBe(1);

        await _rig.Storage.WriteStateAsync(
            "note",
            GrainId.Create("note", "fuller"),
            new GrainState<Note>(Full([], GroupCommitLimits.DocumentBytesMax))
        );
        state.State = Full([], GroupCommitLimits.DocumentBytesMax);
        var refusal = await Should.ThrowAsync<WriteRefusedException>(() =>
            _rig.Storage.WriteStateAsync("note", grain, state)
        );
        refusal.Message.ShouldContain("EntityTooLarge");
        (await ReadAsync()).Text.Length.ShouldBeLessThan(ChangedDocumentBytesMax);

        async Task<Note> ReadAsync()
        {
            var read = new GrainState<Note>(new Note());
            await _rig.Storage.ReadStateAsync("note", grain, read);
            return read.State!;
        }
    }

    [Fact]
    public async Task The_list_of_named_rows_takes_from_the_room_of_the_document()
    {
        string[] keys = [.. Enumerable.Range(0, 65).Select(n => $"{n:D3}".PadRight(485, 'k'))];
        var grain = GrainId.Create("note", "listed");
        var tooFull = new GrainState<Note>(Full(keys, GroupCommitLimits.DocumentBytesMax));
        var refusal = await Should.ThrowAsync<ChangeTooLargeException>(() =>
            _rig.Storage.WriteStateAsync("note", grain, tooFull)
        );
        refusal.Message.ShouldContain("bytes in one row");
        _transport.Transactions.ShouldBeEmpty();
        var fits = new GrainState<Note>(Full(keys, GroupCommitLimits.DocumentBytesMax - 1_000));
        await _rig.Storage.WriteStateAsync("note", grain, fits);
        (await _rig.RowsAsync("0")).Count.ShouldBe(65);
    }

    [Fact]
    public void No_change_is_larger_in_a_transaction_than_it_was_reckoned() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.Char['一', '龥'].Array[0, 300].Select(c => new string(c))), Gen.Int[1, 40])
            .Array[1, 12]
            .Sample(
                rows =>
                {
                    var named = rows.Select((row, n) => IndexRowOf($"{n}{row.Item1}", row.Item1, row.Item2)).ToArray();
                    var document = new BinaryData(new byte[rows.Sum(row => row.Item2) * 1_000]);
                    var change = ChangeBuilder.Write(
                        Grain,
                        "b000",
                        "!d|wide|wide|grain",
                        document,
                        named,
                        Known.Nothing,
                        out _
                    );
                    var body = new ArrayBufferWriter<byte>();
                    TransactionBody.Write(
                        "https://longaccountname.table.core.windows.net/State000",
                        change.Actions,
                        body
                    );
                    (body.WrittenCount - FrameBytes).ShouldBeLessThanOrEqualTo(change.Bytes);
                    change.Actions.ShouldAllBe(action =>
                        RowSize.Of((TableEntity)action.Entity) <= GroupCommitLimits.RowBytesMax
                    );
                },
                iter: 300
            );

    [Fact]
    public async Task The_largest_groups_stay_under_the_service_and_all_of_them_land()
    {
        // Escapes in JSON six bytes a character: the worst that a text can do.
        var text = new string('\u0001', GroupCommitLimits.TextCharactersMax);
        var writes = Enumerable
            .Range(0, 40)
            .Select(n => new Wide([new($"{n}", new Dictionary<string, object?> { ["A"] = text, ["B"] = text })]));
        await Task.WhenAll(writes.Select(WriteAsync));
        _transport.Transactions.ShouldAllBe(body => body.Length < ServiceBodyBytesMax);
        (await _rig.RowsAsync()).Count.ShouldBe(40);
    }

    /// <summary>The lines around all rows of a transaction.</summary>
    private const int FrameBytes = 400;

    private static IndexRow IndexRowOf(string key, string text, int number) =>
        new(
            key.Length > 60 ? key[..60] : key,
            new Dictionary<string, object?>
            {
                ["Text"] = text,
                ["Number"] = number,
                ["Long"] = long.MinValue,
                ["Flag"] = true,
                ["Instant"] = DateTimeOffset.MaxValue,
            }
        );

    private static IndexRow RowOf(int otherBytes, int spare)
    {
        var columns = Enumerable
            .Range(0, 15)
            .ToDictionary(n => $"C{n:D2}", _ => (object?)new string('x', GroupCommitLimits.TextCharactersMax));
        var left = (GroupCommitLimits.RowBytesMax - otherBytes) / 2 - 15 * GroupCommitLimits.TextCharactersMax;
        columns.Add("C15", new string('x', left + spare));
        return new IndexRow("row", columns);
    }

    /// <summary>A note that names rows and is so many bytes long.</summary>
    private static Note Full(string[] keys, int bytes)
    {
        var note = new Note { Rows = keys.ToDictionary(key => key, _ => "") };
        note.Text = new string('x', bytes - JsonSerializer.SerializeToUtf8Bytes(note).Length);
        return note;
    }

    private static int SmallestRowBytes(int columns) =>
        Sized(new IndexRow("row", Enumerable.Range(0, columns).ToDictionary(n => $"C{n:D2}", _ => (object?)"")));

    private static int Sized(IndexRow row)
    {
        var entity = new TableEntity("b000", row.RowKey);
        ColumnValues.Write(row, entity);
        return RowSize.Of(entity);
    }

    private Task WriteAsync(Wide wide) =>
        _rig.Storage.WriteStateAsync(
            "wide",
            GrainId.Create("wide", Guid.NewGuid().ToString("N")),
            new GrainState<Wide>(wide)
        );

    /// <summary>A state that names the rows it was made with and is stored without them.</summary>
    private sealed class Wide(IReadOnlyList<IndexRow> rows)
    {
        [System.Text.Json.Serialization.JsonConstructor]
        public Wide()
            : this([]) { }

        [System.Text.Json.Serialization.JsonIgnore]
        public IReadOnlyList<IndexRow> Rows { get; } = rows;
    }
}
