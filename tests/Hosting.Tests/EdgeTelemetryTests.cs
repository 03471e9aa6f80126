using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Text;
using CeActors.Hosting.Configuration;
using CeActors.Hosting.Telemetry;
using CeActors.Testing;
using CeActors.Testing.Otlp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>What leaves a process that faces the outside, as a collector gets it.</summary>
[Collection(ListenedToSpans)]
public sealed class EdgeTelemetryTests
{
    /// <summary>Whoever listens to spans makes every other listener of the process hear them: one class at a time.</summary>
    public const string ListenedToSpans = "Spans that somebody listens to";

    private const string Secret = "430102197001010018";
    private const string Foreign = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_request_begins_a_trace_of_its_own_and_its_span_holds_the_route_and_nobodys_data()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await AskAsync(collector.Environment);

        // Client and collector are in this process too.
        var span = collector.Spans.Single(each => each.Tags.ContainsKey("http.route"));
        span.ParentId.ShouldBeEmpty();
        span.TraceId.ShouldNotBe(Foreign);
        span.Name.ShouldBe("GET /people/{subject}");
        span.Service.ShouldBe("the-edge");
        span.Tags.Keys.ShouldBe(
            ["http.request.method", "http.response.status_code", "http.route", "network.protocol.version"],
            ignoreOrder: true
        );
        collector.Metrics.ShouldContain("http.server.request.duration");
        collector.Metrics.ShouldContain("ceactors.tests.asked");
        ShouldNotHold(collector.Bodies);
        collector.Bodies.ShouldContain(body => Encoding.UTF8.GetString(body).Contains("asked for somebody"));
    }

    [Fact]
    public async Task Application_Insights_is_sent_traces_metrics_and_logs_with_nobodys_data()
    {
        await using var ingestion = await OtlpReceiver.StartAsync();
        await AskAsync(
            new Dictionary<string, string>
            {
                [TelemetrySettings.InsightsKey] =
                    $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint="
                    + ingestion.Environment[TelemetrySettings.OtlpKey],
                [TelemetrySettings.SampledShareKey] = "1",
            }
        );

        var bodies = ingestion.Bodies.Select(Plain).ToArray();
        var text = string.Concat(bodies.Select(Encoding.UTF8.GetString));
        text.ShouldContain("GET /people/{subject}");
        text.ShouldContain("ceactors.tests.asked");
        text.ShouldContain("asked for somebody");
        text.ShouldNotContain(Foreign);
        ShouldNotHold(bodies);
    }

    [Fact]
    public async Task No_trace_is_kept_where_the_share_is_nothing_and_metrics_are_of_everything()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        var settings = collector.Environment.ToDictionary();
        settings["Telemetry__SampledShare"] = "0";
        await AskAsync(settings);

        collector.Spans.ShouldBeEmpty();
        collector.Metrics.ShouldContain("http.server.request.duration");
    }

    [Fact]
    public void Without_a_place_to_send_it_to_it_is_off()
    {
        Read([]).IsOn.ShouldBeFalse();
        Read(new() { [TelemetrySettings.OtlpKey] = "http://127.0.0.1:4317" }).IsOn.ShouldBeTrue();
        Read(new() { [TelemetrySettings.InsightsKey] = "InstrumentationKey=swordfish" }).IsOn.ShouldBeTrue();
    }

    [Fact]
    public void Places_that_cannot_be_are_told_and_no_key_is_shown()
    {
        var wrong = Should.Throw<SettingsException>(() =>
            Read(
                new()
                {
                    [TelemetrySettings.OtlpKey] = "collector:4317",
                    [TelemetrySettings.InsightsKey] = "swordfish",
                    [TelemetrySettings.SampledShareKey] = "2",
                    ["OTEL_SERVICE_NAME"] = "no spaces",
                }
            )
        );
        wrong.Problems.Count.ShouldBe(4);
        wrong.Message.ShouldNotContain("swordfish");
        Read(new() { [TelemetrySettings.InsightsKey] = "InstrumentationKey=swordfish" })
            .ToString()
            .ShouldNotContain("swordfish");
    }

    private static TelemetrySettings Read(Dictionary<string, string?> values)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        var settings = TelemetrySettings.Read(reader, "the-edge");
        reader.ThrowIfAnythingIsWrong();
        return settings;
    }

    /// <summary>One request by somebody who puts data everywhere, answered by an app that is then stopped.</summary>
    private static async Task AskAsync(IReadOnlyDictionary<string, string> settings)
    {
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(
            settings.ToDictionary(
                setting => setting.Key.Replace("__", ":", StringComparison.Ordinal),
                setting => (string?)setting.Value
            )
        );
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var reader = new SettingsReader(builder.Configuration);
        builder.AddEdgeTelemetry(TelemetrySettings.Read(reader, "the-edge"));
        reader.ThrowIfAnythingIsWrong();
        await using var app = builder.Build();
        using var meter = new Meter("CeActors.Tests");
        var asked = meter.CreateCounter<long>("ceactors.tests.asked");
        app.MapGet(
            "/people/{subject}",
            (HttpContext context, ILogger<EdgeTelemetryTests> logger) =>
            {
                asked.Add(1);
#pragma warning disable CA1848 // one line of a test
                logger.LogWarning("asked for somebody");
#pragma warning restore CA1848
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            }
        );
        await app.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"http://127.0.0.1:{port}/people/{Secret}?code={Secret}"
        );
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{Foreign}-b7ad6b7169203331-01");
        request.Headers.TryAddWithoutValidation("baggage", $"who={Secret}");
        request.Headers.TryAddWithoutValidation("User-Agent", Secret);
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", Secret);
        using var answer = await http.SendAsync(request);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        await app.StopAsync();
    }

    private static void ShouldNotHold(IEnumerable<byte[]> bodies) =>
        string.Concat(bodies.Select(Encoding.UTF8.GetString)).Contains(Secret).ShouldBeFalse();

    private static byte[] Plain(byte[] body)
    {
        if (body is not [0x1f, 0x8b, ..])
        {
            return body;
        }

        using var compressed = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        compressed.CopyTo(plain);
        return plain.ToArray();
    }
}
