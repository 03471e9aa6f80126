namespace CeActors.Simulation.Scheduling;

/// <summary>The one source of chance of a history: the same seed gives the same numbers on every machine (SplitMix64).</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number from 0 up to and without <paramref name="bound"/>, which must be positive.</summary>
    public int Below(int bound) => (int)(Next() % (uint)bound);

    /// <summary>Whether something happens that has this probability.</summary>
    public bool Happens(double probability) => probability > 0 && (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    /// <summary>A span between the two, to the tenth of a millisecond.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) =>
        least + TimeSpan.FromTicks((long)(Next() % (ulong)((most - least).Ticks / 1000 + 1)) * 1000);

    /// <summary>A span between so many milliseconds.</summary>
    public TimeSpan Milliseconds(double least, double most) =>
        Between(TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(most));

    /// <summary>One of several.</summary>
    public T Of<T>(IReadOnlyList<T> some) => some[Below(some.Count)];

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
