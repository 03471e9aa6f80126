using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using CeActors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CeActors.Benchmarks.Systems;

/// <summary>
/// An OpenID Connect authority that can only be asked for its keys. Tokens for thousands of people are signed here, in this
/// process; the front checks them as it checks any others.
/// </summary>
public sealed class TokenIssuer : IAsyncDisposable
{
    private const string KeyId = "bench";
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(12);
    private readonly WebApplication _app;
    private readonly ThreadLocal<RSA> _keys;
    private readonly byte[] _header = JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, string>
        {
            ["alg"] = "RS256",
            ["typ"] = "at+jwt",
            ["kid"] = KeyId,
        }
    );

    private TokenIssuer(WebApplication app, Uri authority, RSAParameters key)
    {
        _app = app;
        Authority = authority;
        _keys = new ThreadLocal<RSA>(() => RSA.Create(key), trackAllValues: true);
    }

    /// <summary>The issuer; ends in a slash.</summary>
    public Uri Authority { get; }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<TokenIssuer> StartAsync(CancellationToken cancellationToken)
    {
        using var rsa = RSA.Create(2048);
        var key = rsa.ExportParameters(includePrivateParameters: true);
        var authority = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(authority.GetLeftPart(UriPartial.Authority));
        app.MapGet(
            "/.well-known/openid-configuration",
            () =>
                Results.Json(
                    new Dictionary<string, string>
                    {
                        ["issuer"] = authority.ToString(),
                        ["jwks_uri"] = new Uri(authority, "jwks").ToString(),
                        ["authorization_endpoint"] = new Uri(authority, "authorize").ToString(),
                        ["token_endpoint"] = new Uri(authority, "token").ToString(),
                    }
                )
        );
        app.MapGet("/jwks", () => Results.Json(new { keys = new[] { PublicKey(key) } }));
        await app.StartAsync(cancellationToken);
        return new TokenIssuer(app, authority, key);
    }

    /// <summary>An access token for a subject, valid for half a day.</summary>
    public string Mint(string subject, string audience, DateTimeOffset now)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object>
            {
                ["iss"] = Authority.ToString(),
                ["aud"] = audience,
                ["sub"] = subject,
                ["iat"] = now.ToUnixTimeSeconds(),
                ["nbf"] = now.ToUnixTimeSeconds(),
                ["exp"] = now.Add(TokenLife).ToUnixTimeSeconds(),
                ["scope"] = audience,
            }
        );
        var signed = $"{Base64Url.EncodeToString(_header)}.{Base64Url.EncodeToString(payload)}";
        var signature = _keys.Value!.SignData(
            System.Text.Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }

        _keys.Dispose();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string> PublicKey(RSAParameters key) =>
        new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = "RS256",
            ["kid"] = KeyId,
            ["n"] = Base64Url.EncodeToString(key.Modulus!),
            ["e"] = Base64Url.EncodeToString(key.Exponent!),
        };
}
