using System.Text.Json.Nodes;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Places of a JSON body by their pointers.</summary>
internal static class JsonPlaces
{
    public static JsonNode? Find(JsonNode root, string path) =>
        path.Split('/')
            .Skip(1)
            .Aggregate((JsonNode?)root, (node, part) => node is JsonArray list ? list[int.Parse(part)] : node?[part]);

    /// <summary>The body with another value at one place.</summary>
    public static JsonNode With(string body, string path, JsonNode? value)
    {
        var root = JsonNode.Parse(body)!;
        var parts = path.Split('/');
        var parent = Find(root, string.Join('/', parts[..^1]))!;
        if (parent is JsonArray list)
        {
            list[int.Parse(parts[^1])] = value;
        }
        else
        {
            parent[parts[^1]] = value;
        }

        return root;
    }

    /// <summary>The pointer of every place of a body that holds no object.</summary>
    public static IReadOnlyList<string> Leaves(string body)
    {
        var found = new List<string>();
        Walk(JsonNode.Parse(body), "");
        return [.. found.Where(path => !path.Contains("/roles/"))];

        void Walk(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (name, value) in members)
                    {
                        Walk(value, $"{path}/{name}");
                    }

                    break;
                case JsonArray places:
                    for (var index = 0; index < places.Count; index++)
                    {
                        Walk(places[index], $"{path}/{index}");
                    }

                    break;
                default:
                    found.Add(path);
                    break;
            }
        }
    }

    // Words of a fixed list are wrong types when they are other words; the rest of the texts are free.
    public static bool IsFreeText(Stage stage, string path) =>
        Find(JsonNode.Parse(stage.Body!)!, path) is JsonValue value
        && value.TryGetValue<string>(out _)
        && !(path.EndsWith("/kind") || path.EndsWith("/verdict") || path.Contains("/roles"))
        && !(stage.Operation.Id == "importTrainingRecords" && path.EndsWith("/subject"));
}
