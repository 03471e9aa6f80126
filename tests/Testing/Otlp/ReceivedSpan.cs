namespace CeActors.Testing.Otlp;

/// <summary>A span as a collector sees it.</summary>
/// <param name="Service">Name of the process.</param>
/// <param name="Source">Name of the activity source.</param>
/// <param name="TraceId">Trace.</param>
/// <param name="SpanId">Span.</param>
/// <param name="ParentId">Parent; empty for the first span of a trace.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind">1 internal, 2 server, 3 client.</param>
/// <param name="Tags">Tags whose values are texts or whole numbers.</param>
/// <param name="Links">Spans of other traces that it is linked to.</param>
public sealed record ReceivedSpan(
    string Service,
    string Source,
    string TraceId,
    string SpanId,
    string ParentId,
    string Name,
    int Kind,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<(string TraceId, string SpanId)> Links
)
{
    /// <summary>For messages of failing tests.</summary>
    public override string ToString() =>
        $"{Service} {Name} [{string.Join(", ", Tags.OrderBy(tag => tag.Key).Select(tag => $"{tag.Key}={tag.Value}"))}]";

    // Numbers of fields: opentelemetry/proto/trace/v1/trace.proto, common/v1/common.proto, resource/v1/resource.proto.
    internal static IEnumerable<ReceivedSpan> Of(byte[] body)
    {
        foreach (var resource in new ProtobufMessage(body).Messages(1))
        {
            var service = TagsOf(resource.Message(1), 1).GetValueOrDefault("service.name", "");
            foreach (var scope in resource.Messages(2))
            {
                var source = scope.Message(1).Text(1) ?? "";
                foreach (var span in scope.Messages(2))
                {
                    yield return new ReceivedSpan(
                        service,
                        source,
                        span.Hexadecimal(1),
                        span.Hexadecimal(2),
                        span.Hexadecimal(4),
                        span.Text(5) ?? "",
                        (int)span.Number(6),
                        TagsOf(span, 9),
                        [.. span.Messages(13).Select(link => (link.Hexadecimal(1), link.Hexadecimal(2)))]
                    );
                }
            }
        }
    }

    private static Dictionary<string, string> TagsOf(ProtobufMessage message, int field)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in message.Messages(field))
        {
            var value = pair.Message(2);
            tags[pair.Text(1) ?? ""] = value.Text(1) ?? (value.Has(3) ? $"{(long)value.Number(3)}" : "");
        }

        return tags;
    }
}
