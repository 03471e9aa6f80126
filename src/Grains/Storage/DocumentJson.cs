using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Review;
using CeActors.Grains.Statements;

namespace CeActors.Grains.Storage;

/// <summary>How documents are written: what is null or zero is left out, and Chinese stays as it is.</summary>
public static class DocumentJson
{
    /// <summary>For the storage provider's serializer.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                GeneratedDocumentJson.Default,
                new DefaultJsonTypeInfoResolver()
            ),
        };
        options.MakeReadOnly();
        return options;
    }
}

[JsonSerializable(typeof(DeclarationDocument))]
[JsonSerializable(typeof(ProfessionalDocument))]
[JsonSerializable(typeof(StatementDocument))]
[JsonSerializable(typeof(BatchReviewDocument))]
internal sealed partial class GeneratedDocumentJson : JsonSerializerContext;
