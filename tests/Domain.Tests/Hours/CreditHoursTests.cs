using CeActors.Domain.Hours;
using CsCheck;

namespace CeActors.Domain.Tests.Hours;

public sealed class CreditHoursTests
{
    [Theory]
    [InlineData("0", HoursReading.Right, 0)]
    [InlineData("12", HoursReading.Right, 48)]
    [InlineData("12.5", HoursReading.Right, 50)]
    [InlineData("12.50", HoursReading.Right, 50)]
    [InlineData("0.25", HoursReading.Right, 1)]
    [InlineData("0.75", HoursReading.Right, 3)]
    [InlineData("012", HoursReading.Right, 48)]
    [InlineData("12.0", HoursReading.Right, 48)]
    [InlineData("9999.75", HoursReading.Right, 39_999)]
    [InlineData("10000", HoursReading.TooLarge, 0)]
    [InlineData("99999999999999999999", HoursReading.TooLarge, 0)]
    [InlineData("12.3", HoursReading.NotQuarter, 0)]
    [InlineData("12.255", HoursReading.NotQuarter, 0)]
    [InlineData("12.05", HoursReading.NotQuarter, 0)]
    [InlineData("-1", HoursReading.Negative, 0)]
    [InlineData("-0.25", HoursReading.Negative, 0)]
    [InlineData("", HoursReading.NotANumber, 0)]
    [InlineData(".", HoursReading.NotANumber, 0)]
    [InlineData(".5", HoursReading.NotANumber, 0)]
    [InlineData("12.", HoursReading.NotANumber, 0)]
    [InlineData("1e3", HoursReading.NotANumber, 0)]
    [InlineData("1,5", HoursReading.NotANumber, 0)]
    [InlineData("１２", HoursReading.NotANumber, 0)]
    [InlineData("NaN", HoursReading.NotANumber, 0)]
    [InlineData("+5", HoursReading.NotANumber, 0)]
    [InlineData("1.2.3", HoursReading.NotANumber, 0)]
    public void Hours_are_read_as_plain_decimals_in_quarters(string text, HoursReading expected, int quarterHours)
    {
        CreditHours.Read(text, out var hours).ShouldBe(expected);
        hours.QuarterHours.ShouldBe(quarterHours);
    }

    [Fact]
    public void Every_number_of_quarter_hours_that_can_be_typed_reads_back() =>
        Gen.Int[0, 39_999]
            .Sample(
                quarters => CreditHours.Parse(new CreditHours(quarters).ToString()).QuarterHours == quarters,
                iter: 5_000
            );

    [Fact]
    public void Sums_and_differences_are_those_of_whole_numbers() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000])
            .Sample(
                (a, b) =>
                {
                    var sum = new CreditHours(a) + new CreditHours(b);
                    sum.QuarterHours.ShouldBe(a + b);
                    (sum - new CreditHours(b)).ShouldBe(new CreditHours(a));
                    (new CreditHours(a) < new CreditHours(b)).ShouldBe(a < b);
                    (new CreditHours(a) >= new CreditHours(b)).ShouldBe(a >= b);
                    new CreditHours(a).CompareTo(new CreditHours(b)).ShouldBe(a.CompareTo(b));
                },
                iter: 1_000
            );

    [Fact]
    public void Hours_are_neither_negative_nor_beyond_their_bound()
    {
        new CreditHours(CreditHours.QuarterHoursMax).QuarterHours.ShouldBe(CreditHours.QuarterHoursMax);
        Should.Throw<ArgumentOutOfRangeException>(() => new CreditHours(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => new CreditHours(CreditHours.QuarterHoursMax + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new CreditHours(1) - new CreditHours(2));
        Should.Throw<ArgumentOutOfRangeException>(() =>
            new CreditHours(CreditHours.QuarterHoursMax) + new CreditHours(1)
        );
    }

    [Theory]
    [InlineData(30, 60, true)]
    [InlineData(29.75, 60.25, false)] // total reached, general not
    [InlineData(30.25, 59.75, false)] // total reached, professional not
    [InlineData(90, 0, false)]
    [InlineData(31, 60, true)]
    public void A_year_meets_its_target_when_all_three_are_reached(double general, double professional, bool isMet)
    {
        var targets = new YearTargets(CreditHours.OfHours(90), CreditHours.OfHours(30), CreditHours.OfHours(60));

        var year = new YearSummary(2024, Hours(general), Hours(professional), targets);

        year.TargetMet.ShouldBe(isMet);
    }

    [Fact]
    public void A_total_above_the_sum_of_both_subjects_can_be_required()
    {
        var targets = new YearTargets(CreditHours.OfHours(100), CreditHours.OfHours(30), CreditHours.OfHours(60));

        new YearSummary(2024, Hours(30), Hours(60), targets).TargetMet.ShouldBeFalse();
        new YearSummary(2024, Hours(40), Hours(60), targets).TargetMet.ShouldBeTrue();
    }

    [Theory]
    [InlineData("general", Subject.General)]
    [InlineData("professional", Subject.Professional)]
    public void A_subject_reads_back(string code, Subject subject)
    {
        Subjects.TryParse(code).ShouldBe(subject);
        Subjects.CodeOf(subject).ShouldBe(code);
        Subjects.TryParse("General").ShouldBeNull();
        Subjects.TryParse(null).ShouldBeNull();
    }

    private static CreditHours Hours(double hours) => new((int)(hours * 4));
}
