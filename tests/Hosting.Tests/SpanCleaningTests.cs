using System.Diagnostics;
using CeActors.Hosting.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>What leaves the process of a span.</summary>
[Collection(EdgeTelemetryTests.ListenedToSpans)]
public sealed class SpanCleaningTests
{
    private const string Secret = "430102197001010018";

    [Fact]
    public void Only_what_is_listed_leaves()
    {
        var span = Ended(activity =>
        {
            activity.SetTag("http.request.method", "POST");
            activity.SetTag("http.route", "/api/registry/people/{subject}");
            activity.SetTag("ceactors.storage.rows", 4);
            activity.SetTag("url.path", $"/api/registry/people/{Secret}");
            activity.SetTag("url.query", $"code={Secret}");
            activity.SetTag("user_agent.original", Secret);
            activity.SetTag("client.address", "10.0.0.1");
            activity.SetTag("orleans.rpc.target_id", $"professional/{Secret}");
            activity.SetTag("exception.message", Secret);
            activity.SetTag("a.tag.of.tomorrow", Secret);
            activity.SetTag("server.address", Secret);
            activity.SetStatus(ActivityStatusCode.Error, Secret);
        });

        span.TagObjects.Select(tag => tag.Key)
            .ShouldBe(["http.request.method", "http.route", "ceactors.storage.rows"], ignoreOrder: true);
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.StatusDescription.ShouldBeNull();
        span.Recorded.ShouldBeTrue();
    }

    [Fact]
    public void The_storage_that_we_ask_is_named() =>
        Ended(activity => activity.SetTag("server.address", "a.table.core.windows.net"), ActivityKind.Client)
            .GetTagItem("server.address")
            .ShouldBe("a.table.core.windows.net");

    [Fact]
    public void A_span_with_events_is_not_sent_because_they_cannot_be_taken_out() =>
        Ended(activity => activity.AddException(new InvalidOperationException(Secret))).Recorded.ShouldBeFalse();

    [Fact]
    public void A_trace_of_the_outside_is_not_taken_over_and_ours_is_passed_on()
    {
        OwnTraces.Instance.ExtractTraceIdAndState(
            null,
            (object? _, string _, out string? value, out IEnumerable<string>? values) =>
            {
                value = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
                values = null;
            },
            out var traceId,
            out var traceState
        );
        (traceId, traceState).ShouldBe((null, null));

        var sent = new Dictionary<string, string>();
        using var activity = new Activity("ours").SetIdFormat(ActivityIdFormat.W3C).Start();
        OwnTraces.Instance.Inject(activity, sent, (_, name, value) => sent[name] = value);
        sent["traceparent"].ShouldContain(activity.TraceId.ToString());
    }

    private static Activity Ended(Action<Activity> fill, ActivityKind kind = ActivityKind.Server)
    {
        var name = $"CeActors.Tests.{Guid.NewGuid():N}";
        using var source = new ActivitySource(name);
        using var provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(name)
            .SetSampler(new AlwaysOnSampler())
            .AddProcessor(new SpanCleaning())
            .Build();
        var activity = source.StartActivity("span", kind).ShouldNotBeNull();
        fill(activity);
        activity.Stop();
        return activity;
    }
}
