using CeActors.Contracts.Declarations;

namespace CeActors.Grains.Review.Queues;

/// <summary>
/// A list that is told facts from several sides, in any order, and read from rows meanwhile: of two facts about a declaration
/// the one of the later version holds.
/// </summary>
public sealed class VersionedList
{
    private readonly HandingRules _rules;
    private readonly Departures _departures = new();
    private int _reading;
    private DateTimeOffset? _readingSince;

    /// <summary>An empty list.</summary>
    public VersionedList()
        : this(HandingRules.Design) { }

    internal VersionedList(HandingRules rules) => _rules = rules;

    /// <summary>The entries as they are known.</summary>
    public QueueIndex Entries { get; } = new();

    /// <summary>All rows have been read at least once.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>Rows are being read.</summary>
    public bool IsBeingRead => _readingSince is not null;

    /// <summary>How many departures are remembered.</summary>
    public int DeparturesRemembered => _departures.Count;

    /// <summary>The latest version that is known of a declaration, here or gone; 0 when nothing is.</summary>
    public long KnownVersionOf(string declarationId) =>
        Math.Max(Entries.Find(declarationId)?.Version ?? 0, _departures.VersionOf(declarationId));

    /// <summary>A declaration is here; older than known changes nothing.</summary>
    public void Put(QueueEntry entry)
    {
        if (_rules.OlderChangesNothing && entry.Version < Entries.Find(entry.DeclarationId)?.Version)
        {
            return;
        }

        if (!_rules.OlderChangesNothing || entry.Version > _departures.VersionOf(entry.DeclarationId))
        {
            _departures.Remove(entry.DeclarationId);
            Entries.Put(entry, _reading);
        }
    }

    /// <summary>A declaration is elsewhere since <paramref name="version"/>; older than known, or as old, changes nothing.</summary>
    public void Drop(string declarationId, long version, DateTimeOffset now)
    {
        if (_rules.OlderChangesNothing && version <= KnownVersionOf(declarationId))
        {
            return;
        }

        Entries.Remove(declarationId);
        if (_rules.RemembersDepartures)
        {
            _departures.Add(declarationId, version, now);
        }

        _departures.Forget(now, _readingSince);
    }

    /// <summary>A reading of all rows begins; one at a time.</summary>
    public void BeginReading(DateTimeOffset now)
    {
        _reading++;
        _readingSince = now;
    }

    /// <summary>A row was read.</summary>
    public void Merge(QueueEntry row)
    {
        Put(row);
        Entries.Touch(row.DeclarationId, _reading);
    }

    /// <summary>
    /// All rows were read. What was here before and has no row was not here at some instant since: it left, and at the
    /// earliest with the next version. What came while they were being read keeps its place.
    /// </summary>
    public void EndReading(DateTimeOffset now)
    {
        foreach (var entry in Entries.MarkedBefore(_reading))
        {
            Drop(entry.DeclarationId, entry.Version + 1, now);
        }

        _readingSince = null;
        IsLoaded = true;
        _departures.Forget(now, null);
    }

    /// <summary>A reading failed: what was merged holds, nothing is concluded from what was not seen.</summary>
    public void AbandonReading() => _readingSince = null;

    /// <summary>Forgets departures that are too old; to be called now and then.</summary>
    public void Forget(DateTimeOffset now) => _departures.Forget(now, _readingSince);
}
