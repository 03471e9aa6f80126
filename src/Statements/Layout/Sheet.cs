using CeActors.Statements.Fonts;
using SkiaSharp;

namespace CeActors.Statements.Layout;

internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>Collects the items of one page.</summary>
internal sealed class Sheet
{
    private readonly List<PageItem> _items = [];

    public Page Finish() => new(_items);

    public void Add(PageItem item) => _items.Add(item);

    /// <summary>Sets a text on one line at <paramref name="x"/>, which is its left end, middle or right end.</summary>
    public void Line(
        string text,
        float x,
        float baseline,
        float size,
        FontWeight weight = FontWeight.Regular,
        Align align = Align.Left,
        SKColor? colour = null
    )
    {
        var width = StatementFonts.Shared.Width(text, weight, size);
        var left = align switch
        {
            Align.Left => x,
            Align.Centre => x - width / 2,
            _ => x - width,
        };
        Add(new TextItem(text, weight, size, left, baseline, width, colour ?? Ink.Text));
    }

    /// <summary>Sets fitted lines inside a box, vertically centred.</summary>
    public void Lines(FittedText text, SKRect box, Align align, SKColor? colour = null)
    {
        var top = box.MidY - text.Height / 2;
        for (var line = 0; line < text.Lines.Count; line++)
        {
            // The ideographic box (0.88 above the baseline) sits in the middle of its line.
            var baseline = top + line * text.LineHeight + (text.LineHeight - text.Size) / 2 + 0.88f * text.Size;
            var x = align switch
            {
                Align.Left => box.Left,
                Align.Centre => box.MidX,
                _ => box.Right,
            };
            Line(text.Lines[line], x, baseline, text.Size, text.Weight, align, colour);
        }
    }

    public void Outline(SKRect box, SKColor colour, float strokeWidth, bool dashed = false) =>
        Add(new BoxItem(box, colour, strokeWidth, Dashed: dashed));

    public void Fill(SKRect box, SKColor colour) => Add(new BoxItem(box, colour, 0, Filled: true));
}

/// <summary>The colours of the statement.</summary>
internal static class Ink
{
    public static readonly SKColor Text = new(0x1A, 0x1A, 0x1A);
    public static readonly SKColor Muted = new(0x59, 0x59, 0x59);
    public static readonly SKColor Accent = new(0x8E, 0x1B, 0x22);
    public static readonly SKColor Rule = new(0x6E, 0x6E, 0x6E);
    public static readonly SKColor Shade = new(0xF6, 0xF1, 0xEA);
}
