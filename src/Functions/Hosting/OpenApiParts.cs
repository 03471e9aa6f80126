using System.Globalization;
using System.Text.Json.Nodes;
using CeActors.Functions.Http;
using Microsoft.OpenApi;

namespace CeActors.Functions.Hosting;

/// <summary>Parts that many operations of the OpenAPI document share.</summary>
internal static class OpenApiParts
{
    public static OpenApiParameter Query(QueryParameter query) =>
        new()
        {
            Name = query.Name,
            In = ParameterLocation.Query,
            Required = query.IsRequired,
            Description = query.Description,
            Schema = new OpenApiSchema
            {
                Type = query.SchemaType switch
                {
                    "integer" => JsonSchemaType.Integer,
                    "boolean" => JsonSchemaType.Boolean,
                    _ => JsonSchemaType.String,
                },
                Format = query.Format,
                Minimum = query.Minimum?.ToString(CultureInfo.InvariantCulture),
                Maximum = query.Maximum?.ToString(CultureInfo.InvariantCulture),
                MaxLength = query.LengthMax,
                Enum = query.Words is null ? null : [.. query.Words.Select(word => (JsonNode)word)],
            },
        };

    public static OpenApiParameter IdempotencyKey() =>
        new()
        {
            Name = "Idempotency-Key",
            In = ParameterLocation.Header,
            Required = true,
            Description = "Made by the client for each command, stored before sending and reused on retry.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern =
                    $"^[A-Za-z0-9-]{{{RequestLimits.CommandIdCharactersMin},{RequestLimits.CommandIdCharactersMax}}}$",
            },
        };

    public static OpenApiParameter IfMatch(bool isRequired) =>
        new()
        {
            Name = "If-Match",
            In = ParameterLocation.Header,
            Required = isRequired,
            Description = "The ETag that was read, such as \"v3-r17\"; \"v3\" where only the version matters.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    /// <summary>Headers of a problem: when to come back, where that helps.</summary>
    public static IDictionary<string, IOpenApiHeader>? HeadersOf(int status) =>
        status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable
            ? new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Required = true,
                    Description = "Seconds until the same request, with the same Idempotency-Key, may be sent again.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
                },
            }
            : null;

    public static IEnumerable<int> ProblemStatuses(bool needsSignIn, bool changes, bool hasBody, VersionRule version)
    {
        yield return StatusCodes.Status400BadRequest;
        if (needsSignIn)
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
        }

        yield return StatusCodes.Status404NotFound;
        if (changes)
        {
            yield return StatusCodes.Status409Conflict;
            yield return StatusCodes.Status422UnprocessableEntity;
        }

        if (version != VersionRule.Ignored)
        {
            yield return StatusCodes.Status412PreconditionFailed;
        }

        if (hasBody)
        {
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }

        if (version == VersionRule.Required)
        {
            yield return StatusCodes.Status428PreconditionRequired;
        }

        yield return StatusCodes.Status429TooManyRequests;
        yield return StatusCodes.Status500InternalServerError;
        yield return StatusCodes.Status503ServiceUnavailable;
    }
}
