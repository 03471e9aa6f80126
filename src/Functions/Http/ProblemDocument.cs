using System.Collections.Immutable;
using System.Diagnostics;
using CeActors.Contracts;

namespace CeActors.Functions.Http;

/// <summary>A problem document (RFC 9457) with the members that this API adds.</summary>
/// <param name="Type">Stable <c>urn:ceactors:problem:{code}</c>.</param>
/// <param name="Title">The kind of problem, in the language asked for.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What to do, in the language asked for.</param>
/// <param name="Code">Stable code, for programs.</param>
/// <param name="Chinese">The detail in Chinese.</param>
/// <param name="English">The detail in English.</param>
/// <param name="Problems">Each wrong place: a JSON pointer into the body, or <c>query:name</c>, <c>header:name</c>, <c>route:name</c>.</param>
/// <param name="Facts">What a client may need besides; null when nothing.</param>
/// <param name="TraceId">Names this answer in the service's logs.</param>
public sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    string Chinese,
    string English,
    ImmutableArray<Problem> Problems,
    ImmutableDictionary<string, string>? Facts,
    string TraceId
)
{
    internal const string MediaType = "application/problem+json";
    internal const string TypePrefix = "urn:ceactors:problem:";

    internal static Task WriteAsync(HttpContext context, FrontProblem problem)
    {
        RetryAfter(context, problem.RetryAfterSeconds);
        return WriteAsync(
            context,
            problem.Status,
            problem.Code,
            problem.Chinese,
            problem.English,
            problem.Problems,
            facts: null
        );
    }

    internal static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        if (refusal.Kind == RefusalKind.TooMany)
        {
            RetryAfter(context, FrontProblem.RetryAfterTooManySeconds);
        }

        return WriteAsync(
            context,
            StatusOf(refusal.Kind),
            refusal.Code,
            refusal.Chinese,
            refusal.English,
            refusal.Problems.IsDefault ? [] : refusal.Problems,
            refusal.Facts
        );
    }

    internal static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
            RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
            RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind that this front does not know."),
        };

    private static async Task WriteAsync(
        HttpContext context,
        int status,
        string code,
        string chinese,
        string english,
        ImmutableArray<Problem> problems,
        ImmutableDictionary<string, string>? facts
    )
    {
        var language = Languages.Of(context.Request);
        var document = new ProblemDocument(
            TypePrefix + code,
            Titles.Of(status, language),
            status,
            language == Language.English ? english : chinese,
            code,
            chinese,
            english,
            problems,
            facts,
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier
        );
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = MediaType;
        response.Headers.ContentLanguage = language == Language.English ? "en" : "zh-CN";
        response.Headers.Vary = "Accept-Language";
        response.Headers.CacheControl = "no-store";
        await JsonAnswers.WriteAsync(response, document);
    }

    private static void RetryAfter(HttpContext context, int? seconds)
    {
        if (seconds is not null)
        {
            context.Response.Headers.RetryAfter = seconds.Value.ToString();
        }
    }
}
