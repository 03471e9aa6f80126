using CeActors.Grains.Review.Queues;

namespace CeActors.Grains.Review.Units;

/// <summary>
/// Decisions that this unit has authorized and of which it does not know yet what became: who loses a role may still have one
/// of them on its way, so the loss is acknowledged only when there is none left.
/// </summary>
/// <remarks>
/// It is kept in memory, as the announcements are. A decision that an earlier activation of the unit authorized may thus land for as
/// long as a commit may be under way at all (<see cref="QueueLimits.AskedMax"/>) after a loss that the next activation acknowledged.
/// </remarks>
internal sealed class OpenDecisions(TimeProvider time)
{
    private readonly Dictionary<string, List<Decision>> _decisions = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = NewSource();
    private int _count;

    /// <summary>So much is open that no more may be authorized.</summary>
    public bool IsFull
    {
        get
        {
            if (_count >= QueueLimits.PendingMax)
            {
                Expire();
            }

            return _count >= QueueLimits.PendingMax;
        }
    }

    /// <summary>A decision on a declaration was authorized that would commit this version.</summary>
    public void Begin(string declarationId, long version, string personId)
    {
        if (!_decisions.TryGetValue(declarationId, out var decisions))
        {
            _decisions[declarationId] = decisions = new(1);
        }

        decisions.Add(new Decision(version, personId, time.GetUtcNow()));
        _count++;
    }

    /// <summary>
    /// The declaration says, unasked, that it is at this version: what would have committed it, or one before, is over; and so is the
    /// attempt that it tells of, when that came to nothing.
    /// </summary>
    public void Settle(string declarationId, long committed)
    {
        if (_decisions.TryGetValue(declarationId, out var decisions) && Over(decisions, committed) == 0)
        {
            decisions.RemoveAt(decisions.Count - 1);
            _count--;
        }

        Changed(declarationId);
    }

    /// <summary>The declaration answers that it is at this version. If that is before what was authorized, the commit may yet land.</summary>
    public void Answered(string declarationId, long committed)
    {
        if (_decisions.TryGetValue(declarationId, out var decisions) && Over(decisions, committed) > 0)
        {
            Changed(declarationId);
        }
    }

    /// <summary>Waits until nothing is open that this person was authorized for.</summary>
    /// <exception cref="TimeoutException">Something still is after <paramref name="limit"/>.</exception>
    public async Task ClosedAsync(string personId, TimeSpan limit)
    {
        var since = time.GetTimestamp();
        while (HasOpen(personId))
        {
            var left = limit - time.GetElapsedTime(since);
            await _changed.Task.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        }
    }

    private bool HasOpen(string personId)
    {
        Expire();
        return _decisions.Values.Any(decisions => decisions.Any(decision => decision.PersonId == personId));
    }

    private int Over(List<Decision> decisions, long committed)
    {
        var removed = decisions.RemoveAll(decision => decision.Version <= committed);
        _count -= removed;
        return removed;
    }

    // By then a commit that was under way has landed or never will.
    private void Expire()
    {
        var oldest = time.GetUtcNow() - QueueLimits.AskedMax;
        foreach (var (declarationId, decisions) in _decisions.ToList())
        {
            _count -= decisions.RemoveAll(decision => decision.Since <= oldest);
            if (decisions.Count == 0)
            {
                _decisions.Remove(declarationId);
            }
        }
    }

    private void Changed(string declarationId)
    {
        if (_decisions.TryGetValue(declarationId, out var decisions) && decisions.Count == 0)
        {
            _decisions.Remove(declarationId);
        }

        var waited = _changed;
        _changed = NewSource();
        waited.SetResult();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Decision(long Version, string PersonId, DateTimeOffset Since);
}
