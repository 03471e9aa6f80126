using CeActors.DevIdentity.Protocol;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CeActors.DevIdentity.Tests;

public sealed class UsedCodesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_code_is_remembered_as_long_as_it_could_be_redeemed()
    {
        var codes = new UsedCodes(_time);
        var code = codes.Next();
        codes.Use(code).ShouldBe(CodeUse.First);
        _time.Advance(IdentityLimits.CodeLifetime);
        codes.Use(code).ShouldBe(CodeUse.Replayed);
    }

    [Fact]
    public void A_full_memory_refuses_new_codes_until_old_ones_expire_and_still_knows_replays()
    {
        var codes = new UsedCodes(_time, codesMax: 2);
        var (a, b, c) = (codes.Next(), codes.Next(), codes.Next());
        codes.Use(a).ShouldBe(CodeUse.First);
        codes.Use(b).ShouldBe(CodeUse.First);
        codes.Use(c).ShouldBe(CodeUse.Full);
        codes.Use(a).ShouldBe(CodeUse.Replayed);

        _time.Advance(IdentityLimits.CodeLifetime + TimeSpan.FromTicks(1));
        codes.Use(c).ShouldBe(CodeUse.First);
    }

    [Fact]
    public void A_voided_sign_in_stays_voided_as_long_as_its_refresh_token_lives()
    {
        var codes = new UsedCodes(_time);
        var (a, b, c) = (codes.Next(), codes.Next(), codes.Next());
        codes.Use(a);
        codes.IsVoided(a).ShouldBeFalse();
        codes.Use(a);
        _time.Advance(IdentityLimits.RefreshTokenLifetime);
        codes.Use(b);
        codes.IsVoided(a).ShouldBeTrue();
        _time.Advance(TimeSpan.FromTicks(1));
        codes.Use(c);
        codes.IsVoided(a).ShouldBeFalse();
    }

    [Fact]
    public void A_code_of_another_run_is_told_apart() =>
        new UsedCodes(_time).Use(new UsedCodes(_time).Next()).ShouldBe(CodeUse.OfAnotherRun);
}
