using System.Net;

namespace CeActors.DevIdentity;

/// <summary>Demo passwords are public, so nothing outside this machine may reach the provider.</summary>
internal static class LoopbackRule
{
    /// <summary>Whether the host is this machine by name or by a loopback address.</summary>
    public static bool IsLoopback(Uri uri) =>
        uri.IsAbsoluteUri
        && (
            string.Equals(uri.IdnHost, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        );

    /// <summary>Refuses an environment, an issuer or a listening address that is not for development on this machine.</summary>
    public static void Require(IdentitySettings settings, IConfiguration configuration, bool isDevelopment)
    {
        if (!isDevelopment)
        {
            throw new StartRefusedException(
                "it is for development only. Start it with --development, or with the environment Development."
            );
        }
        if (settings.Issuer.Scheme != Uri.UriSchemeHttp || !IsLoopback(settings.Issuer))
        {
            throw new StartRefusedException($"Issuer {settings.Issuer} is not an http address of this machine.");
        }
        foreach (var address in ConfiguredAddresses(configuration))
        {
            RequireLoopback(address);
        }
    }

    /// <summary>Refuses an address of more than this machine.</summary>
    public static void RequireLoopback(string address)
    {
        // Kestrel also takes hosts like * and +, which no Uri parses: they mean every address.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsLoopback(uri))
        {
            throw new StartRefusedException($"it would listen on {address}, which other machines can reach.");
        }
    }

    // Everything by which ASP.NET Core can be told where to listen. The provider listens on its issuer's address whatever
    // is set, but whoever sets another address expects it to be used.
    private static IEnumerable<string> ConfiguredAddresses(IConfiguration configuration)
    {
        string[] keys = ["urls", "http_ports", "https_ports"];
        foreach (var key in keys)
        {
            var separators = new[] { ';', ',' };
            foreach (var value in (configuration[key] ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return key == "urls" ? value.Trim() : $"http://*:{value.Trim()}";
            }
        }
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            yield return endpoint["Url"] ?? "";
        }
    }
}
