using Azure;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Makes the rows of one state change and refuses it when they exceed what one transaction takes.</summary>
internal static class ChangeBuilder
{
    /// <summary>Multipart boundaries, headers and the address of one row in a transaction's body, beyond its keys.</summary>
    private const int RowOverheadBytes = 700;

    /// <summary>A key stands in the address, percent-encoded (at most nine bytes a character), and in the body.</summary>
    private const int KeyBytesPerCharacter = 15;

    /// <summary>The document and its rows replace what is known to be stored.</summary>
    /// <exception cref="ChangeTooLargeException">They do not fit one transaction.</exception>
    public static Change Write(
        GrainId grainId,
        string partitionKey,
        string rowKey,
        BinaryData document,
        IReadOnlyList<IndexRow> rows,
        Known known,
        out Known after
    )
    {
        var length = document.ToMemory().Length;
        Require(grainId, "bytes", length, GroupCommitLimits.DocumentBytesMax);
        Require(grainId, "index rows", rows.Count, GroupCommitLimits.IndexRowsMax);

        var keys = new string[rows.Count];
        var named = StoredRows.Of(rows, keys);
        var list = named.Format() ?? "";
        Require(grainId, "characters of index row keys", list.Length, GroupCommitLimits.TextCharactersMax);

        var change = new Change(grainId, rowKey, WriteIds.Next(), known.ETag, deletes: false);
        var entity = new TableEntity(partitionKey, rowKey);
        var bytes = DocumentRow.Write(entity, document, change.WriteId, list);
        var chunks = DocumentRow.ChunksOf(length);
        // A merge is cheaper, but would keep the chunks of a longer document.
        var update =
            chunks < known.Chunks ? TableTransactionActionType.UpdateReplace : TableTransactionActionType.UpdateMerge;
        Add(
            change,
            known.ETag is null
                ? new TableTransactionAction(TableTransactionActionType.Add, entity)
                : new TableTransactionAction(update, entity, new ETag(known.ETag)),
            bytes
        );
        DeleteRows(change, partitionKey, known.Rows, except: named);
        for (var at = 0; at < rows.Count; at++)
        {
            if (!named.HasSame(keys[at], known.Rows))
            {
                var row = new TableEntity(partitionKey, keys[at]);
                var rowBytes = ColumnValues.Write(rows[at], row);
                var put = known.Rows.Has(keys[at])
                    ? TableTransactionActionType.UpsertReplace
                    : TableTransactionActionType.Add;
                Add(change, new TableTransactionAction(put, row), rowBytes);
            }
        }

        after = new Known(null, named, chunks);
        return Fitting(change);
    }

    /// <summary>The document and its rows go.</summary>
    /// <exception cref="ChangeTooLargeException">They do not fit one transaction.</exception>
    public static Change Delete(GrainId grainId, string partitionKey, string rowKey, Known known)
    {
        var change = new Change(grainId, rowKey, WriteIds.Next(), known.ETag, deletes: true);
        var entity = new TableEntity(partitionKey, rowKey);
        Add(change, new TableTransactionAction(TableTransactionActionType.Delete, entity, new ETag(known.ETag!)), 0);
        DeleteRows(change, partitionKey, known.Rows, except: StoredRows.None);
        return Fitting(change);
    }

    private static void DeleteRows(Change change, string partitionKey, StoredRows stored, StoredRows except)
    {
        foreach (var key in stored.Keys)
        {
            if (!except.Has(key))
            {
                var row = new TableEntity(partitionKey, key);
                Add(change, new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All), 0);
            }
        }
    }

    private static void Add(Change change, TableTransactionAction action, int bytes)
    {
        var estimate = RowOverheadBytes + KeyBytesPerCharacter * action.Entity.RowKey.Length + bytes;
        // The estimate is never below what the service counts, so nearly all rows need no counting.
        if (estimate > GroupCommitLimits.RowBytesMax)
        {
            var size = RowSize.Of((TableEntity)action.Entity);
            Require(change.GrainId, "bytes in one row", size, GroupCommitLimits.RowBytesMax);
        }

        change.Actions.Add(action);
        change.Bytes += estimate;
    }

    private static Change Fitting(Change change)
    {
        Require(change.GrainId, "rows", change.Actions.Count, GroupCommitLimits.GroupRowsMax);
        Require(change.GrainId, "bytes of rows", change.Bytes, GroupCommitLimits.GroupBytesMax);
        return change;
    }

    private static void Require(GrainId grainId, string what, int actual, int bound)
    {
        if (actual > bound)
        {
            throw new ChangeTooLargeException(grainId, $"it has {actual} {what}, the bound is {bound}");
        }
    }
}
