using CeActors.Domain.Identity;
using CsCheck;

namespace CeActors.Domain.Tests.Identity;

public sealed class ResidentIdTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Theory]
    // The standard's own example, and one whose check character is X.
    [InlineData("11010519491231002X", true)]
    [InlineData("440524188001010014", false)] // right check character, born before 1900
    [InlineData("11010519491231002x", true)]
    [InlineData("110105194912310020", false)] // wrong check character
    [InlineData("1101051949123100", false)] // 16 characters
    [InlineData("11010519491231002XX", false)]
    [InlineData("A10105194912310020", false)]
    [InlineData("1101051949123100２X", false)] // full-width digit
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_resident_id_is_read_by_its_standard(string? text, bool isRight) =>
        (ResidentId.TryParse(text, Today) is not null).ShouldBe(isRight);

    [Theory]
    [InlineData("19000101", true)]
    [InlineData("18991231", false)]
    [InlineData("20000229", true)]
    [InlineData("19000229", false)] // 1900 was no leap year
    [InlineData("20230230", false)]
    [InlineData("20231301", false)]
    [InlineData("20230431", false)]
    [InlineData("20260615", true)]
    [InlineData("20260616", false)] // born tomorrow
    public void The_birth_date_is_a_real_day_that_has_come(string born, bool isRight) =>
        (ResidentId.TryParse(WithCheck($"430102{born}001"), Today) is not null).ShouldBe(isRight);

    [Theory]
    [InlineData("43", true)]
    [InlineData("11", true)]
    [InlineData("65", true)]
    [InlineData("83", true)]
    [InlineData("00", false)]
    [InlineData("16", false)]
    [InlineData("99", false)]
    public void The_first_two_digits_are_a_province(string province, bool isRight) =>
        (ResidentId.TryParse(WithCheck($"{province}010219900101001"), Today) is not null).ShouldBe(isRight);

    [Fact]
    public void A_small_x_becomes_the_standards_X() =>
        ResidentId.TryParse("11010519491231002x", Today)!.Value.ShouldBe("11010519491231002X");

    [Fact]
    public void Any_single_wrong_digit_and_any_swap_of_neighbours_is_found() =>
        Gen.Select(Gen.Int[0, 16], Gen.Int[1, 9], Gen.Int[0, 999])
            .Sample(
                (place, add, sequence) =>
                {
                    var right = WithCheck($"43010219900101{sequence:000}");
                    var wrong = right.ToCharArray();
                    wrong[place] = (char)('0' + (wrong[place] - '0' + add) % 10);
                    ResidentId.TryParse(new string(wrong), Today).ShouldBeNull();
                    if (place == 16 || right[place] == right[place + 1])
                        return;
                    var swapped = right.ToCharArray();
                    (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
                    ResidentId.TryParse(new string(swapped), Today).ShouldBeNull();
                },
                iter: 2_000
            );

    [Fact]
    public void It_shows_itself_masked_alone()
    {
        var id = ResidentId.TryParse("11010519491231002X", Today)!;

        id.Masked.ShouldBe("1101**********002X");
        id.ToString().ShouldBe("1101**********002X");
        $"{id}".ShouldNotContain("19491231");
    }

    [Fact]
    public void Its_keyed_digest_depends_on_number_and_key()
    {
        var id = ResidentId.TryParse("11010519491231002X", Today)!;

        id.KeyedDigest([1]).ShouldBe(id.KeyedDigest([1]));
        id.KeyedDigest([1]).ShouldNotBe(id.KeyedDigest([2]));
        id.KeyedDigest([1]).Length.ShouldBe(64);
    }

    private static string WithCheck(string first17) => first17 + ResidentId.CheckCharacter(first17);
}
