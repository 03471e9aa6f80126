using System.Security.Cryptography;
using CeActors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CeActors.Functions.Tests.Hosting;

/// <summary>An OpenID Connect authority of the tests' own: discovery, keys, and any token that a test asks for.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "ce-api";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly WebApplication _app;

    private TestIssuer(int port)
    {
        Authority = $"http://127.0.0.1:{port}/";
        Key = new RsaSecurityKey(_rsa) { KeyId = "test-key" };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Authority);
        _app = builder.Build();
        _app.MapGet(
            "/.well-known/openid-configuration",
            () => Results.Json(new { issuer = Authority, jwks_uri = Authority + "jwks" })
        );
        _app.MapGet("/jwks", () => Results.Json(Keys()));
    }

    public string Authority { get; }

    public RsaSecurityKey Key { get; }

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer(FreePort.Next());
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A good token, or one that differs in what is named.</summary>
    public string Token(
        string? subject,
        string? audience = Audience,
        string type = "at+jwt",
        TimeSpan? expiresIn = null,
        SecurityKey? key = null,
        string? issuer = null
    )
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = now + (expiresIn ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer ?? Authority,
                Audience = audience,
                TokenType = type,
                NotBefore = expires < now ? expires.AddHours(-1) : now.AddMinutes(-1),
                IssuedAt = expires < now ? expires.AddHours(-1) : now.AddMinutes(-1),
                Expires = expires,
                Claims = subject is null ? [] : new Dictionary<string, object> { ["sub"] = subject },
                SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private object Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)));
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = "RS256",
                    kid = Key.KeyId,
                    n = key.N,
                    e = key.E,
                },
            },
        };
    }
}
