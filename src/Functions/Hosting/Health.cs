using CeActors.Functions.Http;

namespace CeActors.Functions.Hosting;

/// <summary>Whether the front is alive, and whether it can do its work.</summary>
/// <param name="Status"><c>live</c>, <c>ready</c> or <c>not-ready</c>.</param>
public sealed record HealthAnswer(string Status);

internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/health/live", context => AnswerAsync(context, StatusCodes.Status200OK, "live"))
            .AllowAnonymous()
            .WithName("healthLive")
            .ExcludeFromDescription();
        routes.MapGet("/health/ready", ReadyAsync).AllowAnonymous().WithName("healthReady").ExcludeFromDescription();
    }

    private static Task ReadyAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<ClusterConnection>().IsConnected
            ? AnswerAsync(context, StatusCodes.Status200OK, "ready")
            : AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "not-ready");

    private static Task AnswerAsync(HttpContext context, int status, string word)
    {
        context.Response.StatusCode = status;
        return JsonAnswers.WriteAsync(context.Response, new HealthAnswer(word));
    }
}
