using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using CeActors.Local.Province;
using CeActors.Testing.Otlp;
using Shouldly;

namespace CeActors.Local.Tests.EndToEnd;

/// <summary>What a run of the demo tells operators: every hop of a submission, and nobody's data.</summary>
internal static class DemoTelemetry
{
    private const string Front = "ceactors-front";
    private const string Silo = "ceactors-silo";

    // Of every address that the demo gives.
    private const string MailDomain = "@example.com";
    private const string Submission = "/api/declarations/{id}/submission";

    /// <summary>The trace of the submission, from the request to the unit that is told.</summary>
    public static void ShouldShowEveryHop(OtlpReceiver received)
    {
        var spans = received.Spans;
        var request = spans.First(span =>
            span.Service == Front
            && span.Kind == 2
            && span.Tags.GetValueOrDefault("http.route") == Submission
            // The demo tries once before the declaration is whole.
            && span.Tags["http.response.status_code"] == "200"
        );
        request.ParentId.ShouldBeEmpty("a trace begins at the front");
        var trace = spans.Where(span => span.TraceId == request.TraceId).ToDictionary(span => span.SpanId);
        var shown = Tree(trace.Values, "", "");
        foreach (var span in trace.Values)
        {
            (span.ParentId.Length == 0 || trace.ContainsKey(span.ParentId)).ShouldBeTrue(
                $"{span} hangs in the air:{shown}"
            );
        }

        ReceivedSpan Hop(string what, Func<ReceivedSpan, bool> isIt) =>
            trace.Values.FirstOrDefault(isIt) ?? throw new ShouldAssertException($"The trace lacks {what}:{shown}");

        Hop("the front's call", span => span.Service == Front && span.Kind == 3 && span.Source.Contains("Orleans"));
        Hop("the grain that is called", span => span.Service == Silo && span.Kind == 2);
        var announce = Hop("the announcement", span => span.Name == "handover announce");
        var commit = Hop("the commit", span => span.Name == "handover commit");
        var outcome = Hop("the outcome", span => span.Name == "handover outcome");
        var asked = Hop("the unit that is asked", span => IsCall(span, "AnnounceArrival"));
        var told = Hop("the unit that is told", span => IsCall(span, "Settle"));
        var written = Hop("the transaction", span => span.Name == "storage transaction" && IsBelow(span, commit));
        IsBelow(asked, announce).ShouldBeTrue(shown);
        IsBelow(told, outcome).ShouldBeTrue(shown);
        IsBelow(commit, request).ShouldBeTrue(shown);
        written.Tags["ceactors.storage.outcome"].ShouldBe("landed");
        int.Parse(written.Tags["ceactors.storage.rows"], CultureInfo.InvariantCulture).ShouldBeGreaterThan(1);

        bool IsCall(ReceivedSpan span, string method) =>
            span.Service == Silo && span.Kind == 2 && span.Name.Contains("IReviewUnit") && span.Name.Contains(method);

        bool IsBelow(ReceivedSpan span, ReceivedSpan other) =>
            span.ParentId == other.SpanId
            || (trace.TryGetValue(span.ParentId, out var parent) && IsBelow(parent, other));
    }

    /// <summary>The metrics that operators look at came.</summary>
    public static void ShouldMeasure(OtlpReceiver received)
    {
        var metrics = received.Metrics;
        foreach (
            var name in (string[])
                [
                    "http.server.request.duration",
                    "ceactors.queue.waiting",
                    "ceactors.queue.oldest.age",
                    "ceactors.declaration.commands",
                    "ceactors.batch.items",
                    "ceactors.batch.duration",
                    "ceactors.batch.outcomes",
                    "ceactors.statements",
                    "ceactors.statement.rendering",
                    "ceactors.storage.group.rows",
                    "ceactors.storage.group.bytes",
                    "ceactors.storage.change.wait",
                ]
        )
        {
            metrics.ShouldContain(name);
        }
    }

    /// <summary>
    /// No id number, name or telephone number of anybody who was registered or took part is in any log, span or metric. What the demo itself
    /// says on the screen is no log: it tells a story about people that do not exist.
    /// </summary>
    public static void ShouldNameNobody(OtlpReceiver received, string logs)
    {
        var people = new DemoProvince(TimeProvider.System.GetUtcNow().Year - 1).People;
        var needles = people
            .SelectMany(person =>
                (string[])
                    [
                        person.ResidentId,
                        person.Name,
                        JavaScriptEncoder.Default.Encode(person.Name),
                        Uri.EscapeDataString(person.Name),
                        string.Create(CultureInfo.InvariantCulture, $"1390000{person.Number:D4}"),
                    ]
            )
            .Append(MailDomain)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var telemetry = received.Bodies.Select((body, at) => ($"telemetry {at}", Encoding.UTF8.GetString(body)));
        var files = Directory
            .GetFiles(logs, "*.log")
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
            .ToArray();
        files.Length.ShouldBeGreaterThanOrEqualTo(4, "each process has its log");
        var search = System.Buffers.SearchValues.Create(needles, StringComparison.OrdinalIgnoreCase);
        foreach (var (place, text) in files.Concat(telemetry))
        {
            var at = text.AsSpan().IndexOfAny(search);
            if (at >= 0)
            {
                var around = text.Substring(Math.Max(0, at - 200), Math.Min(400, text.Length - Math.Max(0, at - 200)));
                throw new ShouldAssertException($"{place} names somebody: …{around}…");
            }
        }
    }

    private static string Tree(IEnumerable<ReceivedSpan> spans, string parent, string indent) =>
        string.Concat(
            spans
                .Where(span => span.ParentId == parent)
                .Select(span => $"{Environment.NewLine}{indent}{span}{Tree(spans, span.SpanId, indent + "  ")}")
        );
}
