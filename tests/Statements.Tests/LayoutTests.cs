using CeActors.Statements.Layout;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace CeActors.Statements.Tests;

public sealed class LayoutTests
{
    private readonly StatementRenderer _renderer = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(StatementLimits.YearsPerPageMax, 1)]
    [InlineData(StatementLimits.YearsPerPageMax + 1, 2)]
    [InlineData(StatementLimits.YearsPerPageMax * 2 + 3, 3)]
    [InlineData(StatementLimits.YearsMax, StatementLimits.YearsMax / StatementLimits.YearsPerPageMax)]
    public void Years_beyond_a_page_flow_on_under_the_same_head(int years, int pagesExpected)
    {
        var document = SampleDocuments.OfYears(years);
        _renderer.Render(document).PageCount.ShouldBe(pagesExpected);

        var (pages, _) = StatementLayout.Arrange(document);

        for (var index = 0; index < pages.Count; index++)
        {
            var texts = TextsOf(pages[index]).Select(item => item.Text).ToArray();
            texts.ShouldContain(Wording.Form);
            texts.ShouldContain(Wording.Number(document.Number));
            texts.ShouldContain(document.HolderName);
            texts.ShouldContain(Wording.General);
            texts.ShouldContain(Wording.PageOf(index + 1, pagesExpected));
            texts.Contains(Wording.Continued).ShouldBe(index > 0);
            texts.Contains(Wording.Total).ShouldBe(index == pages.Count - 1, "the total stands on the last page");
        }
        var printed = pages.SelectMany(TextsOf).Select(item => item.Text);
        var yearsPrinted = document.SubjectYears.Select(year => Wording.YearOf(year.Year));
        printed.Where(text => yearsPrinted.Contains(text)).ShouldBe(yearsPrinted);
    }

    public static TheoryData<int, bool> Shapes() =>
        new()
        {
            { 1, false },
            { Form.RoomyYearsMax, false },
            { Form.RoomyYearsMax, true },
            { StatementLimits.YearsPerPageMax, true },
            { StatementLimits.YearsPerPageMax * 2, true },
            { StatementLimits.YearsMax, true },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_two_texts_touch_and_none_leaves_the_frame(int years, bool longest)
    {
        var document = longest ? SampleDocuments.Longest(years) : SampleDocuments.OfYears(years);
        var (pages, _) = StatementLayout.Arrange(document);
        var frame = new SKRect(
            Form.InnerFrameInset,
            Form.InnerFrameInset,
            Form.PageWidth - Form.InnerFrameInset,
            Form.PageHeight - Form.InnerFrameInset
        );
        foreach (var page in pages)
        {
            var texts = TextsOf(page).ToArray();
            var codes = page.Items.OfType<CodeItem>().Select(item => item.Bounds).ToArray();
            for (var index = 0; index < texts.Length; index++)
            {
                var bounds = texts[index].Bounds;
                frame.Contains(bounds).ShouldBeTrue($"\"{texts[index].Text}\" leaves the frame at {bounds}");
                codes.ShouldNotContain(code => code.IntersectsWith(bounds), texts[index].Text);
                foreach (var other in texts.AsSpan(index + 1))
                {
                    bounds
                        .IntersectsWith(other.Bounds)
                        .ShouldBeFalse($"\"{texts[index].Text}\" touches \"{other.Text}\"");
                }
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_character_of_every_text_is_on_the_page(bool longest)
    {
        var document = longest ? SampleDocuments.Longest(StatementLimits.YearsPerPageMax) : SampleDocuments.OfYears(5);
        var (pages, _) = StatementLayout.Arrange(document);
        var printed = string.Concat(pages.SelectMany(TextsOf).Select(item => item.Text));
        foreach (var text in StatementCheck.TextsOf(document))
        {
            printed.Replace(" ", "").ShouldContain(text.Replace(" ", ""));
        }
    }

    [Fact]
    public void Ordinary_texts_keep_a_size_that_is_read_with_ease()
    {
        const float readableSizeMin = 7;
        var document = SampleDocuments.OfYears(5) with
        {
            UnitName = new string('湘', 60),
            HolderName = new string('龘', 30),
            Title = new string('工', 60),
        };
        var (pages, _) = StatementLayout.Arrange(document);
        pages.SelectMany(TextsOf).ShouldAllBe(item => item.Size >= readableSizeMin);
    }

    [Theory]
    [InlineData(
        "（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）（）"
    )]
    [InlineData(
        "。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。。"
    )]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")]
    public void A_text_without_a_good_place_to_break_is_still_printed_whole(string name)
    {
        var (pages, _) = StatementLayout.Arrange(SampleDocuments.OfYears(1) with { HolderName = name });
        string.Concat(TextsOf(pages[0]).Select(item => item.Text)).ShouldContain(name);
    }

    [Fact]
    public void Lines_do_not_begin_with_closing_punctuation_and_words_stay_whole()
    {
        var fitted = FittedText.Fit("湖南省人民医院，Changsha Hospital（南院）", Fonts.FontWeight.Regular, 10, 72, 100);
        fitted.Lines.Count.ShouldBeGreaterThan(2);
        fitted.Lines.ShouldAllBe(line => !line.StartsWith('，') && !line.StartsWith('）') && !line.EndsWith('（'));
        fitted.Lines.ShouldContain(line => line.Contains("Changsha"));
        fitted.Lines.ShouldContain(line => line.Contains("Hospital"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(StatementLimits.YearsMax)]
    public void The_signature_area_is_on_the_last_page_and_only_its_own_label_is_in_it(int years)
    {
        var document = SampleDocuments.Longest(years);
        var rendered = _renderer.Render(document);
        var area = rendered.SignatureArea;
        area.PageNumber.ShouldBe(rendered.PageCount);
        (area.Right - area.Left).ShouldBeGreaterThan(150);
        (area.Top - area.Bottom).ShouldBeGreaterThan(50);

        var (pages, _) = StatementLayout.Arrange(document);
        var box = new SKRect(area.Left, Form.PageHeight - area.Top, area.Right, Form.PageHeight - area.Bottom);
        var inside = TextsOf(pages[^1]).Where(item => item.Bounds.IntersectsWith(box)).Select(item => item.Text);
        inside.ShouldBe([Wording.Signature]);
    }

    private static IEnumerable<TextItem> TextsOf(Page page) => page.Items.OfType<TextItem>();
}
