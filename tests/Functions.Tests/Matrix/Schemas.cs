using System.Text.Json.Nodes;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>What the committed document says of bodies.</summary>
internal static class Schemas
{
    /// <summary>The schema of an operation's body.</summary>
    public static JsonNode OfBody(Operation operation) =>
        Resolved(operation.Document["requestBody"]!["content"]!["application/json"]!["schema"]!);

    /// <summary>The schema of one place of a body.</summary>
    public static JsonNode At(JsonNode schema, string path) =>
        path.Split('/')
            .Skip(1)
            .Aggregate(
                schema,
                (at, part) => Resolved(int.TryParse(part, out _) ? at["items"]! : at["properties"]![part]!)
            );

    // What may be null is one of two: null, or what it is a reference to.
    private static JsonNode Resolved(JsonNode schema) =>
        schema["$ref"] is { } reference
            ? Operations.Document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!
        : schema["oneOf"] is JsonArray choices ? Resolved(choices.Last()!)
        : schema;
}
