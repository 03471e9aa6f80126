namespace CeActors.DevIdentity.Pages;

/// <summary>Answers requests whose body is too large or no form as what they are, wherever they were read.</summary>
internal static class BadRequests
{
    public static async Task AnswerAsync(HttpContext http, RequestDelegate next)
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
    }

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
