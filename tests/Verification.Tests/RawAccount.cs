using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage;
using CeActors.AzureStorage.Inspection;
using CeActors.Grains.Storage;
using CeActors.Verification.Documents;

namespace CeActors.Verification.Tests;

/// <summary>Writes past every grain and every provider, and puts back what was there.</summary>
internal sealed class RawAccount(FilledAccount account) : IAsyncDisposable
{
    private const int Buckets = 2;
    private readonly Stack<Func<Task>> _undo = [];
    private readonly Area _state = new(new StoredAccount(account.Tables, StorageNames.StateTablePrefix), Buckets);
    private readonly Area _registry = new(new StoredAccount(account.Tables, StorageNames.RegistryTablePrefix), 1);

    public TableClient Table(string name) => account.Tables.GetTableClient(name);

    /// <summary>Table and keys of a document.</summary>
    public (string Table, string Partition, string Row) PlaceOf(DocumentKind kind, string grainKey)
    {
        var area = kind.Provider == StorageNames.State ? _state : _registry;
        var bucket = area.BucketOf(kind.Of(grainKey));
        return (area.Rows.TableOf(bucket), StoredAccount.PartitionOf(bucket), StoredAccount.KeyOf(kind.Of(grainKey)));
    }

    public async Task<TableEntity> ReadAsync((string Table, string Partition, string Row) place) =>
        await Table(place.Table).GetEntityAsync<TableEntity>(place.Partition, place.Row);

    /// <summary>The only row whose key starts so.</summary>
    public async Task<TableEntity> FindAsync(string table, string prefix)
    {
        var found = new List<TableEntity>();
        await foreach (var row in Table(table).QueryAsync<TableEntity>())
        {
            if (row.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            {
                found.Add(row);
            }
        }

        return found.Count > 0 ? found[0] : throw new InvalidOperationException($"No row {prefix} in {table}.");
    }

    public async Task PutAsync(string table, TableEntity entity)
    {
        var before = await Table(table).GetEntityIfExistsAsync<TableEntity>(entity.PartitionKey, entity.RowKey);
        _undo.Push(
            before.HasValue
                ? () => Table(table).UpsertEntityAsync(before.Value!, TableUpdateMode.Replace)
                : () => Table(table).DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ETag.All)
        );
        await Table(table).UpsertEntityAsync(entity, TableUpdateMode.Replace);
    }

    public async Task DeleteAsync(string table, TableEntity entity)
    {
        _undo.Push(() => Table(table).UpsertEntityAsync(entity, TableUpdateMode.Replace));
        await Table(table).DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ETag.All);
    }

    public async Task DropTableAsync(string table)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in Table(table).QueryAsync<TableEntity>())
        {
            rows.Add(row);
        }

        await Table(table).DeleteAsync();
        _undo.Push(async () =>
        {
            await Table(table).CreateAsync();
            foreach (var row in rows)
            {
                await Table(table).AddEntityAsync(row);
            }
        });
    }

    public async Task AddTableAsync(string table)
    {
        await Table(table).CreateAsync();
        _undo.Push(() => Table(table).DeleteAsync());
    }

    public async Task DeleteBlobAsync(string container, string name)
    {
        var blob = account.Blobs.GetBlobContainerClient(container).GetBlobClient(name);
        BinaryData content = (await blob.DownloadContentAsync()).Value.Content;
        await blob.DeleteAsync();
        _undo.Push(() => blob.UploadAsync(content, overwrite: true));
    }

    public async Task ReplaceBlobAsync(string container, string name, BinaryData by)
    {
        var blob = account.Blobs.GetBlobContainerClient(container).GetBlobClient(name);
        BinaryData content = (await blob.DownloadContentAsync()).Value.Content;
        await blob.UploadAsync(by, overwrite: true);
        _undo.Push(() => blob.UploadAsync(content, overwrite: true));
    }

    /// <summary>Changes what a document says; its rows and their list stay as they were.</summary>
    public async Task EditAsync(DocumentKind kind, string grainKey, Action<JsonObject> edit)
    {
        var place = PlaceOf(kind, grainKey);
        var entity = await ReadAsync(place);
        var json = JsonNode.Parse(entity.GetBinary("D0"))!.AsObject();
        edit(json);
        await PutAsync(place.Table, WithContent(entity, json.ToJsonString()));
    }

    /// <summary>Changes what a document says, and its rows and their list with it, as the provider would.</summary>
    public async Task EditWithRowsAsync(DocumentKind kind, string grainKey, Action<JsonObject> edit)
    {
        await EditAsync(kind, grainKey, edit);
        var place = PlaceOf(kind, grainKey);
        await WriteRowsAsync(kind, place, await ReadAsync(place), document => document.ToRows());
    }

    /// <summary>Puts rows, and their list, as an earlier program would have written them with a document.</summary>
    public async Task PutEarlierRowsAsync(DocumentKind kind, string grainKey)
    {
        var place = PlaceOf(kind, grainKey);
        await WriteRowsAsync(kind, place, await ReadAsync(place), document => document.ToEarlierRows()[0]);
    }

    /// <summary>Puts a document of another key beside it, with its rows: the text of the old key is replaced everywhere.</summary>
    public async Task CloneAsync(DocumentKind kind, string grainKey, string newKey, Action<JsonObject> edit)
    {
        var source = await ReadAsync(PlaceOf(kind, grainKey));
        var text = Encoding.UTF8.GetString(source.GetBinary("D0")).Replace(grainKey, newKey, StringComparison.Ordinal);
        var json = JsonNode.Parse(text)!.AsObject();
        edit(json);
        var place = PlaceOf(kind, newKey);
        var clone = WithContent(new TableEntity(source), json.ToJsonString());
        (clone.PartitionKey, clone.RowKey) = (place.Partition, place.Row);
        await PutAsync(place.Table, clone);
        await WriteRowsAsync(kind, place, clone, document => document.ToRows());
    }

    /// <summary>Puts everything back, the last first.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_undo.TryPop(out var undo))
        {
            await undo();
        }
    }

    /// <summary>A document row with another content.</summary>
    public static TableEntity WithContent(TableEntity entity, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new TableEntity(entity) { ["D0"] = bytes, ["L"] = bytes.Length };
    }

    private async Task WriteRowsAsync(
        DocumentKind kind,
        (string Table, string Partition, string Row) place,
        TableEntity entity,
        Func<IIndexedDocument, IReadOnlyList<StoredRow>> rowsOf
    )
    {
        var document = (IIndexedDocument)
            JsonSerializer.Deserialize(entity.GetBinary("D0"), kind.Type, DocumentJson.Options)!;
        var rows = rowsOf(document).Select(row => new IndexRow(row.Key, row.Columns)).ToList();
        var listed = rows.Select(StoredAccount.ListingOf).ToList();
        var list = string.Join('\n', listed.Select(row => $"{row.Digest} {row.Key}"));
        await PutAsync(place.Table, new TableEntity(entity) { ["R"] = list });
        for (var at = 0; at < rows.Count; at++)
        {
            var row = new TableEntity(place.Partition, listed[at].Key);
            foreach (var (name, value) in rows[at].Columns)
            {
                if (value is not null)
                {
                    row[name] = value;
                }
            }

            await PutAsync(place.Table, row);
        }
    }
}
