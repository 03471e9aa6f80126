using System.Diagnostics.Metrics;
using CeActors.Grains.Review;

namespace CeActors.Grains.Telemetry;

/// <summary>Sizes, durations and outcomes of batches.</summary>
internal static class BatchTelemetry
{
    private static readonly Histogram<int> Items = GrainTelemetry.Meter.CreateHistogram(
        "ceactors.batch.items",
        "{declaration}",
        "Declarations of a finished batch",
        tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 5, 10, 25, 50, 100, 200, 350, 500] }
    );

    private static readonly Histogram<double> Duration = GrainTelemetry.Meter.CreateHistogram(
        "ceactors.batch.duration",
        "s",
        "From the acceptance of a batch until its last outcome",
        tags: null,
        GrainTelemetry.Minutes
    );

    private static readonly Counter<long> Outcomes = GrainTelemetry.Meter.CreateCounter<long>(
        "ceactors.batch.outcomes",
        "{declaration}",
        "Declarations of finished batches, by action and outcome"
    );

    /// <summary>A batch is finished.</summary>
    public static void Count(BatchReviewDocument batch)
    {
        if (batch.FinishedAt is not { } finishedAt || !(Items.Enabled || Duration.Enabled || Outcomes.Enabled))
        {
            return;
        }

        var outcomes = batch.Outcomes ?? [];
        var accepted = outcomes.Count(outcome => outcome.Receipt is not null);
        var action = new KeyValuePair<string, object?>("action", batch.Passes ? "pass" : "return");
        Items.Record(outcomes.Length, action);
        Duration.Record(TimeSpan.FromMilliseconds(finishedAt - batch.StartedAt).TotalSeconds, action);
        Outcomes.Add(accepted, action, new("outcome", "accepted"));
        Outcomes.Add(outcomes.Length - accepted, action, new("outcome", "refused"));
    }
}
