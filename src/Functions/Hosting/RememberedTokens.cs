using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CeActors.Contracts.Identity;
using CeActors.Functions.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CeActors.Functions.Hosting;

/// <summary>
/// Validates tokens, and remembers for a short while which were good, by their digest: checking a signature costs more than
/// the whole rest of a request. Tokens that failed are never remembered. Adds the person id to the identity.
/// </summary>
internal sealed class RememberedTokens(IdentitySettings settings, TimeProvider time, int tokensMax) : TokenHandler
{
    public RememberedTokens(IdentitySettings settings, TimeProvider time)
        : this(settings, time, TokensMax) { }

    /// <summary>Tokens remembered, at most.</summary>
    public const int TokensMax = 20_000;

    /// <summary>How long one is remembered at most; so long does a key that the authority withdrew stay good.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _inner = new() { MapInboundClaims = false };

    // Two generations: when the young one is full it becomes the old one, and what nobody asked for since is forgotten.
    private ConcurrentDictionary<Digest, Remembered> _young = new();
    private ConcurrentDictionary<Digest, Remembered> _old = new();

    /// <summary>How many are remembered now.</summary>
    public int Count => _young.Count + _old.Count;

    /// <inheritdoc />
    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token,
        TokenValidationParameters validationParameters
    )
    {
        var digest = Digest.Of(token);
        if (Find(digest) is { } known)
        {
            return known.Result;
        }

        await RequireKeysAsync(validationParameters);
        var result = await _inner.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
        {
            return result;
        }

        var subject = result.ClaimsIdentity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value;
        if (subject is null or { Length: 0 or > RequestLimits.SubjectCharactersMax })
        {
            return new TokenValidationResult
            {
                IsValid = false,
                Exception = new SecurityTokenValidationException("The token names no subject."),
            };
        }

        result.ClaimsIdentity.AddClaim(new Claim(SignedIn.PersonIdClaim, PersonIds.From(settings.RealmName, subject)));
        Remember(digest, result);
        return result;
    }

    /// <inheritdoc />
    public override Task<TokenValidationResult> ValidateTokenAsync(
        SecurityToken token,
        TokenValidationParameters validationParameters
    ) => _inner.ValidateTokenAsync(token, validationParameters);

    /// <inheritdoc />
    public override SecurityToken ReadToken(string token) => _inner.ReadToken(token);

    // Without keys every token would look forged.
    private static async Task RequireKeysAsync(TokenValidationParameters parameters)
    {
        if (parameters.ConfigurationManager is not { } authority)
        {
            return;
        }

        try
        {
            await authority.GetBaseConfigurationAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            throw new AuthorityAwayException(exception);
        }
    }

    private Remembered? Find(Digest digest)
    {
        if (!_young.TryGetValue(digest, out var known) && _old.TryGetValue(digest, out known))
        {
            _young.TryAdd(digest, known);
        }

        return known is not null && time.GetUtcNow() < known.Until ? known : null;
    }

    private void Remember(Digest digest, TokenValidationResult result)
    {
        var now = time.GetUtcNow();
        var expires = new DateTimeOffset(DateTime.SpecifyKind(result.SecurityToken.ValidTo, DateTimeKind.Utc));
        var until = expires < now + RememberedFor ? expires : now + RememberedFor;
        if (_young.Count >= tokensMax / 2)
        {
            Turn();
        }

        _young[digest] = new Remembered(result, until);
    }

    private void Turn()
    {
        lock (_inner)
        {
            if (_young.Count >= tokensMax / 2)
            {
                _old = _young;
                _young = new();
            }
        }
    }

    private sealed record Remembered(TokenValidationResult Result, DateTimeOffset Until);

    private readonly record struct Digest(UInt128 High, UInt128 Low)
    {
        public static Digest Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            var bytes = Encoding.UTF8.GetBytes(token);
            SHA256.HashData(bytes, hash);
            return new(
                System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash),
                System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash[16..])
            );
        }
    }
}

/// <summary>The authority's keys cannot be fetched, so no token can be checked.</summary>
internal sealed class AuthorityAwayException(Exception inner) : Exception("The authority is away.", inner);
