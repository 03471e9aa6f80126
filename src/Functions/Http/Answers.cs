using System.Reflection;
using CeActors.Contracts;
using Microsoft.AspNetCore.Http.Metadata;

namespace CeActors.Functions.Http;

/// <summary>Answers with the value of an outcome, or with the problem document of its refusal.</summary>
internal abstract class OutcomeAnswer<T>(int status, Outcome<T> outcome, string? location, VersionTag? tag) : IResult
    where T : class
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (outcome.Refusal is { } refusal)
        {
            return ProblemDocument.WriteAsync(httpContext, refusal);
        }

        var response = httpContext.Response;
        response.StatusCode = status;
        if (tag is { } version)
        {
            response.Headers.ETag = version.ToString();
        }

        if (location is not null)
        {
            response.Headers.Location = location;
        }

        return JsonAnswers.WriteAsync(response, outcome.Value!);
    }

    /// <summary>What the OpenAPI document says of such an answer.</summary>
    protected static void Describe(int status, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(T), ["application/json"]));
}

/// <summary>200 with the value.</summary>
internal sealed class Answer<T>(Outcome<T> outcome, VersionTag? tag = null)
    : OutcomeAnswer<T>(StatusCodes.Status200OK, outcome, null, tag),
        IEndpointMetadataProvider
    where T : class
{
    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe(StatusCodes.Status200OK, builder);
}

/// <summary>201 with the value and where it is.</summary>
internal sealed class CreatedAnswer<T>(Outcome<T> outcome, string? location, VersionTag? tag = null)
    : OutcomeAnswer<T>(StatusCodes.Status201Created, outcome, location, tag),
        IEndpointMetadataProvider
    where T : class
{
    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe(StatusCodes.Status201Created, builder);
}

/// <summary>202 with the value and where its progress is.</summary>
internal sealed class AcceptedAnswer<T>(Outcome<T> outcome, string? location)
    : OutcomeAnswer<T>(StatusCodes.Status202Accepted, outcome, location, null),
        IEndpointMetadataProvider
    where T : class
{
    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe(StatusCodes.Status202Accepted, builder);
}

/// <summary>A problem document alone, where the good answer is not JSON.</summary>
internal sealed class RefusedAnswer(Refusal refusal) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext) => ProblemDocument.WriteAsync(httpContext, refusal);
}
