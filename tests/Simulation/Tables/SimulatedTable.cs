using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage.Transactions;

namespace CeActors.Simulation.Tables;

/// <summary>One table with one partition. Rows are never changed in place, so whoever has read one keeps what was read.</summary>
internal sealed class SimulatedTable
{
    private readonly Dictionary<string, TableEntity> _rows;

    public SimulatedTable() => _rows = new(StringComparer.Ordinal);

    /// <summary>With the rows of another.</summary>
    public SimulatedTable(SimulatedTable other) => _rows = new(other._rows, StringComparer.Ordinal);

    public IEnumerable<TableEntity> Rows => _rows.Values;

    public TableEntity? Find(string rowKey) => _rows.GetValueOrDefault(rowKey);

    /// <summary>The first rows after a key whose keys start with a prefix, in order.</summary>
    public List<TableEntity> Page(string prefix, string? after, int rowsMax) =>
        [
            .. _rows
                .Values.Where(row =>
                    row.RowKey.StartsWith(prefix, StringComparison.Ordinal)
                    && (after is null || string.CompareOrdinal(row.RowKey, after) > 0)
                )
                .OrderBy(row => row.RowKey, StringComparer.Ordinal)
                .Take(rowsMax),
        ];

    /// <summary>Applies all rows or none.</summary>
    public (IReadOnlyList<string?> ETags, TransactionRefusedException? Refused) Apply(
        IReadOnlyList<TableTransactionAction> rows,
        bool isUnconditional,
        Func<string> nextETag
    )
    {
        for (var at = 0; at < rows.Count; at++)
        {
            if (!isUnconditional && Refusal(rows[at]) is var (status, code))
            {
                return ([], new TransactionRefusedException(status, code, at, null));
            }
        }

        var etags = new string?[rows.Count];
        for (var at = 0; at < rows.Count; at++)
        {
            var row = (TableEntity)rows[at].Entity;
            if (rows[at].ActionType == TableTransactionActionType.Delete)
            {
                _rows.Remove(row.RowKey);
                continue;
            }

            var stored = new TableEntity(row);
            if (rows[at].ActionType == TableTransactionActionType.UpdateMerge)
            {
                foreach (var (name, value) in _rows.GetValueOrDefault(row.RowKey) ?? [])
                {
                    stored.TryAdd(name, value);
                }
            }

            etags[at] = nextETag();
            stored.ETag = new ETag(etags[at]!);
            _rows[row.RowKey] = stored;
        }

        return (etags, null);
    }

    private (int Status, string Code)? Refusal(TableTransactionAction row)
    {
        var stored = _rows.GetValueOrDefault(row.Entity.RowKey);
        switch (row.ActionType)
        {
            case TableTransactionActionType.Add:
                return stored is null ? null : (409, "EntityAlreadyExists");
            case TableTransactionActionType.UpsertReplace or TableTransactionActionType.UpsertMerge:
                return null;
            default:
                return stored is null ? (404, "ResourceNotFound")
                    : row.ETag == ETag.All || row.ETag == stored.ETag ? null
                    : (412, "UpdateConditionNotSatisfied");
        }
    }
}
