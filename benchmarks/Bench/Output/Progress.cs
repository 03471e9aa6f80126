using System.Diagnostics;
using System.Globalization;

namespace CeActors.Benchmarks.Output;

/// <summary>Lines that say what is going on, with the time since the start.</summary>
public static class Progress
{
    private static readonly Stopwatch SinceStart = Stopwatch.StartNew();

    /// <summary>Writes one line.</summary>
    public static void Say(string text) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{SinceStart.Elapsed:mm\\:ss}] {text}"));
}
