using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>A document as a table row: its bytes in chunks, their length, the write id and the index rows written with it.</summary>
internal static class DocumentRow
{
    /// <summary>The column of the write id: fresh for each write, it tells whether a doubtful write landed.</summary>
    public const string WriteIdColumn = "W";

    private const string LengthColumn = "L";
    private const string RowsColumn = "R";
    private const int FixedBytes = 200;

    private static readonly string[] ChunkColumns =
    [
        .. Enumerable.Range(0, GroupCommitLimits.ChunksMax).Select(chunk => $"D{chunk}"),
    ];

    /// <summary>How many chunks hold so many bytes.</summary>
    public static int ChunksOf(int length) =>
        Math.Max(1, (length + GroupCommitLimits.ChunkBytes - 1) / GroupCommitLimits.ChunkBytes);

    /// <summary>How many chunks a stored document has.</summary>
    /// <exception cref="FormatException">Its length is missing.</exception>
    public static int ChunksOf(TableEntity entity) => ChunksOf(LengthOf(entity));

    /// <summary>Fills an entity and returns its estimated size as JSON.</summary>
    /// <param name="entity">A new entity with its keys.</param>
    /// <param name="document">At most <see cref="GroupCommitLimits.DocumentBytesMax"/> bytes.</param>
    /// <param name="writeId">The write id.</param>
    /// <param name="rows">The list of index rows. It is always written: a merge would keep an old list.</param>
    public static int Write(TableEntity entity, BinaryData document, string writeId, string rows)
    {
        var bytes = document.ToMemory();
        entity[LengthColumn] = bytes.Length;
        entity[WriteIdColumn] = writeId;
        entity[RowsColumn] = rows;
        if (bytes.Length <= GroupCommitLimits.ChunkBytes)
        {
            entity[ChunkColumns[0]] = document.ToArray();
        }
        else
        {
            for (var chunk = 0; chunk < ChunksOf(bytes.Length); chunk++)
            {
                var from = chunk * GroupCommitLimits.ChunkBytes;
                var length = Math.Min(GroupCommitLimits.ChunkBytes, bytes.Length - from);
                entity[ChunkColumns[chunk]] = bytes.Slice(from, length).ToArray();
            }
        }

        return FixedBytes + bytes.Length / 3 * 4 + 80 * ChunksOf(bytes.Length) + ColumnValues.JsonBytesOf(rows);
    }

    /// <summary>The bytes of a stored document.</summary>
    /// <exception cref="FormatException">A column is missing or has another length.</exception>
    public static BinaryData Read(TableEntity entity)
    {
        var length = LengthOf(entity);
        if (
            length <= GroupCommitLimits.ChunkBytes
            && entity.GetBinary(ChunkColumns[0]) is { } only
            && only.Length == length
        )
        {
            return new BinaryData(only);
        }

        var bytes = new byte[length];
        var at = 0;
        for (var chunk = 0; chunk < ChunksOf(length); chunk++)
        {
            var part = entity.GetBinary(ChunkColumns[chunk]);
            if (part is null || part.Length > length - at)
            {
                throw new FormatException("its chunks do not have its length");
            }

            part.CopyTo(bytes, at);
            at += part.Length;
        }

        return at == length ? new BinaryData(bytes) : throw new FormatException("its chunks do not have its length");
    }

    /// <summary>The write id of a stored document; null when it has none.</summary>
    public static string? WriteIdOf(TableEntity entity) => entity.GetString(WriteIdColumn);

    /// <summary>The index rows that were written with a stored document.</summary>
    /// <exception cref="FormatException">The list is damaged.</exception>
    public static StoredRows RowsOf(TableEntity entity) => StoredRows.Parse(entity.GetString(RowsColumn));

    private static int LengthOf(TableEntity entity) =>
        entity.GetInt32(LengthColumn) is { } length and >= 0 and <= GroupCommitLimits.DocumentBytesMax
            ? length
            : throw new FormatException("its length is missing");
}
