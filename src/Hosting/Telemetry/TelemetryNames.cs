using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace CeActors.Hosting.Telemetry;

/// <summary>What is listened to. Whatever is not named here costs nothing and is sent nowhere.</summary>
public static class TelemetryNames
{
    /// <summary>The runtime's meter: its instruments are many, and few of them tell an operator anything.</summary>
    public const string OrleansMeter = "Microsoft.Orleans";

    /// <summary>The meter of requests to the front.</summary>
    public const string RequestMeter = "Microsoft.AspNetCore.Hosting";

    /// <summary>Sources of spans: ours, grain calls, state of grains, requests to the storage.</summary>
    public static readonly string[] Sources =
    [
        "CeActors.*",
        "Microsoft.Orleans.Application",
        "Microsoft.Orleans.Storage",
        "System.Net.Http",
    ];

    /// <summary>Meters.</summary>
    public static readonly string[] Meters =
    [
        "CeActors.*",
        OrleansMeter,
        RequestMeter,
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
    ];

    /// <summary>The instruments of <see cref="OrleansMeter"/> that are kept.</summary>
    public static readonly FrozenSet<string> OrleansInstruments = FrozenSet.ToFrozenSet(
        [
            "orleans-app-requests-latency",
            "orleans-app-requests-timedout",
            "orleans-catalog-activations",
            "orleans-catalog-activation-failed-to-activate",
            "orleans-client-connected-gateways",
            "orleans-gateway-connected-clients",
            "orleans-gateway-load-shedding",
            "orleans-messaging-rejected",
            "orleans-scheduler-long-running-turns",
            "orleans-storage-write-errors",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Loggers that write whole addresses, and with them codes and ids, unless they have something to complain of.</summary>
    public static readonly string[] TalkativeCategories =
    [
        "Microsoft.AspNetCore",
        "System.Net.Http",
        "Azure",
        "Orleans",
        "Polly",
    ];

    /// <summary>Drops the other instruments of Orleans.</summary>
    public static MetricStreamConfiguration? ViewOf(Instrument instrument) =>
        instrument.Meter.Name == OrleansMeter && !OrleansInstruments.Contains(instrument.Name)
            ? MetricStreamConfiguration.Drop
            : null;
}
