using System.Globalization;
using System.Threading.RateLimiting;
using CeActors.Functions.Http;

namespace CeActors.Functions.Hosting;

/// <summary>
/// Bounds how often one address may ask what needs no sign-in and wakes something in the cluster: each made-up number would
/// otherwise keep an activation for a while.
/// </summary>
internal static class AnonymousLimit
{
    /// <summary>Name of the policy that endpoints ask for.</summary>
    public const string Policy = "anonymous";

    /// <summary>Requests of one address in one <see cref="Window"/>; an office that verifies a pile of papers stays below.</summary>
    public const int RequestsMax = 120;

    /// <summary>After it the count begins anew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddAnonymousLimit(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.AddPolicy(
                Policy,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = RequestsMax, Window = Window }
                    )
            );
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
                return new ValueTask(ProblemDocument.WriteAsync(rejected.HttpContext, TooOften(seconds)));
            };
        });

    private static FrontProblem TooOften(int seconds)
    {
        var text = seconds.ToString(CultureInfo.InvariantCulture);
        return FrontProblem.Of(
            StatusCodes.Status429TooManyRequests,
            "asked-too-often",
            $"核验过于频繁，请在 {text} 秒后再试。",
            $"Too many verifications from this address; try again in {text} seconds."
        ) with
        {
            RetryAfterSeconds = seconds,
        };
    }
}
