using System.Globalization;

namespace CeActors.Backup;

/// <summary>
/// Holds the copy of a table against the table as it is now. Both are in the order of their keys, so neither is held in
/// memory. Only documents are compared where there are any: their rows move with them.
/// </summary>
internal static class TableDifference
{
    private const string DocumentMark = "!d|";
    private static readonly string[] Keys = ["PartitionKey", "RowKey", "Timestamp"];

    /// <summary>Row keys of documents that are new, gone or changed; null stands for a change of something else.</summary>
    /// <exception cref="BackupFault">The rows are not in the order of their keys.</exception>
    public static async IAsyncEnumerable<string?> ReadAsync(
        string folder,
        StoredTables tables,
        string table,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var copied = LineFile
            .ReadAsync(folder, BackupNames.OfTable(table), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var present = tables
            .ReadAsync(table, Keys, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var left = await NextCopiedAsync(copied, null);
        var right = await NextPresentAsync(present, null);
        while (left is not null || right is not null)
        {
            var order =
                left is null ? 1
                : right is null ? -1
                : Compare(left.Value.Key, right.Value.Key);
            if (order == 0)
            {
                if (left!.Value.ETag != right!.Value.ETag && IsDocument(left.Value.Key))
                {
                    yield return left.Value.Key.Row;
                }

                left = await NextCopiedAsync(copied, left.Value.Key);
                right = await NextPresentAsync(present, right.Value.Key);
            }
            else if (order < 0)
            {
                yield return IsDocument(left!.Value.Key) ? left.Value.Key.Row : null;
                left = await NextCopiedAsync(copied, left.Value.Key);
            }
            else
            {
                yield return IsDocument(right!.Value.Key) ? right.Value.Key.Row : null;
                right = await NextPresentAsync(present, right.Value.Key);
            }
        }
    }

    private static async Task<((string Partition, string Row) Key, string ETag)?> NextCopiedAsync(
        IAsyncEnumerator<string> lines,
        (string Partition, string Row)? before
    )
    {
        if (!await lines.MoveNextAsync())
        {
            return null;
        }

        var (row, etag, _) = RowLine.Read(lines.Current);
        return (InOrder(before, (row.PartitionKey, row.RowKey)), etag);
    }

    private static async Task<((string Partition, string Row) Key, string ETag)?> NextPresentAsync(
        IAsyncEnumerator<Azure.Data.Tables.TableEntity> rows,
        (string Partition, string Row)? before
    )
    {
        if (!await rows.MoveNextAsync())
        {
            return null;
        }

        var row = rows.Current;
        return (InOrder(before, (row.PartitionKey, row.RowKey)), row.ETag.ToString());
    }

    private static (string Partition, string Row) InOrder(
        (string Partition, string Row)? before,
        (string Partition, string Row) key
    ) =>
        before is null || Compare(before.Value, key) < 0
            ? key
            : throw new BackupFault(
                string.Create(CultureInfo.InvariantCulture, $"The service gave row '{key.Row}' out of its order.")
            );

    private static int Compare((string Partition, string Row) one, (string Partition, string Row) other)
    {
        var partitions = string.CompareOrdinal(one.Partition, other.Partition);
        return partitions != 0 ? partitions : string.CompareOrdinal(one.Row, other.Row);
    }

    private static bool IsDocument((string Partition, string Row) key) =>
        key.Row.StartsWith(DocumentMark, StringComparison.Ordinal);
}
