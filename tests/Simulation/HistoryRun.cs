using System.Diagnostics;
using System.Globalization;

namespace CeActors.Simulation;

/// <summary>Many histories one after the other.</summary>
/// <param name="Histories">How many were run.</param>
/// <param name="Steps">Steps between two awaits, of all.</param>
/// <param name="Broken">Those that broke a promise; no more are run after so many.</param>
/// <param name="Elapsed">Wall-clock time.</param>
/// <param name="Processor">Time of all processors.</param>
public sealed record HistoryRun(
    long Histories,
    long Steps,
    IReadOnlyList<HistoryResult> Broken,
    TimeSpan Elapsed,
    TimeSpan Processor
)
{
    /// <summary>Runs consecutive seeds, until so many have broken a promise.</summary>
    public static HistoryRun Of(ulong firstSeed, long histories, int brokenMax, Action<long>? progress = null)
    {
        var began = Stopwatch.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        var broken = new List<HistoryResult>();
        long steps = 0;
        long ran = 0;
        for (; ran < histories && broken.Count < brokenMax; ran++)
        {
            var history = History.Run(firstSeed + (ulong)ran);
            steps += history.Steps;
            if (history.Broken is not null)
            {
                broken.Add(history);
            }

            progress?.Invoke(ran + 1);
        }

        return new HistoryRun(
            ran,
            steps,
            broken,
            Stopwatch.GetElapsedTime(began),
            Environment.CpuUsage.TotalTime - processor
        );
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Histories} histories of {(Histories == 0 ? 0 : Steps / Histories)} steps in {Elapsed.TotalSeconds:F1} s, "
                + $"{Histories / Math.Max(Elapsed.TotalSeconds, 0.001):F0} a second; {Processor.TotalSeconds:F1} s of processor; "
                + $"{Broken.Count} broke a promise"
        );
}
