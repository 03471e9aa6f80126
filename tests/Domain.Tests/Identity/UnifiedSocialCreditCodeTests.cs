using CeActors.Domain.Identity;
using CsCheck;

namespace CeActors.Domain.Tests.Identity;

public sealed class UnifiedSocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("91350100M000100Y43", true)] // the standard's own example
    [InlineData("91350100M000100Y44", false)]
    [InlineData("91350100m000100y43", false)]
    [InlineData("91350100M000100Y4", false)]
    [InlineData("91350100I000100Y43", false)]
    [InlineData("9135010AM000100Y43", false)] // a letter in the division
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_credit_code_is_read_by_its_standard(string? text, bool isRight) =>
        (UnifiedSocialCreditCode.TryParse(text) is not null).ShouldBe(isRight);

    [Fact]
    public void Any_single_wrong_character_is_found() =>
        Gen.Select(Gen.Int[0, 17], Gen.Int[1, 30])
            .Sample(
                (place, add) =>
                {
                    var wrong = "91350100M000100Y43".ToCharArray();
                    var index = Alphabet.IndexOf(wrong[place], StringComparison.Ordinal);
                    wrong[place] = Alphabet[(index + add) % 31];
                    UnifiedSocialCreditCode.TryParse(new string(wrong)).ShouldBeNull();
                },
                iter: 2_000
            );
}
