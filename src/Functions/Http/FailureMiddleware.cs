using CeActors.Functions.Admission;

namespace CeActors.Functions.Http;

/// <summary>
/// Outermost of what handles a request: turns refusals of the front, failures of what is behind, and bare statuses into
/// problem documents. No exception's words leave the house.
/// </summary>
internal sealed partial class FailureMiddleware(RequestDelegate next, ILogger<FailureMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (RefusedRequestException refused)
        {
            await AnswerAsync(context, refused.Problem);
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // The client has gone; nobody waits for an answer.
        }
        catch (BadHttpRequestException bad)
        {
            await AnswerAsync(context, MalformedHttp(bad.StatusCode));
            return;
        }
        catch (Exception exception)
        {
            await AnswerAsync(context, Sorted(context, exception));
            return;
        }

        if (!context.Response.HasStarted && context.Response.ContentType is null)
        {
            await DressBareStatusAsync(context);
        }
    }

    private FrontProblem Sorted(HttpContext context, Exception exception)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        var changes = context.GetEndpoint()?.Metadata.GetMetadata<ChangeMetadata>() is not null;
        switch (Failures.KindOf(exception))
        {
            case FailureKind.Away:
                return FrontProblem.ServiceAway;
            case FailureKind.Shed:
                return AdmissionProblems.Overloaded();
            case FailureKind.UnknownOutcome:
                CallFailed(context.Request.Method, route, exception);
                return changes ? FrontProblem.UnknownOutcome : FrontProblem.ServiceAway;
            default:
                Unexpected(context.Request.Method, route, context.TraceIdentifier, exception);
                return FrontProblem.Unexpected;
        }
    }

    private static Task AnswerAsync(HttpContext context, FrontProblem problem)
    {
        if (context.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            context.Abort();
            return Task.CompletedTask;
        }

        // Headers of the whole house (security) were set before; those of the handler go.
        context.Response.Headers.ETag = default;
        context.Response.Headers.Location = default;
        context.Response.ContentLength = null;
        return ProblemDocument.WriteAsync(context, problem);
    }

    private static Task DressBareStatusAsync(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => AnswerAsync(context, FrontProblem.NotSignedIn),
            StatusCodes.Status404NotFound => AnswerAsync(context, FrontProblem.NoSuchRoute),
            StatusCodes.Status405MethodNotAllowed => AnswerAsync(context, FrontProblem.WrongMethod),
            StatusCodes.Status415UnsupportedMediaType => AnswerAsync(context, FrontProblem.WrongMediaType),
            _ => Task.CompletedTask,
        };

    private static FrontProblem MalformedHttp(int status) =>
        status == StatusCodes.Status413PayloadTooLarge
            ? FrontProblem.TooLarge(RequestLimits.BodyBytesMax)
            : FrontProblem.Of(
                StatusCodes.Status400BadRequest,
                "request-malformed",
                "请求不完整或不符合 HTTP 格式，请检查后重新发送。",
                "The request is incomplete or not well-formed HTTP; check it and send it again."
            );

    [LoggerMessage(1, LogLevel.Warning, "A call behind {Method} {Route} failed on the way; its outcome is not known.")]
    private partial void CallFailed(string method, string route, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Route} failed unexpectedly ({TraceId}).")]
    private partial void Unexpected(string method, string route, string traceId, Exception exception);
}
