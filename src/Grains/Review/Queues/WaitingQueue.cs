using CeActors.Contracts.Declarations;

namespace CeActors.Grains.Review.Queues;

/// <summary>
/// What waits at a unit, as far as the unit knows: rows that were read, movements that were announced, and committed facts.
/// Pure: time and unit are arguments, and nothing is asked from here.
/// </summary>
public sealed class WaitingQueue
{
    private readonly string _unitCode;
    private readonly HandingRules _rules;
    private readonly PendingMovements _pending;

    /// <summary>The empty queue of a unit.</summary>
    public WaitingQueue(string unitCode)
        : this(unitCode, HandingRules.Design) { }

    internal WaitingQueue(string unitCode, HandingRules rules)
    {
        _unitCode = unitCode;
        _rules = rules;
        _pending = new PendingMovements(rules);
        List = new VersionedList(rules);
    }

    /// <summary>The list.</summary>
    public VersionedList List { get; }

    /// <summary>Entries and announced arrivals: what room has to be there for.</summary>
    public int CountWithArrivals => List.Entries.Count + _pending.ArrivalCount;

    /// <summary>Movements whose outcome is open.</summary>
    public int PendingCount => _pending.Count;

    /// <summary>So much is open that no more may be announced.</summary>
    public bool IsPendingFull => _pending.Count >= QueueLimits.PendingMax;

    /// <summary>Where a declaration went that was announced to leave and is known to have left for; null when none did yet.</summary>
    public string? LastNextUnitCode { get; private set; }

    /// <summary>
    /// A declaration may leave for <paramref name="nextUnitCode"/> (null: for its person, or for good); it stays listed until it has. True
    /// when an earlier movement of it has been committed whose outcome was not heard here.
    /// </summary>
    public bool AnnounceDeparture(string declarationId, long version, string? nextUnitCode, DateTimeOffset now) =>
        Announce(declarationId, version, false, nextUnitCode, now);

    /// <summary>A declaration may come; it is not listed before it has. True as of <see cref="AnnounceDeparture"/>.</summary>
    public bool AnnounceArrival(string declarationId, long version, DateTimeOffset now) =>
        Announce(declarationId, version, true, null, now);

    /// <summary>A declaration says what is committed, unasked: after its commit, or because nothing came of it.</summary>
    public void Settle(DeclarationLocation committed, DateTimeOffset now)
    {
        Apply(committed, now);
        _pending.Settle(committed.DeclarationId, committed.Version, committed.AbandonedVersion);
    }

    /// <summary>The declarations to ask now; each is to be answered by <see cref="Answer"/>.</summary>
    public IReadOnlyList<(string DeclarationId, long Version)> TakeDue(DateTimeOffset now, int countMax) =>
        _pending.TakeDue(now, countMax);

    /// <summary>What a declaration answered; null when it could not be asked. True when the rows must be read to know.</summary>
    public bool Answer(string declarationId, long askedVersion, DeclarationLocation? committed, DateTimeOffset now)
    {
        if (committed is not null)
        {
            Apply(committed, now);
            if (!_rules.KeepsWhatIsHeldHere && committed.Version < askedVersion)
            {
                List.Drop(declarationId, askedVersion, now);
            }
        }

        return _pending.Answered(declarationId, askedVersion, committed?.Version, now);
    }

    // What is announced may be known to have happened already, when the announcement was long on its way.
    private bool Announce(
        string declarationId,
        long version,
        bool isArrival,
        string? nextUnitCode,
        DateTimeOffset now
    ) =>
        _rules.AnnouncesBeforeCommit
        && version > List.KnownVersionOf(declarationId)
        && _pending.Announce(declarationId, version, isArrival, nextUnitCode, now);

    private void Apply(DeclarationLocation committed, DateTimeOffset now)
    {
        if (committed.HolderUnitCode == _unitCode && committed.Entry is { } entry)
        {
            List.Put(entry);
            return;
        }

        if (
            committed.HolderUnitCode is { } holder
            && committed.Version == _pending.VersionOf(committed.DeclarationId)
            && _pending.NextUnitOf(committed.DeclarationId) == holder
        )
        {
            LastNextUnitCode = holder;
        }

        if (committed.Version > 0 && _rules.DropsWhatIsHeldElsewhere)
        {
            List.Drop(committed.DeclarationId, committed.Version, now);
        }
    }
}
