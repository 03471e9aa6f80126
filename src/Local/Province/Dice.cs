namespace CeActors.Local.Province;

/// <summary>
/// A small generator of numbers (SplitMix64) whose sequence never changes between runtimes, so that the same seed gives the same
/// province everywhere. Not for secrets.
/// </summary>
public sealed class Dice(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong _state = seed;

    /// <summary>Dice of their own for one subject, independent of how often others were thrown.</summary>
    public static Dice For(ulong seed, ulong subject) => new(seed ^ (subject * 0xD1342543DE82EF95));

    /// <summary>The next of 2⁶⁴ numbers.</summary>
    public ulong Next()
    {
        var mixed = _state += Step;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to <paramref name="count"/> − 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>One of the choices.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];
}
