using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;

namespace CeActors.Grains.Review.Queues;

/// <summary>
/// The entries of one list in memory, in every order at once, so that any page is found without looking at the others. Not
/// thread-safe: it belongs to one activation.
/// </summary>
public sealed class QueueIndex
{
    /// <summary>Employers listed in <see cref="QueueCounts.ByEmployer"/>.</summary>
    public const int EmployersCountedMax = 20;

    /// <summary>Upper bounds, in whole days, of the ages counted apart; older ones are the last count.</summary>
    public static readonly ImmutableArray<int> AgeBoundsDays = [1, 3, 7, 15];

    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly Stack<int> _free = [];
    private readonly EmployerTable _employers = new();
    private readonly QueueOrder[] _orders =
    [
        .. Enum.GetValues<QueueSort>().Order().Select(sort => new QueueOrder(sort)),
    ];
    private readonly TextBlocks _names;
    private readonly TextBlocks _ids;
    private Line[] _lines = [];
    private int _slotsUsed;

    /// <summary>An empty list.</summary>
    public QueueIndex()
    {
        _names = new TextBlocks(slot => _lines[slot].Entry?.PersonName);
        _ids = new TextBlocks(slot => _lines[slot].Entry?.DeclarationId);
    }

    /// <summary>How many entries there are.</summary>
    public int Count => _slots.Count;

    /// <summary>Since when the entry that has waited longest is held; null when there is none.</summary>
    public DateTimeOffset? OldestHeldSince =>
        Count == 0 ? null : _lines[_orders[(int)QueueSort.HeldSince].Slots.Ascending(null).First()].Entry!.HeldSince;

    /// <summary>The entry of a declaration; null when it is not in the list.</summary>
    public QueueEntry? Find(string declarationId) =>
        _slots.TryGetValue(declarationId, out var slot) ? _lines[slot].Entry : null;

    /// <summary>Adds an entry, or replaces the one of the same declaration.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="mark">Number of the reading during which it was put, see <see cref="MarkedBefore"/>.</param>
    public void Put(QueueEntry entry, int mark = 0)
    {
        if (_slots.TryGetValue(entry.DeclarationId, out var slot))
        {
            if (_lines[slot].Entry == entry)
            {
                _lines[slot].Mark = mark;
                return;
            }

            Clear(slot);
        }
        else
        {
            slot = _free.TryPop(out var freed) ? freed : _slotsUsed++;
            _slots.Add(entry.DeclarationId, slot);
        }

        Fill(slot, entry, mark);
    }

    /// <summary>Marks an entry as seen; false when there is none.</summary>
    public bool Touch(string declarationId, int mark)
    {
        if (!_slots.TryGetValue(declarationId, out var slot))
        {
            return false;
        }

        _lines[slot].Mark = mark;
        return true;
    }

    /// <summary>Removes the entry of a declaration; false when there is none.</summary>
    public bool Remove(string declarationId)
    {
        if (!_slots.Remove(declarationId, out var slot))
        {
            return false;
        }

        Clear(slot);
        _lines[slot] = default;
        Forget(slot);
        _free.Push(slot);
        return true;
    }

    /// <summary>The entries that were neither put nor touched since the reading <paramref name="mark"/> began.</summary>
    public IReadOnlyList<QueueEntry> MarkedBefore(int mark)
    {
        var found = new List<QueueEntry>();
        for (var slot = 0; slot < _slotsUsed; slot++)
        {
            if (_lines[slot].Entry is { } entry && _lines[slot].Mark < mark)
            {
                found.Add(entry);
            }
        }

        return found;
    }

