using System.Net;
using System.Text.Json.Nodes;

namespace CeActors.Local.Http;

/// <summary>What the API answered.</summary>
/// <param name="Request">Method and path, for messages.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The JSON body; null when there is none or it is not JSON.</param>
/// <param name="Bytes">The body as sent.</param>
/// <param name="Tag">The ETag with its quotes; null when there is none.</param>
/// <param name="Location">The Location header; null when there is none.</param>
public sealed record Answer(
    string Request,
    HttpStatusCode Status,
    JsonNode? Body,
    byte[] Bytes,
    string? Tag,
    Uri? Location
)
{
    /// <summary>2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The member at a path such as <c>holder.code</c>; null when a part of it is missing.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate(Body, (node, name) => node?[name]);

    /// <summary>The text there.</summary>
    /// <exception cref="LocalFault">There is none.</exception>
    public string Text(string path) =>
        this[path]?.ToString() ?? throw new LocalFault($"{Request}: the answer has no {path}: {Body}");

    /// <summary>The number there.</summary>
    /// <exception cref="LocalFault">There is none.</exception>
    public long Number(string path) =>
        this[path] is JsonValue value && value.TryGetValue<long>(out var number)
            ? number
            : throw new LocalFault($"{Request}: the answer has no number {path}: {Body}");

    /// <summary>The elements there; none when it is missing.</summary>
    public IReadOnlyList<JsonNode> List(string path) => [.. (this[path] as JsonArray ?? []).OfType<JsonNode>()];

    /// <summary>This answer.</summary>
    /// <exception cref="LocalFault">It is not a success; the message gives the problem document.</exception>
    public Answer Required() =>
        IsSuccess ? this : throw new LocalFault($"{Request} was answered {(int)Status}: {Explanation}");

    private string Explanation =>
        Body is null
            ? "(no JSON body)"
            : $"{Body["code"]} — {Body["chinese"]} {Body["english"]} {Body["problems"]?.ToJsonString(Json.Readable)}";
}
