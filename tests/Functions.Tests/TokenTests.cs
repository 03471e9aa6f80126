using CeActors.Functions.Hosting;
using CeActors.Functions.Tests.Hosting;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>Tokens whose signature was checked are remembered for a while, and no others.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private TestIssuer _issuer = null!;

    public async Task InitializeAsync() => _issuer = await TestIssuer.StartAsync();

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    [Fact]
    public async Task A_good_token_is_checked_once_and_names_the_person()
    {
        var tokens = Tokens(TimeProvider.System);
        var token = _issuer.Token("somebody");

        var first = await tokens.ValidateTokenAsync(token, Parameters());
        var second = await tokens.ValidateTokenAsync(token, new TokenValidationParameters());

        first.IsValid.ShouldBeTrue(first.Exception?.Message);
        second.ShouldBeSameAs(first);
        first.ClaimsIdentity.FindFirst("ce_person")!.Value.ShouldBe(FrontFixture.PersonIdOf("somebody"));
    }

    [Fact]
    public async Task A_bad_token_is_not_remembered()
    {
        var tokens = Tokens(TimeProvider.System);

        (
            await tokens.ValidateTokenAsync(_issuer.Token("somebody", audience: "another"), Parameters())
        ).IsValid.ShouldBeFalse();
        (await tokens.ValidateTokenAsync("nonsense", Parameters())).IsValid.ShouldBeFalse();

        tokens.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_remembered_token_is_checked_again_when_it_expires_or_after_some_minutes()
    {
        var clock = new MovedClock();
        var tokens = Tokens(clock);
        var brief = _issuer.Token("somebody", expiresIn: TimeSpan.FromMinutes(2));
        var lasting = _issuer.Token("somebody");
        await tokens.ValidateTokenAsync(brief, Parameters());
        await tokens.ValidateTokenAsync(lasting, Parameters());
        var strict = Parameters();
        strict.ValidAudience = "another";

        clock.Ahead = TimeSpan.FromMinutes(2);
        (await tokens.ValidateTokenAsync(brief, strict)).IsValid.ShouldBeFalse();
        (await tokens.ValidateTokenAsync(lasting, strict)).IsValid.ShouldBeTrue();

        clock.Ahead = RememberedTokens.RememberedFor;
        (await tokens.ValidateTokenAsync(lasting, strict)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task No_more_tokens_are_remembered_than_the_bound()
    {
        var tokens = new RememberedTokens(Settings(), TimeProvider.System, tokensMax: 10);
        for (var number = 0; number < 35; number++)
        {
            await tokens.ValidateTokenAsync(_issuer.Token($"person-{number}"), Parameters());
            tokens.Count.ShouldBeLessThanOrEqualTo(10);
        }
    }

    private RememberedTokens Tokens(TimeProvider time) => new(Settings(), time);

    private IdentitySettings Settings() =>
        new(new Uri(_issuer.Authority), TestIssuer.Audience, FrontFixture.RealmName, ["at+jwt"], "ce-web", []);

    private TokenValidationParameters Parameters() =>
        new()
        {
            ValidIssuer = _issuer.Authority,
            ValidAudience = TestIssuer.Audience,
            ValidTypes = ["at+jwt"],
            IssuerSigningKey = _issuer.Key,
        };

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
