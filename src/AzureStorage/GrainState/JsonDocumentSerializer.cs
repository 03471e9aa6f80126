using System.Text.Encodings.Web;
using System.Text.Json;
using Orleans.Storage;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Documents as UTF-8 JSON.</summary>
internal sealed class JsonDocumentSerializer(JsonSerializerOptions? options) : IGrainStorageSerializer
{
    // Nothing here is ever put into a page, so Chinese text stays three bytes a character instead of six.
    private static readonly JsonSerializerOptions Habit = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonSerializerOptions _options = options ?? Habit;

    public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input, _options));

    public T Deserialize<T>(BinaryData input) => JsonSerializer.Deserialize<T>(input.ToMemory().Span, _options)!;
}
