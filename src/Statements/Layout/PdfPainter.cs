using CeActors.Statements.Fonts;
using SkiaSharp;

namespace CeActors.Statements.Layout;

/// <summary>Writes laid-out pages as a PDF whose fonts hold nothing but the characters on them.</summary>
internal sealed class PdfPainter : IDisposable
{
    private readonly Dictionary<FontWeight, SKTypeface> _fonts;
    private readonly SKPaint _paint = new() { IsAntialias = true };

    private PdfPainter(IReadOnlyList<Page> pages) =>
        _fonts = pages
            .SelectMany(page => page.Items)
            .OfType<TextItem>()
            .GroupBy(item => item.Weight)
            .ToDictionary(group => group.Key, group => Subset(group.Key, group));

    public static byte[] Paint(IReadOnlyList<Page> pages, SKDocumentPdfMetadata metadata)
    {
        using var painter = new PdfPainter(pages);
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, metadata))
        {
            foreach (var page in pages)
            {
                var canvas = pdf.BeginPage(Form.PageWidth, Form.PageHeight);
                foreach (var item in page.Items)
                {
                    painter.Draw(canvas, item);
                }
                pdf.EndPage();
            }
            pdf.Close();
        }
        return stream.ToArray();
    }

    public void Dispose()
    {
        _paint.Dispose();
        foreach (var font in _fonts.Values)
        {
            font.Dispose();
        }
    }

    private static SKTypeface Subset(FontWeight weight, IEnumerable<TextItem> items)
    {
        var codePoints = items.SelectMany(item => item.Text.EnumerateRunes()).Select(rune => rune.Value);
        return StatementFonts.Shared[weight].Subset(new SortedSet<int>(codePoints));
    }

    private void Draw(SKCanvas canvas, PageItem item)
    {
        switch (item)
        {
            case TextItem text:
                DrawText(canvas, text);
                break;
            case BoxItem box:
                DrawBox(canvas, box);
                break;
            case CodeItem code:
                DrawCode(canvas, code);
                break;
            default:
                throw new InvalidOperationException($"No brush for {item.GetType().Name}.");
        }
    }

    private void DrawText(SKCanvas canvas, TextItem text)
    {
        using var font = StatementFonts.Create(_fonts[text.Weight], text.Size);
        if (!font.ContainsGlyphs(text.Text))
        {
            throw new InvalidOperationException($"The font lacks a glyph of the form's own text \"{text.Text}\".");
        }
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = text.Colour;
        canvas.DrawText(text.Text, text.X, text.Baseline, SKTextAlign.Left, font, _paint);
    }

    private void DrawBox(SKCanvas canvas, BoxItem box)
    {
        using var dashes = box.Dashed ? SKPathEffect.CreateDash([3, 3], 0) : null;
        _paint.Style = box.Filled ? SKPaintStyle.Fill : SKPaintStyle.Stroke;
        _paint.Color = box.Colour;
        _paint.StrokeWidth = box.StrokeWidth;
        _paint.PathEffect = dashes;
        canvas.DrawRect(box.Bounds, _paint);
        _paint.PathEffect = null;
    }

    private void DrawCode(SKCanvas canvas, CodeItem code)
    {
        using var builder = new SKPathBuilder();
        foreach (var module in code.Modules)
        {
            builder.AddRect(module);
        }
        using var path = builder.Detach();
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = SKColors.Black;
        canvas.DrawPath(path, _paint);
        canvas.DrawUrlAnnotation(code.Bounds, code.Url);
    }
}
