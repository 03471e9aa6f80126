using System.Globalization;
using System.Text;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace CeActors.Statements.Tests;

public sealed class RenderedTextTests
{
    private readonly StatementRenderer _renderer = new();

    [Fact]
    public void A_reader_finds_name_number_agency_every_hour_and_the_total()
    {
        var document = SampleDocuments.OfYears(3) with
        {
            SubjectYears = [new(2020, 49, 241, true), new(2021, 2, 3, false), new(2022, 120, 240, true)],
        };

        var text = TextOf(_renderer.Render(document).Pdf);

        string[] expected =
        [
            "专业技术人员继续教育",
            "学时认定单",
            document.Number,
            document.HolderName,
            document.MaskedResidentId,
            document.UnitName,
            document.Title,
            document.IssuingAgencyName,
            "2026年11月23日",
            "认定年度：2020年—2022年",
            .. new[] { "2020年", "12.25", "60.25", "72.5" },
            .. new[] { "2021年", "0.5", "0.75", "1.25" },
            .. new[] { "2022年", "30", "60", "90" },
            .. new[] { "合　计", "42.75", "121", "163.75", "共 3 个年度" },
            document.RuleSetNote!,
            "第 1 页　共 1 页",
        ];
        foreach (var part in expected)
        {
            text.ShouldContain(part);
        }
        WithoutBreaks(text).ShouldContain(document.VerificationUrl);
    }

    [Fact]
    public void A_long_name_is_wrapped_and_no_character_of_it_is_lost()
    {
        var document = SampleDocuments.OfYears(2) with
        {
            HolderName = "阿卜杜热合曼·买买提艾力·吐尔逊江·艾则孜·努尔麦麦提",
            UnitName =
                "湖南省湘西土家族苗族自治州永顺县灵溪镇中心卫生院（永顺县灵溪镇妇幼保健计划生育服务站、永顺县第二人民医院医疗共同体分院）",
        };

        var text = WithoutBreaks(TextOf(_renderer.Render(document).Pdf));

        text.ShouldContain(document.HolderName);
        text.ShouldContain(document.UnitName);
    }

    [Fact]
    public void A_title_that_is_not_known_prints_a_dash()
    {
        var pdf = _renderer.Render(SampleDocuments.OfYears(1) with { Title = "" }).Pdf;
        TextOf(pdf).ShouldContain("—");
    }

    [Fact]
    public void Characters_outside_the_basic_plane_are_printed_and_read_back()
    {
        const string name = "赵𬭚";
        _renderer.MissingGlyphs(name).ShouldBeEmpty();
        var pdf = _renderer.Render(SampleDocuments.OfYears(1) with { HolderName = name }).Pdf;
        TextOf(pdf).ShouldContain(name);
    }

    [Fact]
    public void Every_font_is_embedded_and_cut_down_so_that_the_file_stays_small()
    {
        const int bytesMax = 300 * 1024;
        var rendered = _renderer.Render(SampleDocuments.OfYears(StatementLimits.YearsMax));
        rendered.Pdf.Length.ShouldBeLessThan(bytesMax);
        using var pdf = PdfDocument.Open(rendered.Pdf);
        var fonts = pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName).Distinct();
        fonts.ShouldAllBe(font => font!.Contains("+NotoSerifSC"), "a subset font has a tag before its name");
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes_and_their_digest()
    {
        var first = _renderer.Render(SampleDocuments.OfYears(5));
        var second = new StatementRenderer().Render(SampleDocuments.OfYears(5));

        second.Pdf.ShouldBe(first.Pdf);
        second.Sha256Hex.ShouldBe(first.Sha256Hex);
        var digest = System.Security.Cryptography.SHA256.HashData(first.Pdf);
        first.Sha256Hex.ShouldBe(Convert.ToHexStringLower(digest));
        _renderer.Render(SampleDocuments.OfYears(6)).Sha256Hex.ShouldNotBe(first.Sha256Hex);
    }

    [Fact]
    public void The_machines_time_zone_and_language_do_not_change_a_byte()
    {
        var here = _renderer.Render(SampleDocuments.OfYears(5));
        var (zone, culture) = (Environment.GetEnvironmentVariable("TZ"), CultureInfo.CurrentCulture);
        try
        {
            Environment.SetEnvironmentVariable("TZ", "America/New_York");
            TimeZoneInfo.ClearCachedData();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");

            var there = _renderer.Render(SampleDocuments.OfYears(5));

            there.Sha256Hex.ShouldBe(here.Sha256Hex);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Many_threads_render_at_once_and_each_gets_its_own_statement()
    {
        var alone = Enumerable.Range(1, 12).Select(years => _renderer.Render(SampleDocuments.OfYears(years))).ToArray();

        var together = new string[alone.Length * 4];
        Parallel.For(
            0,
            together.Length,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            index => together[index] = _renderer.Render(SampleDocuments.OfYears(index % alone.Length + 1)).Sha256Hex
        );

        for (var index = 0; index < together.Length; index++)
        {
            together[index].ShouldBe(alone[index % alone.Length].Sha256Hex);
        }
    }

    [Fact]
    public void The_pdf_names_its_statement_and_is_dated_with_the_day_of_issue()
    {
        using var pdf = PdfDocument.Open(_renderer.Render(SampleDocuments.OfYears(1)).Pdf);
        pdf.Information.Title.ShouldBe("专业技术人员继续教育学时认定单 HN430000-2026-00000017");
        pdf.Information.Author.ShouldBe("长沙市人力资源和社会保障局");
        pdf.Information.CreationDate.ShouldNotBeNull().ShouldBe("D:20261123000000+08'00'");
    }

    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var text = new StringBuilder();
        foreach (var page in document.GetPages())
        {
            text.AppendLine(page.Text);
        }
        return text.ToString();
    }

    private static string WithoutBreaks(string text) => text.ReplaceLineEndings("");
}
