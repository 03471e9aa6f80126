using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CeActors.Hosting.Telemetry;

/// <summary>Traces, metrics and logs of both hosts. Off, it adds nothing at all, and nobody listens to a meter or an activity source.</summary>
public static class TelemetrySetup
{
    private const string HealthPath = "/health";

    /// <summary>For a process within the cluster, which trusts the traces of those that call it.</summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder, TelemetrySettings settings) =>
        Add(builder, settings, tracing => { });

    /// <summary>For the process that faces the outside: each request begins a trace of its own, whatever its headers say.</summary>
    public static void AddEdgeTelemetry(this IHostApplicationBuilder builder, TelemetrySettings settings)
    {
        if (settings.IsOn)
        {
            builder.Services.AddSingleton<DistributedContextPropagator>(OwnTraces.Instance);
        }

        Add(
            builder,
            settings,
            tracing =>
                tracing.AddAspNetCoreInstrumentation(options =>
                {
                    options.RecordException = false;
                    options.Filter = context => !context.Request.Path.StartsWithSegments(HealthPath);
                })
        );
    }

    private static void Add(
        IHostApplicationBuilder builder,
        TelemetrySettings settings,
        Action<TracerProviderBuilder> addEdge
    )
    {
        if (!settings.IsOn)
        {
            return;
        }

        // No baggage: it would carry into the cluster what a client has written.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(settings.ServiceName))
            .WithTracing(tracing =>
            {
                addEdge(tracing);
                tracing.AddSource(TelemetryNames.Sources).AddProcessor(new SpanCleaning());
                if (settings.Otlp is not null)
                {
                    tracing.AddOtlpExporter();
                }

                if (settings.Insights is not null)
                {
                    tracing.AddAzureMonitorTraceExporter(options => Configure(options, settings));
                }

                // Last: an exporter brings a sampler of its own.
                tracing.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(settings.SampledShare)));
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(TelemetryNames.Meters).AddView(TelemetryNames.ViewOf);
                if (settings.Otlp is not null)
                {
                    metrics.AddOtlpExporter();
                }

                if (settings.Insights is not null)
                {
                    metrics.AddAzureMonitorMetricExporter(options => Configure(options, settings));
                }
            });
        foreach (var category in TelemetryNames.TalkativeCategories)
        {
            builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(category, LogLevel.Warning);
        }

        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            // Scopes name the path of the request.
            logs.IncludeScopes = false;
            if (settings.Otlp is not null)
            {
                logs.AddOtlpExporter();
            }

            if (settings.Insights is not null)
            {
                logs.AddAzureMonitorLogExporter(options => Configure(options, settings));
            }
        });
    }

    private static void Configure(AzureMonitorExporterOptions options, TelemetrySettings settings)
    {
        options.ConnectionString = settings.Insights;
        // The share is ours to choose; what is written to disk would outlive what is sent; the stream of live metrics asks all the time.
        options.SamplingRatio = 1;
        options.TracesPerSecond = null;
        options.DisableOfflineStorage = true;
        options.EnableLiveMetrics = false;
    }
}
