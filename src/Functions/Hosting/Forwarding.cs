using Microsoft.AspNetCore.HttpOverrides;

namespace CeActors.Functions.Hosting;

/// <summary>Whose word is believed about where a request comes from and how it was addressed.</summary>
internal static class Forwarding
{
    /// <summary>
    /// Each proxy on this machine (the Functions host) or in a network that the settings name is believed, from the last one back to the
    /// first address that is none of them: that is the caller. What a caller has written in front of it counts for nothing.
    /// </summary>
    public static ForwardedHeadersOptions Options(FrontSettings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
            // Under another name nobody should find it: such a name is somebody's own idea and is left aside.
            AllowedHosts = [settings.PublicBaseUri.Host],
        };
        foreach (var network in settings.TrustedNetworks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }
}
