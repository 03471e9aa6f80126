using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Flows;

/// <summary>The median of several runs of one target, figure by figure.</summary>
/// <param name="Target"><c>ours</c> or <c>peer</c>.</param>
/// <param name="Variant">Which column.</param>
/// <param name="FlowsPerSecond">Flows that ended in a second.</param>
/// <param name="FlowsPerSecondOfRuns">Each run's, in their order.</param>
/// <param name="P50">Median latency in milliseconds by kind of request, and of <c>all</c>.</param>
/// <param name="P99">99th percentile likewise.</param>
/// <param name="ProcessorSecondsPerFlow">By process.</param>
/// <param name="WriteRequestsPerTransition">Storage write requests for each accepted request; null where nobody counts.</param>
/// <param name="RowsPerTransition">Rows written likewise.</param>
/// <param name="ReadsPerTransition">Point reads likewise.</param>
/// <param name="Errors">Failed requests of all runs by kind; there must be none.</param>
public sealed record FlowsFigures(
    string Target,
    string Variant,
    double FlowsPerSecond,
    IReadOnlyList<double> FlowsPerSecondOfRuns,
    IReadOnlyDictionary<string, double?> P50,
    IReadOnlyDictionary<string, double?> P99,
    IReadOnlyDictionary<string, double> ProcessorSecondsPerFlow,
    double? WriteRequestsPerTransition,
    double? RowsPerTransition,
    double? ReadsPerTransition,
    IReadOnlyDictionary<string, long> Errors
)
{
    private const string All = "all";

    /// <summary>Medians of runs.</summary>
    public static FlowsFigures Of(string target, string variant, IReadOnlyList<LoadResult> runs) =>
        new(
            target,
            variant,
            Median(runs.Select(run => (double?)run.FlowsPerSecond)) ?? 0,
            [.. runs.Select(run => Math.Round(run.FlowsPerSecond, 1))],
            Percentiles(runs, 50),
            Percentiles(runs, 99),
            runs[0]
                .ProcessorSeconds.Keys.ToDictionary(
                    process => process,
                    process => Median(runs.Select(run => PerFlow(run, process))) ?? 0
                ),
            Median(runs.Select(run => PerRequest(run, run.Storage?.WriteRequests))),
            Median(runs.Select(run => PerRequest(run, run.Storage?.RowsWritten))),
            Median(runs.Select(run => PerRequest(run, run.Storage?.ReadRequests))),
            runs.SelectMany(run => run.Errors)
                .GroupBy(error => error.Key)
                .ToDictionary(kind => kind.Key, kind => kind.Sum(error => error.Value))
        );

    /// <summary>The middle value; of an even number the mean of the middle two; null when nothing was counted.</summary>
    public static double? Median(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static Dictionary<string, double?> Percentiles(IReadOnlyList<LoadResult> runs, double percent)
    {
        var figures = Enum.GetValues<FlowStep>()
            .ToDictionary(
                step => char.ToLowerInvariant(step.ToString()[0]) + step.ToString()[1..],
                step => Median(runs.Select(run => run.Latencies[step].Percentile(percent)))
            );
        figures[All] = Median(runs.Select(run => Latencies.Sum(run.Latencies.Values).Percentile(percent)));
        return figures;
    }

    private static double? PerFlow(LoadResult run, string process) =>
        run.Flows == 0 ? null : run.ProcessorSeconds[process] / run.Flows;

    private static double? PerRequest(LoadResult run, long? count) =>
        run.Requests == 0 || count is null ? null : (double)count / run.Requests;
}
