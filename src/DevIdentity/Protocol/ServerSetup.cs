using CeActors.DevIdentity.Keys;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace CeActors.DevIdentity.Protocol;

/// <summary>
/// Configures OpenIddict without a database ("degraded mode"): codes and refresh tokens are encrypted and self-contained,
/// client and redirect checks are ours, and so is the memory of used codes.
/// </summary>
internal static class ServerSetup
{
    public static void AddProtocol(this IServiceCollection services, IdentitySettings settings, KeyFolder keys)
    {
        services.AddSingleton<ClientRules>();
        services.AddSingleton(provider => new UsedCodes(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TokenEndpoint>();
        services
            .AddOpenIddict()
            .AddServer(server =>
            {
                server
                    .SetIssuer(settings.Issuer)
                    .SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetUserInfoEndpointUris("connect/userinfo")
                    .SetEndSessionEndpointUris("connect/logout")
                    .AllowAuthorizationCodeFlow()
                    .AllowRefreshTokenFlow()
                    .RequireProofKeyForCodeExchange()
                    .RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess, IdentitySettings.ApiScope)
                    .RegisterClaims(Claims.Subject, Claims.Name)
                    .AddSigningKey(keys.Signing)
                    .AddEncryptionKey(keys.Encryption)
                    .DisableAccessTokenEncryption() // any bearer middleware reads a signed token
                    .SetAuthorizationCodeLifetime(IdentityLimits.CodeLifetime)
                    .SetAccessTokenLifetime(IdentityLimits.AccessTokenLifetime)
                    .SetRefreshTokenLifetime(IdentityLimits.RefreshTokenLifetime)
                    .EnableDegradedMode()
                    .UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement(); // loopback only
                server.Configure(options =>
                {
                    options.CodeChallengeMethods.Clear();
                    options.CodeChallengeMethods.Add(CodeChallengeMethods.Sha256);
                });
                AddRules(server, new ClientRules(settings));
            });
    }

    private static void AddRules(OpenIddictServerBuilder server, ClientRules rules)
    {
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                if (context.ClientId != IdentitySettings.ClientId)
                {
                    context.Reject(Errors.InvalidClient, "The client is not known.");
                }
                else if (!rules.MayReceiveCodes(context.RedirectUri))
                {
                    context.Reject(Errors.InvalidRequest, "The redirect_uri is not registered.");
                }
                return default;
            })
        );
        server.AddEventHandler<ValidateTokenRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                if (context.ClientId != IdentitySettings.ClientId || !string.IsNullOrEmpty(context.ClientSecret))
                {
                    context.Reject(Errors.InvalidClient, "The client is not known, or sent a secret that it has not.");
                }
                return default;
            })
        );
        server.AddEventHandler<ValidateEndSessionRequestContext>(handler =>
            handler.UseInlineHandler(context =>
            {
                if (context.PostLogoutRedirectUri is { Length: > 0 } uri && !rules.MayReceiveSignedOut(uri))
                {
                    context.Reject(Errors.InvalidRequest, "The post_logout_redirect_uri is not registered.");
                }
                return default;
            })
        );
    }
}
