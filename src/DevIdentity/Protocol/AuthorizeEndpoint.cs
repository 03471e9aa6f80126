using System.Security.Claims;
using CeActors.DevIdentity.Accounts;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CeActors.DevIdentity.Protocol;

/// <summary>Hands a code to whoever is signed in, and sends everybody else to the login page first.</summary>
internal static class AuthorizeEndpoint
{
    private const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string Protocol = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> HandleAsync(
        HttpContext http,
        AccountDirectory accounts,
        UsedCodes codes,
        TimeProvider time
    )
    {
        var request =
            http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("No protocol request here.");
        var signedIn = await http.AuthenticateAsync(Cookie);
        var subject = signedIn.Principal?.FindFirstValue(Claims.Subject);
        var account = subject is null ? null : accounts.Find(subject);
        var mustAsk =
            account is null
            || request.HasPromptValue(PromptValues.Login)
            || request.HasPromptValue(PromptValues.SelectAccount)
            || IsTooOld(request, signedIn, time);
        if (!mustAsk)
        {
            return Results.SignIn(TokenPrincipal.Of(account!, request.GetScopes(), codes.Next()), null, Protocol);
        }
        if (request.HasPromptValue(PromptValues.None))
        {
            return Results.Forbid(Refusal.Of(Errors.LoginRequired, "Nobody is signed in."), [Protocol]);
        }
        return AskToSignIn(http, request);
    }

    private static bool IsTooOld(OpenIddictRequest request, AuthenticateResult signedIn, TimeProvider time) =>
        request.MaxAge is { } seconds
        && signedIn.Properties?.IssuedUtc is { } since
        && (time.GetUtcNow() - since).TotalSeconds > seconds;

    // The way back repeats the request without what asked for this login, or it would ask for ever.
    private static IResult AskToSignIn(HttpContext http, OpenIddictRequest request)
    {
        var kept = request
            .GetParameters()
            .Where(parameter => parameter.Key is not (Parameters.Prompt or Parameters.MaxAge))
            .Select(parameter => new KeyValuePair<string, string?>(parameter.Key, (string?)parameter.Value));
        var back = http.Request.PathBase + http.Request.Path + QueryString.Create(kept);
        return Results.Redirect("/login" + QueryString.Create("returnUrl", back));
    }
}
