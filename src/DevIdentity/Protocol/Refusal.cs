using Microsoft.AspNetCore.Authentication;
using OpenIddict.Server.AspNetCore;

namespace CeActors.DevIdentity.Protocol;

/// <summary>A protocol error for the client.</summary>
internal static class Refusal
{
    public static AuthenticationProperties Of(string error, string description) =>
        new(
            new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
                [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
            }
        );
}
