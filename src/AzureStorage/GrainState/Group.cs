using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Changes that leave as one transaction; a row is in it at most once, and a change wholly or not at all.</summary>
internal sealed class Group
{
    private readonly HashSet<string> _rowKeys = new(GroupCommitLimits.GroupRowsMax, StringComparer.Ordinal);
    private readonly List<TableTransactionAction> _actions = new(GroupCommitLimits.GroupRowsMax);

    /// <summary>The changes, in the order they were accepted.</summary>
    public List<Change> Changes { get; } = new(GroupCommitLimits.GroupRowsMax);

    public int Rows { get; private set; }

    public int Bytes { get; private set; }

    /// <summary>Takes a change in, unless a bound or a row that is there already forbids it.</summary>
    public bool TryAdd(Change change)
    {
        if (
            Rows + change.Actions.Count > GroupCommitLimits.GroupRowsMax
            || Bytes + change.Bytes > GroupCommitLimits.GroupBytesMax
            || change.Actions.Exists(action => _rowKeys.Contains(action.Entity.RowKey))
        )
        {
            return false;
        }

        foreach (var action in change.Actions)
        {
            _rowKeys.Add(action.Entity.RowKey);
        }

        Changes.Add(change);
        Rows += change.Actions.Count;
        Bytes += change.Bytes;
        return true;
    }

    /// <summary>The rows to send, in the order of the changes; valid until the next call.</summary>
    public List<TableTransactionAction> Actions()
    {
        _actions.Clear();
        foreach (var change in Changes)
        {
            _actions.AddRange(change.Actions);
        }

        return _actions;
    }

    /// <summary>The change that a row of <see cref="Actions"/> belongs to, and the row's place in it.</summary>
    public (Change Change, int Place) OwnerOf(int index)
    {
        foreach (var change in Changes)
        {
            if (index < change.Actions.Count)
            {
                return (change, index);
            }

            index -= change.Actions.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(index));
    }

    /// <summary>Takes out a change whose fate is known. Its row keys stay: nothing is added after the first sending.</summary>
    public void Remove(Change change)
    {
        Changes.Remove(change);
        Rows -= change.Actions.Count;
        Bytes -= change.Bytes;
    }

    /// <summary>Takes a row out of a change, because what it does has been done already.</summary>
    public void Drop(Change change, int place)
    {
        change.Actions.RemoveAt(place);
        Rows--;
    }

    public void Clear()
    {
        Changes.Clear();
        _rowKeys.Clear();
        Rows = 0;
        Bytes = 0;
    }
}
