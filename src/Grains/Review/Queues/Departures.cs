namespace CeActors.Grains.Review.Queues;

/// <summary>
/// What has left a list, and at which version: what speaks of an earlier version then changes nothing. Bounded by time and
/// number.
/// </summary>
internal sealed class Departures
{
    private readonly Dictionary<string, Departure> _byDeclaration = new(StringComparer.Ordinal);
    private readonly Queue<(string DeclarationId, Departure Departure)> _oldestFirst = [];

    /// <summary>How many are remembered.</summary>
    public int Count => _byDeclaration.Count;

    /// <summary>The version at which a declaration was elsewhere; 0 when none is remembered.</summary>
    public long VersionOf(string declarationId) =>
        _byDeclaration.TryGetValue(declarationId, out var departure) ? departure.Version : 0;

    /// <summary>Remembers one; a later version of the same declaration takes the place of an earlier one.</summary>
    public void Add(string declarationId, long version, DateTimeOffset now)
    {
        var departure = new Departure(version, now);
        _byDeclaration[declarationId] = departure;
        _oldestFirst.Enqueue((declarationId, departure));
    }

    /// <summary>It is here again.</summary>
    public void Remove(string declarationId) => _byDeclaration.Remove(declarationId);

    /// <summary>Forgets what is too old or too much.</summary>
    /// <param name="now">Present time.</param>
    /// <param name="readingSince">When the reading of rows under way began: what left since then is kept for it; null when none is.</param>
    public void Forget(DateTimeOffset now, DateTimeOffset? readingSince)
    {
        while (_oldestFirst.TryPeek(out var oldest))
        {
            var isCurrent =
                _byDeclaration.TryGetValue(oldest.DeclarationId, out var present) && present == oldest.Departure;
            var isNeeded = readingSince is { } since && oldest.Departure.At >= since;
            var isOver =
                now - oldest.Departure.At > QueueLimits.DepartureRemembered
                || _oldestFirst.Count > QueueLimits.DeparturesRememberedMax;
            if (isCurrent && (isNeeded || !isOver))
            {
                return;
            }

            _oldestFirst.Dequeue();
            if (isCurrent)
            {
                _byDeclaration.Remove(oldest.DeclarationId);
            }
        }
    }

    private sealed record Departure(long Version, DateTimeOffset At);
}
