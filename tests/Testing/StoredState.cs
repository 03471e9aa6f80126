using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace CeActors.Testing;

/// <summary>
/// Everything that a storage account holds, row by row and blob by blob, as it was at one moment: two of them compared tell
/// whether anything was written meanwhile, even what was written again unchanged (its etag is another).
/// </summary>
public sealed class StoredState
{
    // A silo's heartbeat writes here all the time, whatever is asked of it.
    private const string MembershipTable = "OrleansSiloInstances";

    private readonly IReadOnlyDictionary<string, string> _entries;

    private StoredState(IReadOnlyDictionary<string, string> entries) => _entries = entries;

    /// <summary>How many rows and blobs there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Whether the name of a row or blob contains both texts, in whatever case.</summary>
    public bool Names(string one, string other) =>
        _entries.Keys.Any(key =>
            key.Contains(one, StringComparison.OrdinalIgnoreCase)
            && key.Contains(other, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Reads all tables but the cluster's membership, and all containers.</summary>
    public static async Task<StoredState> ReadAsync(string connectionString)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        var tables = new TableServiceClient(connectionString);
        await foreach (var table in tables.QueryAsync())
        {
            if (table.Name != MembershipTable)
            {
                await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                {
                    entries[$"{table.Name} {row.PartitionKey} {row.RowKey}"] = $"{row.ETag} {Content(row)}";
                }
            }
        }

        var blobs = new BlobServiceClient(connectionString);
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
            {
                var properties = blob.Properties;
                entries[$"{container.Name}/{blob.Name}"] = $"{properties.ETag} {properties.ContentLength} bytes";
            }
        }

        return new StoredState(entries);
    }

    /// <summary>One line for each row or blob that came, went or was written since; empty when nothing was.</summary>
    public IReadOnlyList<string> ChangesSince(StoredState before) =>
        [
            .. _entries
                .Where(now => !before._entries.ContainsKey(now.Key))
                .Select(now => $"came: {now.Key}")
                .Concat(before._entries.Keys.Where(key => !_entries.ContainsKey(key)).Select(key => $"went: {key}"))
                .Concat(
                    _entries
                        .Where(now => before._entries.TryGetValue(now.Key, out var then) && then != now.Value)
                        .Select(now => $"written: {now.Key}")
                )
                .Order(StringComparer.Ordinal),
        ];

    private static string Content(TableEntity row) =>
        string.Join(
            '|',
            row.Where(column => column.Key is not ("odata.etag" or "Timestamp"))
                .OrderBy(column => column.Key, StringComparer.Ordinal)
                .Select(column => $"{column.Key}={Text(column.Value)}")
        );

    private static string Text(object? value) =>
        value switch
        {
            byte[] bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)),
            BinaryData data => Convert.ToHexStringLower(SHA256.HashData(data.ToArray())),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
