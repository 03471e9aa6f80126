using System.Text;
using System.Text.Json.Nodes;
using CeActors.Contracts.Review;
using CeActors.Functions.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace CeActors.Functions.Hosting;

/// <summary>The OpenAPI 3.1 document, described from the endpoints' own metadata, and its reference page.</summary>
internal static class OpenApiSetup
{
    public const string DocumentPath = "/api/openapi.json";
    public const string ReferencePath = "/api/docs";

    private const string SecurityScheme = "bearer";

    public static void AddApiDescription(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            var ours = ApiJson.Wire;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
            options.SerializerOptions.PropertyNamingPolicy = ours.PropertyNamingPolicy;
            options.SerializerOptions.NumberHandling = ours.NumberHandling;
            options.SerializerOptions.UnmappedMemberHandling = ours.UnmappedMemberHandling;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
            foreach (var converter in ours.Converters)
            {
                options.SerializerOptions.Converters.Add(converter);
            }
        });
        services.AddSingleton<ServedDocument>();
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer(DescribeDocument);
            options.AddOperationTransformer(DescribeOperationAsync);
            options.AddSchemaTransformer(DescribeSchema);
            options.AddDocumentTransformer(OpenApiTexts.Describe);
        });
    }

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapGet(DocumentPath, ServeDocumentAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapScalarApiReference(
                ReferencePath,
                options =>
                    options
                        .WithTitle("CeActors API")
                        .WithOpenApiRoutePattern(DocumentPath)
                        .DisableDefaultFonts()
                        .DisableTelemetry()
            )
            .AllowAnonymous()
            .AddEndpointFilter(
                async (context, next) =>
                {
                    // The page starts its script inline; both come from this origin.
                    context.HttpContext.Response.Headers.ContentSecurityPolicy =
                        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                        + "img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";
                    return await next(context);
                }
            );
    }

    private static async Task ServeDocumentAsync(HttpContext context)
    {
        var bytes = await context.RequestServices.GetRequiredService<ServedDocument>().BytesAsync();
        context.Response.ContentType = JsonAnswers.MediaType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static Task DescribeDocument(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "CeActors",
            Version = "1",
            Description =
                "继续教育学时核认：申报、审核、核认、认定单。Declarations of continuing-education hours, their review, "
                + "recognition and statements. Changing requests carry an Idempotency-Key; versions travel as ETag and If-Match.",
        };
        // The same document wherever it is served.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SecurityScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "Access token of the configured OpenID Connect authority.",
            },
        };
        return Task.CompletedTask;
    }

    private static async Task DescribeOperationAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var needsSignIn = metadata.OfType<IAuthorizeData>().Any();
        var changes = metadata.OfType<ChangeMetadata>().Any();
        var version = metadata.OfType<VersionMetadata>().LastOrDefault()?.Rule ?? VersionRule.Ignored;
        var body = metadata.OfType<BodyMetadata>().LastOrDefault();
        operation.Parameters ??= [];
        foreach (var query in metadata.OfType<QueryMetadata>().SelectMany(each => each.Parameters))
        {
            operation.Parameters.Add(OpenApiParts.Query(query));
        }

        if (changes)
        {
            operation.Parameters.Add(OpenApiParts.IdempotencyKey());
        }

        if (version != VersionRule.Ignored)
        {
            operation.Parameters.Add(OpenApiParts.IfMatch(version == VersionRule.Required));
        }

        if (body is not null)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new()
                    {
                        Schema = await ReferenceAsync(context, body.Type, cancellationToken),
                    },
                },
            };
        }

        if (needsSignIn)
        {
            var scheme = new OpenApiSecuritySchemeReference(SecurityScheme, context.Document);
            operation.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
        }

        var problem = await ReferenceAsync(context, typeof(ProblemDocument), cancellationToken);
        operation.Responses ??= [];
        foreach (var status in OpenApiParts.ProblemStatuses(needsSignIn, changes, body is not null, version))
        {
            operation.Responses[status.ToString()] = new OpenApiResponse
            {
                Description = Titles.Of(status, Language.English),
                Headers = OpenApiParts.HeadersOf(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemDocument.MediaType] = new() { Schema = problem },
                },
            };
        }
    }

    private static async Task<IOpenApiSchema> ReferenceAsync(
        OpenApiOperationTransformerContext context,
        Type type,
        CancellationToken cancellationToken
    )
    {
        var document = context.Document!;
        if (document.Components?.Schemas?.ContainsKey(type.Name) != true)
        {
            document.AddComponent(type.Name, await context.GetOrCreateSchemaAsync(type, null, cancellationToken));
        }

        return new OpenApiSchemaReference(type.Name, document);
    }

    private static Task DescribeSchema(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (context.JsonTypeInfo.Type == typeof(UnitRoles))
        {
            schema.Type = JsonSchemaType.Array;
            schema.UniqueItems = true;
            schema.Items = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. UnitRolesConverter.Words.Select(known => (JsonNode)known.Word)],
            };
        }

        return Task.CompletedTask;
    }
}

/// <summary>The document as it is served: made once, since making it takes longer than a request should.</summary>
internal sealed class ServedDocument(IServiceProvider services)
{
    private const string DocumentName = "v1";

    private readonly Lock _making = new();
    private Task<byte[]>? _bytes;

    public Task<byte[]> BytesAsync()
    {
        lock (_making)
        {
            return _bytes is null or { IsFaulted: true } ? _bytes = MakeAsync() : _bytes;
        }
    }

    private async Task<byte[]> MakeAsync()
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(DocumentName);
        var document = await provider.GetOpenApiDocumentAsync(CancellationToken.None);
        return Encoding.UTF8.GetBytes(
            await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, CancellationToken.None)
        );
    }
}
