using System.Security.Cryptography;
using System.Text;

namespace CeActors.Silo.Hosting;

/// <summary>
/// Who may see which page of a silo. Health is for everybody who reaches its port. Dashboard and figures are for this machine alone, where a
/// page of elsewhere that was made to resolve to it is refused by its host name; with a password they are for whoever has it.
/// </summary>
internal sealed class PageGate(RequestDelegate next, SiloSettings settings)
{
    /// <summary>The user that has the password.</summary>
    public const string User = "operator";

    private const string Scheme = "Basic ";
    private const string Challenge = "Basic realm=\"CeActors dashboard\", charset=\"UTF-8\"";
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];
    private readonly byte[]? _expected = settings.DashboardPassword is { } password
        ? Digest($"{User}:{password}")
        : null;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/health"))
        {
            return next(context);
        }

        if (settings.DashboardPort == 0 || context.Connection.LocalPort != settings.DashboardPort)
        {
            return Answer(context, StatusCodes.Status404NotFound);
        }

        if (_expected is null)
        {
            return LocalNames.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
                ? next(context)
                : Answer(context, StatusCodes.Status400BadRequest);
        }

        if (HasPassword(context.Request))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = Challenge;
        return Answer(context, StatusCodes.Status401Unauthorized);
    }

    private bool HasPassword(HttpRequest request)
    {
        var given = request.Headers.Authorization.ToString();
        if (!given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(given[Scheme.Length..].Trim()));
            // Digests have one length, so that the time to compare them tells nothing.
            return CryptographicOperations.FixedTimeEquals(Digest(pair), _expected);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
