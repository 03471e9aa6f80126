using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CeActors.DevIdentity.Protocol;

/// <summary>Who is signed in, and signing out.</summary>
internal static class SessionEndpoints
{
    private const string Protocol = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> UserInfoAsync(HttpContext http)
    {
        var principal = (await http.AuthenticateAsync(Protocol)).Principal;
        return principal is null
            ? Results.Forbid(null, [Protocol])
            : Results.Ok(
                new Dictionary<string, string?>
                {
                    [Claims.Subject] = principal.GetClaim(Claims.Subject),
                    [Claims.Name] = principal.GetClaim(Claims.Name),
                }
            );
    }

    /// <summary>Ends the browser's session; OpenIddict then redirects to the checked post_logout_redirect_uri, or to "/".</summary>
    public static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Protocol]);
    }
}
