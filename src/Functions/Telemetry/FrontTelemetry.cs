using System.Diagnostics.Metrics;

namespace CeActors.Functions.Telemetry;

/// <summary>What only the front knows; requests themselves are measured by ASP.NET Core.</summary>
internal static class FrontTelemetry
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CeActors.Functions";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Rendering = Meter.CreateHistogram(
        "ceactors.statement.rendering",
        "s",
        "Making the paper of a statement, without waiting for a turn",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] }
    );

    private static readonly Counter<long> RenderingBusy = Meter.CreateCounter<long>(
        "ceactors.statement.rendering.refused",
        "{request}",
        "Downloads told to come back because too many papers were being made"
    );

    public static void CountRendering(TimeSpan duration) => Rendering.Record(duration.TotalSeconds);

    public static void CountRenderingBusy() => RenderingBusy.Add(1);
}
