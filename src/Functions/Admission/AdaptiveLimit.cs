namespace CeActors.Functions.Admission;

/// <summary>
/// How much may be under way behind this front: it rises slowly while all of it is used and answers come in time, and falls by a
/// share when they take too long on average (additive increase, multiplicative decrease), so that several fronts before one cluster
/// come to fair shares. A part is kept for what people have typed. Safe for all threads.
/// </summary>
internal sealed class AdaptiveLimit(AdmissionOptions options, TimeProvider time)
{
    /// <summary>Percent of the limit that other work leaves free for saving typed work.</summary>
    public const int ReservedPercent = 20;

    /// <summary>Percent of the limit that typed work leaves to the rest, however much of it there is.</summary>
    public const int OthersPercent = 40;

    /// <summary>Requests by which the limit rises after a window.</summary>
    public const int AddedEachWindow = 10;

    /// <summary>Percent of the limit that stay after a window in which answers took too long.</summary>
    public const int KeptPercentWhenSlow = 90;

    /// <summary>Answers that a window must have seen to be judged.</summary>
    public const int SamplesMin = 10;

    /// <summary>A call that failed counts as this many times the target, however soon it failed: what is away need not be slow.</summary>
    public const int TargetsOfFailure = 4;

    /// <summary>Time between two judgements; longer than what is under way takes, so that a change shows before the next.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly TimeSpan _target = TimeSpan.FromMilliseconds(options.TargetMilliseconds);
    private int _limit = Math.Clamp(2 * options.RequestsMin, options.RequestsMin, options.RequestsMax);
    private int _underWay;
    private int _unreserved;
    private int _peak;
    private bool _wasFull;
    private int _samples;
    private TimeSpan _sampled;
    private long _windowStart = time.GetTimestamp();

    /// <summary>Requests that may be under way now.</summary>
    public int Current => Volatile.Read(ref _limit);

    /// <summary>Requests that are under way now.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Those of them that save nothing that was typed.</summary>
    public int OthersUnderWay => Volatile.Read(ref _unreserved);

    /// <summary>Takes a place.</summary>
    /// <param name="isReserved">It may use the reserved places.</param>
    /// <returns>False when there is none.</returns>
    public bool TryEnter(bool isReserved)
    {
        lock (_lock)
        {
            var isFull =
                _underWay >= _limit
                || (isReserved ? _underWay - _unreserved >= PartOf(100 - OthersPercent) : AreOthersFull());
            if (isFull)
            {
                _wasFull = true;
                return false;
            }

            Add(isReserved, 1);
            _peak = Math.Max(_peak, _underWay);
            return true;
        }
    }

    /// <summary>Gives a place up for a while, because the request waits for its sender and not for the cluster.</summary>
    public void StepAside(bool isReserved)
    {
        lock (_lock)
        {
            Add(isReserved, -1);
        }
    }

    /// <summary>Takes a place again after <see cref="StepAside"/>; it had been let in, so the present limit does not hold.</summary>
    /// <returns>False when more came back than could ever be let in.</returns>
    public bool TryComeBack(bool isReserved)
    {
        lock (_lock)
        {
            if (_underWay >= options.RequestsMax)
            {
                return false;
            }

            Add(isReserved, 1);
            return true;
        }
    }

    /// <summary>Gives a place up.</summary>
    /// <param name="isReserved">As it was taken.</param>
    /// <param name="took">How long the cluster had it; null when it did not get there.</param>
    /// <param name="hasFailed">It failed on the way, or a silo shed it.</param>
    public void Leave(bool isReserved, TimeSpan? took, bool hasFailed = false)
    {
        lock (_lock)
        {
            Add(isReserved, -1);
            Sample(took, hasFailed);
        }
    }

    // They leave a part free, unless they have not even what remains to them when there is more typed work than can be done.
    private bool AreOthersFull() => _underWay >= PartOf(100 - ReservedPercent) && _unreserved >= PartOf(OthersPercent);

    private int PartOf(int percent) => _limit * percent / 100;

    private void Add(bool isReserved, int change)
    {
        _underWay += change;
        _unreserved += isReserved ? 0 : change;
    }

    private void Sample(TimeSpan? took, bool hasFailed)
    {
        if (took is not { } lasted)
        {
            return;
        }

        var failure = _target * TargetsOfFailure;
        _sampled += hasFailed && lasted < failure ? failure : lasted;
        if (++_samples >= SamplesMin && time.GetElapsedTime(_windowStart) >= Window)
        {
            Judge();
        }
    }

    private void Judge()
    {
        var isSlow = _sampled / _samples > _target;
        // What is slow with few under way is not made faster by letting in fewer.
        if (isSlow && 2 * _peak > _limit)
        {
            _limit = Math.Max(options.RequestsMin, _limit * KeptPercentWhenSlow / 100);
        }
        else if (!isSlow && _wasFull)
        {
            _limit = Math.Min(options.RequestsMax, _limit + AddedEachWindow);
        }

        (_samples, _sampled, _wasFull, _peak) = (0, default, false, _underWay);
        _windowStart = time.GetTimestamp();
    }
}
