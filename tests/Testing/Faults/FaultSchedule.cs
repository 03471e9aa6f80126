using System.Collections.Concurrent;

namespace CeActors.Testing.Faults;

/// <summary>
/// Which fault meets which request. Request number n of a seed always draws the same fault from the same rates; what a
/// test has planned comes before what is drawn.
/// </summary>
public sealed class FaultSchedule
{
    private readonly ulong _seed;
    private readonly ConcurrentQueue<Planned> _planned = new();
    private volatile FaultRates _rates;
    private long _requests;

    /// <param name="seed">Of the draws; print it, so that a failing run can be repeated.</param>
    /// <param name="rates">How often each fault strikes, until others are set.</param>
    public FaultSchedule(int seed, FaultRates rates)
    {
        Seed = seed;
        _seed = (ulong)(uint)seed << 32;
        _rates = rates;
    }

    /// <summary>The seed of the draws.</summary>
    public int Seed { get; }

    /// <summary>How often each fault strikes from now on.</summary>
    public FaultRates Rates
    {
        get => _rates;
        set => _rates = value;
    }

    /// <summary>
    /// Plans faults, in their order: the next requests that match meet them, one each, whatever the rates.
    /// </summary>
    /// <param name="matches">Which requests; called from many threads.</param>
    /// <param name="faults">What they meet; <see cref="StorageFault.None"/> lets one pass.</param>
    public void Plan(Func<StorageRequest, bool> matches, params StorageFault[] faults)
    {
        foreach (var fault in faults)
        {
            _planned.Enqueue(new Planned(matches, fault));
        }
    }

    /// <summary>How many planned faults have not met their request yet.</summary>
    public int PlannedLeft => _planned.Count(planned => !planned.IsTaken);

    /// <summary>The fault of the next request, and a number in 0 to below 1 for what else it leaves open.</summary>
    internal (StorageFault Fault, double Chance) Next(StorageRequest request)
    {
        var number = (ulong)Interlocked.Increment(ref _requests);
        var chance = Draw(2 * number + 1);
        foreach (var planned in _planned)
        {
            if (planned.Matches(request) && planned.TryTake())
            {
                return (planned.Fault, chance);
            }
        }

        return (_rates.At(Draw(2 * number)), chance);
    }

    // SplitMix64: any number of threads may draw, and the draw depends on the request's number alone.
    private double Draw(ulong number)
    {
        var mixed = _seed + (number + 1) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    private sealed class Planned(Func<StorageRequest, bool> matches, StorageFault fault)
    {
        private int _taken;

        public StorageFault Fault => fault;

        public bool IsTaken => Volatile.Read(ref _taken) == 1;

        public bool Matches(StorageRequest request) => !IsTaken && matches(request);

        public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;
    }
}
