using System.Globalization;
using System.Text;

namespace CeActors.Simulation.Scheduling;

/// <summary>
/// What happened, in order. The hash is always kept, so that two runs of a seed can be compared; the words only when somebody
/// wants to read them.
/// </summary>
internal sealed class Trace(bool isKept)
{
    private const ulong Prime = 0x100000001B3;
    private readonly StringBuilder? _words = isKept ? new StringBuilder() : null;

    /// <summary>Words are kept: only then is it worth making them.</summary>
    public bool IsKept => _words is not null;

    /// <summary>Of everything so far.</summary>
    public ulong Hash { get; private set; } = 0xCBF29CE484222325;

    /// <summary>Adds a number to the hash.</summary>
    public void Mix(long value) => Hash = (Hash ^ (ulong)value) * Prime;

    /// <summary>Adds words.</summary>
    public void Say(TimeSpan at, string words) =>
        _words?.Append(CultureInfo.InvariantCulture, $"{at.TotalSeconds, 10:F4}  ").Append(words).Append('\n');

    /// <summary>The words; empty when they were not kept.</summary>
    public override string ToString() => _words?.ToString() ?? "";
}
