using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CeActors.Grains.Telemetry;

/// <summary>The one meter and the one source of spans of the grains. Tags hold kinds and outcomes: no unit, no person, no declaration.</summary>
internal static class GrainTelemetry
{
    /// <summary>The name of both.</summary>
    public const string Name = "CeActors.Grains";

    public static readonly Meter Meter = new(Name);

    public static readonly ActivitySource Source = new(Name);

    /// <summary>Upper bounds of what takes seconds to hours.</summary>
    public static readonly InstrumentAdvice<double> Minutes = new()
    {
        HistogramBucketBoundaries = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600],
    };
}
