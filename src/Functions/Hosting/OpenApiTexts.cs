using CeActors.Functions.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CeActors.Functions.Hosting;

/// <summary>
/// Says of every free text of every request body how long it may be, from the limit that holds for all of them, so that a client
/// need not learn it from a refusal.
/// </summary>
internal static class OpenApiTexts
{
    public static Task Describe(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var seen = new HashSet<IOpenApiSchema>(ReferenceEqualityComparer.Instance);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.ToArray() ?? []))
        {
            foreach (var content in operation.RequestBody?.Content?.Values.ToArray() ?? [])
            {
                Walk(content.Schema, document, seen);
            }
        }

        return Task.CompletedTask;
    }

    private static void Walk(IOpenApiSchema? schema, OpenApiDocument document, HashSet<IOpenApiSchema> seen)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } name })
        {
            IOpenApiSchema? named = null;
            _ = document.Components?.Schemas?.TryGetValue(name, out named);
            schema = named;
        }

        if (schema is not OpenApiSchema own || !seen.Add(own))
        {
            return;
        }

        if (own.Type?.HasFlag(JsonSchemaType.String) == true && own is { Enum: null or { Count: 0 }, Format: null })
        {
            own.MaxLength ??= RequestLimits.TextCharactersMax;
        }

        Walk(own.Items, document, seen);
        foreach (var part in (own.Properties?.Values ?? []).Concat(own.OneOf ?? []).Concat(own.AnyOf ?? []))
        {
            Walk(part, document, seen);
        }
    }
}
