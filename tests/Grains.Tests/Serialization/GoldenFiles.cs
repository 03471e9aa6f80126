using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CeActors.Grains.Storage;
using CeActors.Testing;

namespace CeActors.Grains.Tests.Serialization;

/// <summary>
/// Documents as some released version wrote them. Files are only ever added: what was once stored must always be read.
/// A new one is written by running the tests with <c>CEACTORS_WRITE_GOLDEN=1</c>.
/// </summary>
internal static class GoldenFiles
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Serialize<TDocument>(TDocument document) =>
        JsonSerializer.Serialize(document, DocumentJson.Options);

    public static TDocument Deserialize<TDocument>(string json) =>
        JsonSerializer.Deserialize<TDocument>(json, DocumentJson.Options)!;

    /// <summary>The golden text, on one line as it is stored.</summary>
    public static string Read<TDocument>(string name, TDocument written)
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", "Grains.Tests", "Serialization", "Golden", name);
        if (Environment.GetEnvironmentVariable("CEACTORS_WRITE_GOLDEN") == "1" && !File.Exists(path))
        {
            File.WriteAllText(path, JsonNode.Parse(Serialize(written))!.ToJsonString(Readable) + "\n");
        }

        return JsonNode.Parse(File.ReadAllText(path))!.ToJsonString(DocumentJson.Options);
    }
}
