using System.Net;
using CeActors.Files;

namespace CeActors.Functions.Evidence;

/// <summary>
/// Timer: empties the container of uploads that were never completed. The Functions host posts its envelope here over the
/// loopback address and without a sign-in; that address is the only thing that authorizes it, so a request that came
/// through a proxy is not let in.
/// </summary>
internal static partial class SweepIncoming
{
    /// <summary>Name of the function, and its path: that is how the host calls triggers that are not HTTP.</summary>
    public const string FunctionName = "SweepIncoming";

    /// <summary>Every hour, at a minute at which few others run.</summary>
    public const string Schedule = "0 17 * * * *";

    private const string InvocationReply = """{"Outputs":{},"Logs":[],"ReturnValue":null}""";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/" + FunctionName, HandleAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        HttpContext context,
        IncomingSweeper sweeper,
        TimeProvider time,
        ILoggerFactory loggers
    )
    {
        if (!IsFromHost(context))
        {
            return Results.NotFound();
        }

        string? continuation = null;
        do
        {
            // Each sweep is bounded; what is listed but young stays, so the container's end is always reached.
            var report = await sweeper.SweepAsync(time.GetUtcNow(), continuation, context.RequestAborted);
            Swept(loggers.CreateLogger(FunctionName), report.Examined, report.Deleted);
            continuation = report.Continuation;
        } while (continuation is not null);
        return Results.Text(InvocationReply, "application/json");
    }

    /// <summary>What a proxy adds to a request that came from elsewhere; X-Original-For is what ours makes of the second.</summary>
    private static readonly string[] ForwardingHeaders =
    [
        "Forwarded",
        "X-Forwarded-For",
        "X-Original-For",
        "X-Real-IP",
    ];

    private static bool IsFromHost(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !Array.Exists(ForwardingHeaders, context.Request.Headers.ContainsKey);

    [LoggerMessage(
        1,
        LogLevel.Information,
        "Looked at {Examined} uploads, deleted {Deleted} that were never completed."
    )]
    private static partial void Swept(ILogger logger, int examined, int deleted);
}
