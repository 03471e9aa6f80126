using System.Diagnostics;
using CeActors.AzureStorage.GrainState;

namespace CeActors.AzureStorage.Telemetry;

/// <summary>
/// The spans of transactions, one an attempt. Many state changes leave as one transaction: its span belongs to the trace of the first of
/// them that is traced and links to all, and each of the others is linked to it, so that every trace leads to it. Without a
/// listener, and for changes that nobody traces, nothing is made.
/// </summary>
internal static class TransactionSpans
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "CeActors.AzureStorage";

    /// <summary>Name of each span.</summary>
    public const string SpanName = "storage transaction";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The span on whose behalf a state is written here and now; null when nobody traces it.</summary>
    public static Activity? Asker() =>
        Source.HasListeners() && Activity.Current is { Recorded: true } current ? current : null;

    /// <summary>An attempt begins; null when none of its changes is traced.</summary>
    public static Activity? Begin(string provider, int bucket, Group group, int attempt)
    {
        if (!Source.HasListeners() || LinksOf(group) is not [var first, ..] links)
        {
            return null;
        }

        var span = Source.StartActivity(ActivityKind.Client, first.Context, links: links, name: SpanName);
        if (span is null)
        {
            return null;
        }

        span.SetTag("ceactors.storage.provider", provider);
        span.SetTag("ceactors.storage.bucket", bucket);
        span.SetTag("ceactors.storage.attempt", attempt);
        span.SetTag("ceactors.storage.changes", group.Changes.Count);
        span.SetTag("ceactors.storage.rows", group.Rows);
        span.SetTag("ceactors.storage.bytes", group.Bytes);
        foreach (var change in group.Changes)
        {
            if (change.Asker is { } asker && asker.SpanId != first.Context.SpanId)
            {
                // Its writer waits for it, so that the writer's span is still open.
                asker.AddLink(new ActivityLink(span.Context));
            }
        }

        return span;
    }

    /// <summary>It landed, or what came back tells something else.</summary>
    public static void End(Activity? span, FailureKind? failure)
    {
        if (span is null)
        {
            return;
        }

        span.SetTag("ceactors.storage.outcome", failure is { } kind ? NameOf(kind) : "landed");
        if (failure is not null)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>A kind of failure as it stands in tags.</summary>
    public static string NameOf(FailureKind kind) =>
        kind switch
        {
            FailureKind.Conflict => "conflict",
            FailureKind.Throttled => "throttled",
            FailureKind.Refused => "refused",
            FailureKind.Closed => "closed",
            _ => "in-doubt",
        };

    private static List<ActivityLink>? LinksOf(Group group)
    {
        List<ActivityLink>? links = null;
        foreach (var change in group.Changes)
        {
            if (change.Asker is { } asker)
            {
                (links ??= []).Add(new ActivityLink(asker.Context));
            }
        }

        return links;
    }
}
