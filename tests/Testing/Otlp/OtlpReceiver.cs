using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CeActors.Testing.Otlp;

/// <summary>
/// A collector of telemetry (OTLP over HTTP, binary) that keeps everything it is sent. <see cref="Environment"/> makes processes send it
/// there, all of it and often.
/// </summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private const string Traces = "/v1/traces";
    private const string MetricsPath = "/v1/metrics";
    private readonly WebApplication _app;
    private readonly int _port;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private OtlpReceiver(WebApplication app, int port)
    {
        _app = app;
        _port = port;
    }

    /// <summary>Variables for the processes whose telemetry is wanted.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{_port}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "2000",
            ["Telemetry__SampledShare"] = "1",
        };

    /// <summary>All bodies that came, of traces, metrics and logs; texts in them are UTF-8.</summary>
    public IReadOnlyList<byte[]> Bodies => [.. _received.Select(each => each.Body)];

    /// <summary>All spans that came.</summary>
    public IReadOnlyList<ReceivedSpan> Spans => [.. BodiesOf(Traces).SelectMany(ReceivedSpan.Of)];

    /// <summary>The names of all metrics that came.</summary>
    public IReadOnlySet<string> Metrics =>
        BodiesOf(MetricsPath)
            .SelectMany(body => new ProtobufMessage(body).Messages(1))
            .SelectMany(resource => resource.Messages(2))
            .SelectMany(scope => scope.Messages(2))
            .Select(metric => metric.Text(1) ?? "")
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Starts one on a free port.</summary>
    public static async Task<OtlpReceiver> StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Next();
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore();
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Listen(IPAddress.Loopback, port);
            });
            var app = builder.Build();
            var receiver = new OtlpReceiver(app, port);
            app.Run(receiver.TakeAsync);
            try
            {
                await app.StartAsync();
                return receiver;
            }
            catch (IOException) when (attempt < 5)
            {
                await app.DisposeAsync(); // another process was quicker to take the port
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IEnumerable<byte[]> BodiesOf(string path) =>
        _received.Where(each => each.Path == path).Select(each => each.Body);

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _received.Enqueue((context.Request.Path.Value ?? "", body.ToArray()));
        // An empty answer is a full success.
        context.Response.ContentType = "application/x-protobuf";
    }
}
