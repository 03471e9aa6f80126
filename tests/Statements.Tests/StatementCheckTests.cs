using Shouldly;
using Xunit;

namespace CeActors.Statements.Tests;

public sealed class StatementCheckTests
{
    private readonly StatementRenderer _renderer = new();

    private static readonly StatementDocument Good = SampleDocuments.OfYears(2);

    private static string Repeat(int count) => new('字', count);

    public static TheoryData<string, StatementDocument> Refused() =>
        new()
        {
            { "Number", Good with { Number = " " } },
            { "Number", Good with { Number = Repeat(StatementLimits.NumberLengthMax + 1) } },
            { "HolderName", Good with { HolderName = "" } },
            { "HolderName", Good with { HolderName = Repeat(StatementLimits.HolderNameLengthMax + 1) } },
            { "HolderName", Good with { HolderName = null! } },
            { "MaskedResidentId", Good with { MaskedResidentId = "" } },
            {
                "MaskedResidentId",
                Good with
                {
                    MaskedResidentId = Repeat(StatementLimits.MaskedResidentIdLengthMax + 1),
                }
            },
            { "UnitName", Good with { UnitName = "" } },
            { "UnitName", Good with { UnitName = Repeat(StatementLimits.OrganisationNameLengthMax + 1) } },
            { "Title", Good with { Title = Repeat(StatementLimits.OrganisationNameLengthMax + 1) } },
            { "Title", Good with { Title = null! } },
            { "IssuingAgencyName", Good with { IssuingAgencyName = "" } },
            { "RuleSetNote", Good with { RuleSetNote = Repeat(StatementLimits.RuleSetNoteLengthMax + 1) } },
            { "VerificationUrl", Good with { VerificationUrl = "" } },
            { "VerificationUrl", Good with { VerificationUrl = "/verify/1" } },
            { "VerificationUrl", Good with { VerificationUrl = "javascript:alert(1)" } },
            { "VerificationUrl", Good with { VerificationUrl = "https://例子.example/1" } },
            {
                "VerificationUrl",
                Good with
                {
                    VerificationUrl = "https://a.example/" + new string('1', StatementLimits.VerificationUrlLengthMax),
                }
            },
            { "FromYear", Good with { FromYear = 2030 } },
            { "FromYear", Good with { FromYear = 999 } },
            { "FromYear", Good with { ToYear = 10000 } },
            { "SubjectYears", Good with { SubjectYears = [] } },
            { "SubjectYears", Good with { SubjectYears = null! } },
            { "SubjectYears", SampleDocuments.OfYears(StatementLimits.YearsMax + 1) },
            { "SubjectYears", Good with { SubjectYears = [new(2019, 1, 1, true)] } },
            { "SubjectYears", Good with { SubjectYears = [new(2022, 1, 1, true)] } },
            { "SubjectYears", Good with { SubjectYears = [new(2020, 1, 1, true), new(2020, 1, 1, true)] } },
            { "SubjectYears", Good with { SubjectYears = [new(2021, 1, 1, true), new(2020, 1, 1, true)] } },
            { "SubjectYears", Good with { SubjectYears = [new(2020, -1, 1, true)] } },
            { "SubjectYears", Good with { SubjectYears = [new(2020, 1, StatementLimits.QuarterHoursMax + 1, true)] } },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_document_out_of_bounds_is_refused_by_the_name_of_its_member(string member, StatementDocument document)
    {
        var refusal = Should.Throw<ArgumentException>(() => _renderer.Render(document));
        refusal.ParamName.ShouldBe(member);
    }

    [Fact]
    public void A_document_at_every_bound_is_rendered()
    {
        var hours = StatementLimits.QuarterHoursMax;
        var document = SampleDocuments.Longest(StatementLimits.YearsMax);
        var years = document.SubjectYears.Select(year => new StatementYear(year.Year, hours, hours, true));
        _renderer.Render(document with { SubjectYears = [.. years] }).PageCount.ShouldBe(6);
    }

    [Theory]
    [InlineData("欧阳建国·Ouyang 12.25（高级）", "")]
    [InlineData("\U0002A6D7", "\U0002A6D7")]
    [InlineData("王😀小😀明", "😀")]
    [InlineData("a\nb\tc", "\n\t")]
    [InlineData("\u2028", "\u2028")]
    public void Characters_that_cannot_be_printed_are_named_each_once(string text, string expected)
    {
        string.Concat(_renderer.MissingGlyphs(text)).ShouldBe(expected);
    }

    [Fact]
    public void Half_a_surrogate_pair_cannot_be_printed() =>
        _renderer.MissingGlyphs("王" + '\ud83d' + "明").ShouldBe(["\ud83d"]);

    [Fact]
    public void A_missing_glyph_stops_the_statement_and_says_which()
    {
        var document = Good with { HolderName = "王😀明", UnitName = "甲\n乙" };
        var refusal = Should.Throw<MissingGlyphException>(() => _renderer.Render(document));
        refusal.Characters.ShouldBe(["😀", "\n"]);
        refusal.Message.ShouldBe("The statement fonts lack: 😀 (U+1F600), U+000A.");
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "0.25")]
    [InlineData(2, "0.5")]
    [InlineData(3, "0.75")]
    [InlineData(49, "12.25")]
    [InlineData(48, "12")]
    [InlineData(int.MaxValue, "536870911.75")]
    public void Quarter_hours_print_exactly(int quarterHours, string expected) =>
        HourText.Of(quarterHours).ShouldBe(expected);
}
