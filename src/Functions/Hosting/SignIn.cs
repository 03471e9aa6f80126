using CeActors.Functions.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace CeActors.Functions.Hosting;

/// <summary>Access tokens of the configured authority, checked at this edge.</summary>
internal static class SignIn
{
    /// <summary>How far clocks may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>How long one request to the authority may take.</summary>
    public static readonly TimeSpan AuthorityTimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>How soon keys are asked for again after a token with an unknown one.</summary>
    public static readonly TimeSpan KeysRefreshEvery = TimeSpan.FromSeconds(30);

    private static readonly object AuthorityAway = new();

    public static void AddSignIn(this IServiceCollection services, IdentitySettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<RememberedTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<RememberedTokens>((options, tokens) => Configure(options, settings, tokens));
        services.AddAuthorization();
    }

    private static void Configure(JwtBearerOptions options, IdentitySettings settings, RememberedTokens tokens)
    {
        options.Authority = settings.Authority.AbsoluteUri;
        // Settings allow http for an authority on this machine alone.
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.BackchannelTimeout = AuthorityTimeLimit;
        options.RefreshInterval = KeysRefreshEvery;
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = settings.Audience,
            ValidTypes = settings.TokenTypes,
            ClockSkew = ClockSkew,
            NameClaimType = "sub",
        };
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(tokens);
        options.Events = new JwtBearerEvents { OnAuthenticationFailed = NoteFailure, OnChallenge = ChallengeAsync };
    }

    private static Task NoteFailure(AuthenticationFailedContext context)
    {
        if (context.Exception is AuthorityAwayException)
        {
            // Not the client's fault, and signing in again would not help.
            context.HttpContext.Items[AuthorityAway] = true;
            context.Fail("The authority is away.");
        }

        return Task.CompletedTask;
    }

    private static Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        var http = context.HttpContext;
        if (http.Items.ContainsKey(AuthorityAway))
        {
            return ProblemDocument.WriteAsync(http, FrontProblem.IdentityAway);
        }

        http.Response.Headers[HeaderNames.WWWAuthenticate] = context.AuthenticateFailure is null
            ? "Bearer"
            : "Bearer error=\"invalid_token\"";
        return ProblemDocument.WriteAsync(http, FrontProblem.NotSignedIn);
    }
}
