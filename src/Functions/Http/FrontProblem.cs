using System.Collections.Immutable;
using CeActors.Contracts;

namespace CeActors.Functions.Http;

/// <summary>A "no" that the front itself says: a malformed request, a missing header, a service that is away.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable, lower case with hyphens.</param>
/// <param name="Chinese">A full sentence that says what to do.</param>
/// <param name="English">The same in English.</param>
/// <param name="Problems">The places that are wrong; empty when the whole request is.</param>
/// <param name="RetryAfterSeconds">When to try again; null when trying again does not help.</param>
internal sealed record FrontProblem(
    int Status,
    string Code,
    string Chinese,
    string English,
    ImmutableArray<Problem> Problems,
    int? RetryAfterSeconds = null
)
{
    /// <summary>Seconds until a client should ask again when the service behind is away.</summary>
    public const int RetryAfterAwaySeconds = 2;

    /// <summary>Seconds until a client should ask again when a bound is reached.</summary>
    public const int RetryAfterTooManySeconds = 5;

    public static FrontProblem Of(int status, string code, string chinese, string english) =>
        new(status, code, chinese, english, []);

    /// <summary>A malformed request of which one place is wrong.</summary>
    public static FrontProblem At(string path, string code, string chinese, string english) =>
        new(StatusCodes.Status400BadRequest, code, chinese, english, [new Problem(path, code, chinese, english)]);

    /// <summary>A malformed body; each wrong place is named.</summary>
    public static FrontProblem Shape(ImmutableArray<Problem> problems) =>
        problems.Length == 1
            ? At(problems[0].Path, problems[0].Code, problems[0].Chinese, problems[0].English)
            : new(
                StatusCodes.Status400BadRequest,
                "body-malformed",
                "请求内容的格式不正确，请按 problems 中列出的各处修改。",
                "The body is not in the expected form; correct each place listed in problems.",
                problems
            );

    public static FrontProblem NotSignedIn { get; } =
        Of(
            StatusCodes.Status401Unauthorized,
            "not-signed-in",
            "请先登录，再重试；如已登录，登录可能已过期，请重新登录。",
            "Sign in and try again; if you had signed in, the session may have expired."
        );

    public static FrontProblem NoSuchRoute { get; } =
        Of(
            StatusCodes.Status404NotFound,
            "no-such-address",
            "没有这个地址，请对照 /api/openapi.json 检查。",
            "There is no such address; compare it with /api/openapi.json."
        );

    public static FrontProblem NotFound { get; } =
        Of(
            StatusCodes.Status404NotFound,
            "not-found",
            "没有找到，请检查编号是否正确。",
            "Nothing was found here; check the identifier."
        );

    public static FrontProblem WrongMethod { get; } =
        Of(
            StatusCodes.Status405MethodNotAllowed,
            "method-not-allowed",
            "这个地址不接受该请求方法，请看 Allow 响应头。",
            "This address does not take that method; see the Allow header."
        );

    public static FrontProblem WrongMediaType { get; } =
        Of(
            StatusCodes.Status415UnsupportedMediaType,
            "media-type-not-json",
            "请求内容必须是 UTF-8 编码的 JSON：请设置 Content-Type: application/json。",
            "The body must be JSON in UTF-8: set Content-Type: application/json."
        );

    public static FrontProblem ServiceAway { get; } =
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "service-away",
            "服务暂时不可用，请稍后再试；没有任何更改。",
            "The service is away for the moment; try again shortly. Nothing was changed."
        ) with
        {
            RetryAfterSeconds = RetryAfterAwaySeconds,
        };

    public static FrontProblem UnknownOutcome { get; } =
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "unknown-outcome",
            "尚不清楚操作是否已经生效，请用同一个 Idempotency-Key 重试，不会重复生效。",
            "Whether this took effect is not known yet; send it again with the same Idempotency-Key, it will not take effect twice."
        ) with
        {
            RetryAfterSeconds = RetryAfterAwaySeconds,
        };

    public static FrontProblem IdentityAway { get; } =
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "identity-away",
            "登录服务暂时不可用，无法核对登录状态，请稍后再试。",
            "The sign-in service is away, so the token cannot be checked; try again shortly."
        ) with
        {
            RetryAfterSeconds = RetryAfterAwaySeconds,
        };

    public static FrontProblem Unexpected { get; } =
        Of(
            StatusCodes.Status500InternalServerError,
            "unexpected",
            "服务出现意外错误。请用同一个 Idempotency-Key 重试；如仍失败，请将 traceId 告知管理员。",
            "Something unexpected went wrong. Try again with the same Idempotency-Key; if it fails again, tell the administrator the traceId."
        );

    public static FrontProblem TooLarge(long limitBytes) =>
        Of(
            StatusCodes.Status413PayloadTooLarge,
            "body-too-large",
            $"请求内容超过上限 {limitBytes} 字节，请减少内容或分次提交。",
            $"The body is over the limit of {limitBytes} bytes; send less, or in parts."
        );
}

/// <summary>Stops the handling of a request that the front itself refuses; <see cref="FailureMiddleware"/> answers.</summary>
internal sealed class RefusedRequestException(FrontProblem problem) : Exception(problem.Code)
{
    public FrontProblem Problem { get; } = problem;
}
