namespace CeActors.DevIdentity.Pages;

/// <summary>
/// Answers requests whose body is too large or no form as what they are, wherever they were read; a bug is logged and shows nobody
/// its stack trace, although this host always runs as a development one.
/// </summary>
internal static partial class BadRequests
{
    public static async Task AnswerAsync(HttpContext http, RequestDelegate next, ILogger logger)
    {
        try
        {
            await next(http);
        }
        catch (Exception failure) when (StatusOf(failure) is not null && !http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusOf(failure)!.Value;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !http.Response.HasStarted)
        {
            LogBug(logger, failure);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed by a bug.")]
    private static partial void LogBug(ILogger logger, Exception failure);

    // The readers of forms wrap what the server throws.
    private static int? StatusOf(Exception? failure) =>
        failure switch
        {
            null => null,
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException => StatusCodes.Status400BadRequest, // more fields, or longer ones, than a form may have
            _ => StatusOf(failure.InnerException),
        };
}
