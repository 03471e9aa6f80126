using System.Collections.Immutable;
using System.Security.Claims;
using CeActors.DevIdentity.Accounts;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CeActors.DevIdentity.Protocol;

/// <summary>What tokens say: subject and name. Roles are the registry's affair.</summary>
internal static class TokenPrincipal
{
    /// <summary>Names the sign-in that a code began; stays inside codes and refresh tokens.</summary>
    public const string SignInClaim = "ce_sign_in";

    public static ClaimsPrincipal Of(Account account, ImmutableArray<string> scopes, string signIn)
    {
        var identity = new ClaimsIdentity(
            TokenValidationParameters.DefaultAuthenticationType,
            Claims.Name,
            Claims.Role
        );
        identity.SetClaim(Claims.Subject, account.Subject);
        identity.SetClaim(Claims.Name, account.Name);
        identity.SetClaim(SignInClaim, signIn);
        identity.SetScopes(scopes);
        if (scopes.Contains(IdentitySettings.ApiScope))
        {
            identity.SetResources(IdentitySettings.Audience);
        }
        identity.SetDestinations(claim =>
            claim.Type switch
            {
                Claims.Subject or Claims.Name => [Destinations.AccessToken, Destinations.IdentityToken],
                _ => [],
            }
        );
        return new ClaimsPrincipal(identity);
    }
}
