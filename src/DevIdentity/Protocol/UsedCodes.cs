namespace CeActors.DevIdentity.Protocol;

/// <summary>What a code or a token made from it may still do.</summary>
internal enum CodeUse
{
    /// <summary>First use.</summary>
    First,

    /// <summary>Used before; tokens made from it are void from now on (RFC 6749 4.1.2).</summary>
    Replayed,

    /// <summary>Made before a restart: whether it was used then, nobody remembers.</summary>
    OfAnotherRun,

    /// <summary>Too many codes are remembered; try again later.</summary>
    Full,
}

/// <summary>
/// Remembers which authorization codes were redeemed, because the server runs without a database. A code is remembered for
/// as long as it could be redeemed; a sign-in that was voided, for as long as its refresh token lives.
/// </summary>
internal sealed class UsedCodes(TimeProvider time, int codesMax = IdentityLimits.UsedCodesMax)
{
    private readonly string _run = $"{Guid.NewGuid():N}.";
    private readonly Lock _lock = new();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _voided = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset Until, string Code)> _usedUntil = new();
    private readonly Queue<(DateTimeOffset Until, string Code)> _voidedUntil = new();

    /// <summary>An id for a new code; it names this run of the program.</summary>
    public string Next() => $"{_run}{Guid.NewGuid():N}";

    /// <summary>Records a use.</summary>
    public CodeUse Use(string code)
    {
        if (!code.StartsWith(_run, StringComparison.Ordinal))
        {
            return CodeUse.OfAnotherRun;
        }
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Forget(_used, _usedUntil, now);
            Forget(_voided, _voidedUntil, now);
            if (_used.Contains(code))
            {
                if (_voided.Count < codesMax && _voided.Add(code))
                {
                    _voidedUntil.Enqueue((now + IdentityLimits.RefreshTokenLifetime, code));
                }
                return CodeUse.Replayed;
            }
            if (_used.Count >= codesMax)
            {
                return CodeUse.Full;
            }
            _used.Add(code);
            _usedUntil.Enqueue((now + IdentityLimits.CodeLifetime, code));
            return CodeUse.First;
        }
    }

    /// <summary>Whether the sign-in that began with this code was voided by a replay.</summary>
    public bool IsVoided(string code)
    {
        lock (_lock)
        {
            return _voided.Contains(code);
        }
    }

    private static void Forget(
        HashSet<string> set,
        Queue<(DateTimeOffset Until, string Code)> until,
        DateTimeOffset now
    )
    {
        while (until.TryPeek(out var first) && first.Until < now)
        {
            set.Remove(until.Dequeue().Code);
        }
    }
}
