using CeActors.Statements.Fonts;
using SkiaSharp;

namespace CeActors.Statements.Layout;

/// <summary>Arranges a statement on pages. The last page carries the total, the verification code and the signature.</summary>
internal static class StatementLayout
{
    public static (IReadOnlyList<Page> Pages, SignatureArea Signature) Arrange(StatementDocument document)
    {
        var chunks = document.SubjectYears.Chunk(StatementLimits.YearsPerPageMax).ToArray();
        var pages = new List<Page>();
        SKRect signature = default;
        for (var index = 0; index < chunks.Length; index++)
        {
            var sheet = new Sheet();
            DrawHead(sheet, document, continued: index > 0);
            var y = PersonBlock.Draw(sheet, document);
            y = YearTable.Draw(sheet, document, chunks[index], y + Form.BlockGap, isLast: index == chunks.Length - 1);
            if (index == chunks.Length - 1)
            {
                signature = ClosingBlock.Draw(sheet, document, y);
            }
            DrawFoot(sheet, document, index + 1, chunks.Length);
            pages.Add(sheet.Finish());
        }
        return (pages, AreaOf(signature, chunks.Length));
    }

    private static void DrawHead(Sheet sheet, StatementDocument document, bool continued)
    {
        sheet.Outline(Inset(Form.FrameInset), Ink.Accent, 1.6f);
        sheet.Outline(Inset(Form.InnerFrameInset), Ink.Accent, 0.5f);
        sheet.Line(Wording.System, Form.Middle, 82, 18, FontWeight.Bold, Align.Centre, Ink.Accent);
        sheet.Line(Wording.Form, Form.Middle, 122, 30, FontWeight.Bold, Align.Centre, Ink.Accent);
        if (continued)
        {
            sheet.Line(Wording.Continued, Form.Right, 122, 10, align: Align.Right, colour: Ink.Muted);
        }
        sheet.Line(Wording.Range(document.FromYear, document.ToYear), Form.Left, Form.PersonTop - 8, 10.5f);
        var numberBox = new SKRect(Form.Middle - 20, Form.PersonTop - 20, Form.Right, Form.PersonTop - 4);
        var number = FittedText.Fit(
            Wording.Number(document.Number),
            FontWeight.Regular,
            10.5f,
            numberBox.Width,
            numberBox.Height
        );
        sheet.Lines(number, numberBox, Align.Right);
    }

    private static void DrawFoot(Sheet sheet, StatementDocument document, int page, int pages)
    {
        if (!string.IsNullOrEmpty(document.RuleSetNote))
        {
            var box = new SKRect(Form.Left, 772, Form.Right, 790);
            var note = FittedText.Fit(document.RuleSetNote, FontWeight.Regular, 7.5f, box.Width, box.Height);
            sheet.Lines(note, box, Align.Centre, Ink.Muted);
        }
        var text = Wording.PageOf(page, pages);
        sheet.Line(text, Form.Middle, Form.FooterBaseline, 8.5f, align: Align.Centre, colour: Ink.Muted);
    }

    private static SKRect Inset(float inset) => new(inset, inset, Form.PageWidth - inset, Form.PageHeight - inset);

    // PDF counts from the lower left corner.
    private static SignatureArea AreaOf(SKRect box, int page) =>
        new(page, box.Left, Form.PageHeight - box.Bottom, box.Right, Form.PageHeight - box.Top);
}
