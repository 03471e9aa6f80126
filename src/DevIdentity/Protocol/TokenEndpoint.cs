using CeActors.DevIdentity.Accounts;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CeActors.DevIdentity.Protocol;

/// <summary>
/// Exchanges a code or a refresh token. OpenIddict has checked signature, expiry, client, redirect address and code
/// verifier by now; here a code is checked to be new and the account to exist still.
/// </summary>
internal sealed class TokenEndpoint(AccountDirectory accounts, UsedCodes codes)
{
    private const string Protocol = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var request =
            http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("No protocol request here.");
        var principal = (await http.AuthenticateAsync(Protocol)).Principal;
        var account = accounts.Find(principal?.GetClaim(Claims.Subject) ?? "");
        var signIn = principal?.GetClaim(TokenPrincipal.SignInClaim);
        if (account is null || signIn is null)
        {
            return Refuse(Errors.InvalidGrant, "The account no longer exists.");
        }
        if (request.IsAuthorizationCodeGrantType() && RefuseCode(signIn) is { } refusal)
        {
            return refusal;
        }
        if (codes.IsVoided(signIn))
        {
            return Refuse(Errors.InvalidGrant, "The sign-in was ended because its code was used twice.");
        }
        return Results.SignIn(TokenPrincipal.Of(account, principal!.GetScopes(), signIn), null, Protocol);
    }

    private IResult? RefuseCode(string signIn) =>
        codes.Use(signIn) switch
        {
            CodeUse.First => null,
            CodeUse.Replayed => Refuse(Errors.InvalidGrant, "The code has been used before."),
            CodeUse.OfAnotherRun => Refuse(Errors.InvalidGrant, "The code is from before a restart. Sign in again."),
            _ => Refuse(Errors.TemporarilyUnavailable, "Too many sign-ins at once. Try again in a minute."),
        };

    private static IResult Refuse(string error, string description) =>
        Results.Forbid(Refusal.Of(error, description), [Protocol]);
}
