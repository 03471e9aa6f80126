using CeActors.Hosting.Configuration;

namespace CeActors.Hosting.Telemetry;

/// <summary>Where traces, metrics and logs go; nowhere unless a place is set. See docs/decisions/0025.</summary>
public sealed record TelemetrySettings
{
    /// <summary>Key of the place of an OTLP collector; further <c>OTEL_</c> variables are the SDK's own.</summary>
    public const string OtlpKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Key of the connection string of Application Insights, with the name that the platform gives it.</summary>
    public const string InsightsKey = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Key of the share of traces that are kept.</summary>
    public const string SampledShareKey = "Telemetry:SampledShare";

    /// <summary>One trace in twenty shows where time goes, and costs little at the height of the season.</summary>
    public const double SampledShareByDefault = 0.05;

    /// <summary>Nothing is gathered and nothing is sent.</summary>
    public static TelemetrySettings Off { get; } = new();

    /// <summary><see cref="OtlpKey"/>: an OTLP collector; null for none.</summary>
    public Uri? Otlp { get; init; }

    /// <summary><see cref="InsightsKey"/>; null for none. Holds a key, so it is never shown.</summary>
    public string? Insights { get; init; }

    /// <summary><c>OTEL_SERVICE_NAME</c>: what the process is called there.</summary>
    public string ServiceName { get; init; } = "";

    /// <summary><see cref="SampledShareKey"/>: the share of traces that are kept, 0 to 1.</summary>
    public double SampledShare { get; init; } = SampledShareByDefault;

    /// <summary>Somebody wants to know.</summary>
    public bool IsOn => Otlp is not null || Insights is not null;

    /// <summary>Reads them.</summary>
    /// <param name="reader">Takes what is wrong.</param>
    /// <param name="serviceName">What the process is called unless it is told.</param>
    public static TelemetrySettings Read(SettingsReader reader, string serviceName) =>
        new()
        {
            Otlp = reader.WebAddress(OtlpKey),
            Insights = InsightsOf(reader),
            ServiceName = reader.Name("OTEL_SERVICE_NAME", serviceName),
            SampledShare = reader.Share(SampledShareKey, SampledShareByDefault),
        };

    /// <inheritdoc />
    public override string ToString() => IsOn ? $"{ServiceName}, {SampledShare:P0} of traces" : "off";

    private static string? InsightsOf(SettingsReader reader)
    {
        var text = reader.Text(InsightsKey);
        if (text?.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) != false)
        {
            return text;
        }

        reader.Add($"{InsightsKey} names no InstrumentationKey: copy it whole from the resource, or leave it out.");
        return null;
    }
}
