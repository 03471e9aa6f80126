using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using CeActors.AzureStorage.Tests.GrainState;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Transactions;

/// <summary>An account without a key: everything is signed in by tokens, against an Azurite that asks for them.</summary>
public sealed class SignedInTests : IAsyncLifetime
{
    private const int Documents = 40;
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(1);
    private readonly AzuriteCertificate _certificate = new();
    private AzuriteProcess? _azurite;

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartWithTokensAsync(_certificate);

    public async Task DisposeAsync()
    {
        await _azurite!.DisposeAsync();
        _certificate.Dispose();
    }

    [Fact]
    public async Task Documents_are_written_read_replaced_and_cleared_with_a_token_a_pipeline()
    {
        var authority = new PlayedAuthority { Lifetime = LongEnough };
        await using var rig = await StartAsync(authority);
        var states = await WriteManyAsync(rig, "signed-in");
        foreach (var state in states)
        {
            state.State!.Text += ", again";
        }

        await Task.WhenAll(states.Select((state, at) => WriteAsync(rig, $"signed-in-{at}", state)));
        var read = new GrainState<Note>(new Note());
        await rig.Storage.ReadStateAsync("note", IdOf("signed-in-7"), read);
        read.State!.Text.ShouldBe("first 7, again");
        await rig.Storage.ClearStateAsync("note", IdOf("signed-in-7"), read);

        // Layout, single rows, doubtful rows and transactions.
        authority.Asked.ShouldBeInRange(1, 4);
    }

    [Fact]
    public async Task A_token_that_expires_soon_is_asked_for_by_one_request_at_a_time()
    {
        var authority = new PlayedAuthority { Lifetime = LongEnough };
        await using var rig = await StartAsync(authority);
        // Shorter than the SDK likes to keep one: each use finds it nearly expired.
        authority.Lifetime = TimeSpan.FromMinutes(2);
        var asked = authority.Asked;

        await WriteManyAsync(rig, "renewed");

        authority.Asked.ShouldBeGreaterThan(asked);
        authority.AtOnce.ShouldBe(1);
    }

    [Fact]
    public async Task What_cannot_sign_in_is_told_and_not_taken_for_an_empty_account()
    {
        var authority = new PlayedAuthority { Lifetime = LongEnough, Audience = "https://elsewhere.example" };

        var failure = await Should.ThrowAsync<Azure.RequestFailedException>(() => StartAsync(authority));

        failure.Status.ShouldBe(403);
    }

    private async Task<StorageRig> StartAsync(PlayedAuthority authority)
    {
        var account = TableAccount.Connect(
            _azurite!.TableUri,
            authority,
            new HttpClientTransport(_certificate.Handler())
        );
        var rig = StorageRig.Unstarted(options => options.Accounts = [account]);
        await rig.Storage.StartAsync(CancellationToken.None);
        return rig;
    }

    private static async Task<GrainState<Note>[]> WriteManyAsync(StorageRig rig, string name)
    {
        var states = Enumerable
            .Range(0, Documents)
            .Select(at => new GrainState<Note>(new Note { Text = $"first {at}" }))
            .ToArray();
        await Task.WhenAll(states.Select((state, at) => WriteAsync(rig, $"{name}-{at}", state)));
        return states;
    }

    private static Task WriteAsync(StorageRig rig, string key, GrainState<Note> state) =>
        rig.Storage.WriteStateAsync("note", IdOf(key), state);

    private static GrainId IdOf(string key) => GrainId.Create("note", key);

    /// <summary>Gives tokens as Azurite wants them.</summary>
    private sealed class PlayedAuthority : TokenCredential
    {
        private int _asked;
        private int _now;
        private int _atOnce;

        public string Audience { get; init; } = "https://storage.azure.com";

        public required TimeSpan Lifetime { get; set; }

        public int Asked => _asked;

        /// <summary>The most requests that were under way at a time.</summary>
        public int AtOnce => _atOnce;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return Token();
        }

        public override async ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            Interlocked.Increment(ref _asked);
            var now = Interlocked.Increment(ref _now);
            InterlockedMax(ref _atOnce, now);
            await Task.Yield();
            Interlocked.Decrement(ref _now);
            return Token();
        }

        private AccessToken Token()
        {
            var now = TimeProvider.System.GetUtcNow();
            var claims = JsonSerializer.Serialize(
                new
                {
                    aud = Audience,
                    iss = "https://sts.windows.net/11111111-2222-3333-4444-555555555555/",
                    iat = now.AddMinutes(-1).ToUnixTimeSeconds(),
                    nbf = now.AddMinutes(-1).ToUnixTimeSeconds(),
                    exp = (now + Lifetime).ToUnixTimeSeconds(),
                }
            );
            return new AccessToken($"{Part("{\"alg\":\"none\",\"typ\":\"JWT\"}")}.{Part(claims)}.", now + Lifetime);
        }

        private static string Part(string json) =>
            Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        private static void InterlockedMax(ref int most, int value)
        {
            for (var seen = most; value > seen; seen = most)
            {
                if (Interlocked.CompareExchange(ref most, value, seen) == seen)
                {
                    return;
                }
            }
        }
    }
}
