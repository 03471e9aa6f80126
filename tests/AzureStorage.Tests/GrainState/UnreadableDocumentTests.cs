using Azure.Data.Tables;
using CeActors.AzureStorage.GrainState;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>Rows that are damaged or of a form that nobody here knows: an error that says so, and never half a state.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class UnreadableDocumentTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Line = "0123456789abcdef key";
    private static readonly GrainId Grain = GrainId.Create("note", "a");
    private StorageRig _rig = null!;

    public static TheoryData<string, object?, string> Damages =>
        new()
        {
            { "L", null, "its length is missing" },
            { "L", "12", "a column is not of the type it should have" },
            { "L", -1, "its length is missing" },
            { "L", int.MaxValue, "its length is missing" },
            { "L", 1, "its chunks do not have its length" },
            { "D0", null, "its chunks do not have its length" },
            { "D0", "secret", "" },
            { "R", "short", "The list of index rows of a document is damaged" },
            { "R", 17, "a column is not of the type it should have" },
            { "R", $"{Line}\n{Line}", "a column is not of the type it should have" },
            { "D0", "null"u8.ToArray(), "it is null" },
            { "D0", "{\"Number\":\"secret\"}"u8.ToArray(), "it is not the expected JSON at line 0" },
            { "D0", "{\"Text\":\"secret"u8.ToArray(), "it is not the expected JSON at line 0" },
        };

    public async Task InitializeAsync() =>
        _rig = await StorageRig.StartAsync(
            azurite,
            options =>
            {
                options.BucketCount = 1;
                options.ExplainUnreadable = exception => (exception as NewerFormException)?.Message;
                options.Index<Form>(_ => []);
            }
        );

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_row_is_an_error_that_names_the_grain_and_no_content(
        string column,
        object? value,
        string reason
    )
    {
        await _rig.Storage.WriteStateAsync("note", Grain, new GrainState<Note>(new Note { Text = "secret" }));
        await ChangeAsync(row =>
        {
            row.Remove(column);
            if (value is not null)
            {
                row[column] = value;
            }

            if (column == "D0" && value is byte[] bytes)
            {
                row["L"] = bytes.Length;
            }
        });

        var state = new GrainState<Note>(new Note { Text = "before" }, "etag") { RecordExists = false };
        var unreadable = await Should.ThrowAsync<StoredDocumentUnreadableException>(() =>
            _rig.Storage.ReadStateAsync("note", Grain, state)
        );
        unreadable.Message.ShouldStartWith($"The stored state 'note' of {Grain} cannot be read: {reason}");
        unreadable.ToString().ShouldNotContain("secret");
        (state.State!.Text, state.ETag, state.RecordExists).ShouldBe(("before", "etag", false));
    }

    [Fact]
    public async Task A_newer_form_is_refused_with_the_words_of_whoever_knows_the_forms()
    {
        await _rig.Storage.WriteStateAsync("form", Grain, new GrainState<Form>(new Form { Version = 1, Text = "old" }));
        await ChangeAsync(
            row =>
            {
                var newer = "{\"Version\":2,\"Text\":\"secret\"}"u8.ToArray();
                (row["D0"], row["L"]) = (newer, newer.Length);
            },
            "form"
        );
        var state = new GrainState<Form>(new Form { Text = "before" });
        var unreadable = await Should.ThrowAsync<StoredDocumentUnreadableException>(() =>
            _rig.Storage.ReadStateAsync("form", Grain, state)
        );
        unreadable.Message.ShouldBe(
            $"The stored state 'form' of {Grain} cannot be read: This program knows version 1, not 2."
        );
        state.State!.Text.ShouldBe("before");
    }

    private async Task ChangeAsync(Action<TableEntity> change, string stateName = "note")
    {
        var table = _rig.Buckets.ReadsOf(0);
        var key = RowKeys.OfDocument(stateName, Grain);
        var row = (await table.GetEntityAsync<TableEntity>(_rig.Buckets.PartitionKeyOf(0), key)).Value;
        change(row);
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
    }

    private sealed class NewerFormException(int version) : Exception($"This program knows version 1, not {version}.");

    private sealed class Form
    {
        public int Version
        {
            get;
            set => field = value <= 1 ? value : throw new NewerFormException(value);
        }

        public string Text { get; set; } = "";
    }
}
