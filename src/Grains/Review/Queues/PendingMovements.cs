namespace CeActors.Grains.Review.Queues;

/// <summary>Movements that were announced to a unit and whose outcome it does not know yet.</summary>
internal sealed class PendingMovements(HandingRules rules)
{
    private readonly Dictionary<string, Movement> _movements = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _movements.Count;

    /// <summary>How many of them would bring a declaration here.</summary>
    public int ArrivalCount { get; private set; }

    /// <summary>The version that is to be committed; null when nothing is announced of the declaration.</summary>
    public long? VersionOf(string declarationId) => _movements.GetValueOrDefault(declarationId)?.Version;

    /// <summary>The unit that the departing declaration was to go to; null when none is known.</summary>
    public string? NextUnitOf(string declarationId) => _movements.GetValueOrDefault(declarationId)?.NextUnitCode;

    /// <summary>
    /// A movement is announced. A repetition is counted, and awaited anew. True when it overtakes an earlier one: that has been committed,
    /// or this could not be announced, and nobody here has heard of it, nor will anybody be asked.
    /// </summary>
    public bool Announce(string declarationId, long version, bool isArrival, string? nextUnitCode, DateTimeOffset now)
    {
        var times = 1;
        var overtakes = false;
        if (_movements.TryGetValue(declarationId, out var known))
        {
            if (known.Version > version)
            {
                return false;
            }

            overtakes = known.Version < version;
            times = overtakes ? 1 : known.Announcements + 1;
            Remove(declarationId);
        }

        ArrivalCount += isArrival ? 1 : 0;
        _movements[declarationId] = new Movement(version, isArrival, nextUnitCode, now)
        {
            Announcements = times,
            AskAt = now + QueueLimits.OutcomeAwaited,
        };
        return overtakes;
    }

    /// <summary>
    /// A declaration has said that it is at <paramref name="committed"/>: that settles what would have committed this version
    /// or an earlier one. If it is still before, that may be an old outcome which comes late, and says nothing of this movement; only where
    /// it says that it has abandoned this very version, one attempt has come to nothing, and others may be under way.
    /// </summary>
    public void Settle(string declarationId, long committed, long? abandoned)
    {
        if (!_movements.TryGetValue(declarationId, out var movement))
        {
            return;
        }

        var isAbandoned = movement.Version == abandoned || !rules.OldOutcomesEndNoWait;
        if (movement.Version <= committed || (isAbandoned && --movement.Announcements == 0))
        {
            Remove(declarationId);
        }
    }

    /// <summary>The declarations to ask now, at most so many; each counts as being asked until <see cref="Answered"/>.</summary>
    public IReadOnlyList<(string DeclarationId, long Version)> TakeDue(DateTimeOffset now, int countMax)
    {
        if (!rules.AsksWithoutOutcome)
        {
            return [];
        }

        var due = _movements
            .Where(movement => !movement.Value.IsBeingAsked && movement.Value.AskAt <= now)
            .Take(countMax)
            .ToList();
        foreach (var (_, movement) in due)
        {
            movement.IsBeingAsked = true;
        }

        return [.. due.Select(movement => (movement.Key, movement.Value.Version))];
    }

    /// <summary>
    /// An answer came, or none: null. True when the movement is still open but has been asked about for long enough: it is
    /// given up, and the rows must tell.
    /// </summary>
    public bool Answered(string declarationId, long askedVersion, long? committed, DateTimeOffset now)
    {
        if (!_movements.TryGetValue(declarationId, out var movement))
        {
            return false;
        }

        movement.IsBeingAsked = false;
        if (movement.Version <= committed)
        {
            Remove(declarationId);
            return false;
        }

        movement.AskAt = now + QueueLimits.OutcomeAwaited;
        if (!rules.AsksAgain)
        {
            Remove(declarationId);
            return false;
        }

        if (movement.Version != askedVersion || now - movement.Since < QueueLimits.AskedMax)
        {
            return false;
        }

        Remove(declarationId);
        return true;
    }

    private void Remove(string declarationId)
    {
        if (_movements.Remove(declarationId, out var movement) && movement.IsArrival)
        {
            ArrivalCount--;
        }
    }

    private sealed class Movement(long version, bool isArrival, string? nextUnitCode, DateTimeOffset since)
    {
        public long Version { get; } = version;

        public bool IsArrival { get; } = isArrival;

        public string? NextUnitCode { get; } = nextUnitCode;

        public DateTimeOffset Since { get; } = since;

        public int Announcements { get; set; }

        public DateTimeOffset AskAt { get; set; }

        public bool IsBeingAsked { get; set; }
    }
}
