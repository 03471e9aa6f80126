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
        string? issuer = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        TimeSpan? startsIn = null
    )
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = now + (expiresIn ?? TimeSpan.FromHours(1));
        var starts = expires < now ? expires.AddHours(-1) : now + (startsIn ?? TimeSpan.FromMinutes(-1));
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer ?? Authority,
                Audience = audience,
                TokenType = type,
                NotBefore = starts,
                IssuedAt = starts,
                Expires = expires,
                Claims = subject is null ? [] : new Dictionary<string, object> { ["sub"] = subject },
                SigningCredentials = new SigningCredentials(key ?? Key, algorithm),
            }
        );
    }

    /// <summary>A good token whose signature was taken off and whose header says that it needs none.</summary>
    public string UnsignedToken(string subject)
    {
        var payload = Token(subject).Split('.')[1];
        return $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{payload}.";
    }

    /// <summary>A token signed with what everybody can read, the public key, as if it were a shared secret.</summary>
    public string TokenSignedWithThePublicKey(string subject, byte[] publicKey) =>
        Token(
            subject,
            key: new SymmetricSecurityKey(publicKey) { KeyId = Key.KeyId },
            algorithm: SecurityAlgorithms.HmacSha256
        );

    /// <summary>The public key in the forms in which it is found: DER, PEM, and its modulus as published.</summary>
    public IReadOnlyList<byte[]> PublicKeyForms =>
        [
            _rsa.ExportSubjectPublicKeyInfo(),
            System.Text.Encoding.ASCII.GetBytes(_rsa.ExportSubjectPublicKeyInfoPem()),
            _rsa.ExportParameters(false).Modulus!,
        ];

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
