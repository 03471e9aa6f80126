using System.Globalization;
using System.Net;
using System.Text.Json;

namespace CeActors.Benchmarks.Crash;

/// <summary>What a request came to, and how long its client waited over all its attempts.</summary>
/// <param name="Status">HTTP status; neither 429 nor 5xx.</param>
/// <param name="Body">JSON.</param>
/// <param name="ETag">As sent; null without one.</param>
/// <param name="Attempts">Sendings, 1 when the first was answered.</param>
/// <param name="Wait">From the first sending to the answer.</param>
public sealed record Answer(HttpStatusCode Status, JsonElement Body, string? ETag, int Attempts, TimeSpan Wait)
{
    /// <summary>What came before it: each attempt without a final answer, and how long it took.</summary>
    public IReadOnlyList<string> Setbacks { get; init; } = [];

    /// <summary>True when the command was accepted, or the question answered.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Code of the problem; empty when it is none.</summary>
    public string Code => Text("code") ?? "";

    /// <summary>A text of the body; null without one.</summary>
    public string? Text(string name) =>
        Body.ValueKind == JsonValueKind.Object
        && Body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>A whole number of the body; null without one.</summary>
    public long? Number(string name) =>
        Body.ValueKind == JsonValueKind.Object
        && Body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
            ? value.GetInt64()
            : null;

    /// <summary>What must come again when the command is sent again: status and everything that is remembered of an outcome.</summary>
    public string Essence =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)Status} {Text("declarationId") ?? Text("personId") ?? Text("batchId")} {Text("status")} v{Number("version")} r{Number("draftRevision")} {Text("holderUnitCode")}"
        );
}
