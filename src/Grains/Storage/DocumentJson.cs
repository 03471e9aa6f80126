using System.Text.Json;
using System.Text.Json.Serialization;

namespace CeActors.Grains.Storage;

/// <summary>
/// How documents are written: what is null or zero is left out, and every character stays as it is. The serializer is not generated at
/// build time: a generated one collects all properties before it sets any, and a newer document must be refused at its first.
/// </summary>
public static class DocumentJson
{
    /// <summary>For the storage provider's serializer.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = new PlainJsonEncoder(),
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