    /// <summary>A page; the query must have passed <see cref="QueueQueries.Check"/>.</summary>
    public QueuePage Read(QueueQuery query, bool isLoading)
    {
        QueuePosition? after = null;
        if (query.After is { } cursor)
        {
            after = QueueCursor.TryRead(cursor, query.Sort, query.Descending, out var position)
                ? position
                : throw new ArgumentException("The cursor is not one of this order.", nameof(query));
        }

        var filter = QueueFilter.Of(query, _employers);
        var matches = filter?.Matches(_lines.AsSpan(0, _slotsUsed), _names, _ids);
        var entries = ImmutableArray.CreateBuilder<QueueEntry>(query.PageSize);
        var order = _orders[(int)query.Sort].Slots;
        var hasMore = false;
        foreach (var slot in query.Descending ? order.Descending(after) : order.Ascending(after))
        {
            if (matches is not null && !matches.Includes(slot))
            {
                continue;
            }

            if (entries.Count == query.PageSize)
            {
                hasMore = true;
                break;
            }

            entries.Add(_lines[slot].Entry!);
        }

        var next = hasMore ? QueueCursor.After(query.Sort, query.Descending, entries[^1]) : null;
        return new QueuePage(entries.DrainToImmutable(), matches?.Count ?? Count, Count, next, isLoading);
    }

    /// <summary>Counts of the entries there are.</summary>
    public QueueCounts CountAt(DateTimeOffset now, bool isLoading)
    {
        var byAge = _orders[(int)QueueSort.HeldSince].Slots;
        var counts = ImmutableArray.CreateBuilder<int>(AgeBoundsDays.Length + 1);
        var younger = 0;
        foreach (var days in AgeBoundsDays)
        {
            // Held for exactly so many days is no longer under them, so what was held since that very tick is older.
            var bound = QueuePosition.OfNumber(now.AddDays(-days).UtcTicks + 1, "");
            var youngerThanBound = Count - byAge.CountBefore(bound);
            counts.Add(youngerThanBound - younger);
            younger = youngerThanBound;
        }

        counts.Add(Count - younger);
        return new QueueCounts(
            Count,
            counts.ToImmutable(),
            [.. _employers.Largest(EmployersCountedMax)],
            OldestHeldSince,
            isLoading
        );
    }

    /// <summary>Counts of the entries by status, in the order of its numbers.</summary>
    public DoneCounts CountByStatus(bool isLoading)
    {
        var counts = new SortedDictionary<DeclarationStatus, int>();
        foreach (ref readonly var line in _lines.AsSpan(0, _slotsUsed))
        {
            if (line.Entry is { } entry)
            {
                counts[entry.Status] = counts.GetValueOrDefault(entry.Status) + 1;
            }
        }

        return new DoneCounts(Count, [.. counts.Select(pair => new StatusCount(pair.Key, pair.Value))], isLoading);
    }

    private void Fill(int slot, QueueEntry entry, int mark)
    {
        if (slot >= _lines.Length)
        {
            Array.Resize(ref _lines, Math.Max(16, slot * 2));
        }

        var employer = _employers.Add(entry.EmployerCode, entry.EmployerName);
        // One text an employer instead of one an entry: with 400,000 entries that is tens of megabytes.
        var shared = entry with
        {
            EmployerCode = _employers[employer].Code,
            EmployerName = _employers[employer].Name,
        };
        _lines[slot] = new Line(shared, employer) { Mark = mark };
        Forget(slot);
        foreach (var order in _orders)
        {
            order.Add(
                slot,
                order.Sort == QueueSort.EmployerName
                    ? QueuePosition.OfName(_employers[employer].NameKey, entry.DeclarationId)
                    : QueuePosition.Of(order.Sort, entry)
            );
        }
    }

    private void Forget(int slot)
    {
        _names.Change(slot);
        _ids.Change(slot);
    }

    private void Clear(int slot)
    {
        _employers.Remove(_lines[slot].Employer);
        foreach (var order in _orders)
        {
            order.Remove(slot);
        }
    }

    /// <summary>What a filter looks at, side by side, so that looking at all lines stays a matter of milliseconds.</summary>
    internal struct Line(QueueEntry entry, int employer)
    {
        public readonly QueueEntry? Entry = entry;
        public readonly long HeldSinceTicks = entry.HeldSince.UtcTicks;
        public readonly int Employer = employer;
        public readonly int FromYear = entry.FromYear;
        public readonly int ToYear = entry.ToYear;
        public readonly bool TargetsMet = entry.TargetsMet;
        public int Mark;
    }
}
