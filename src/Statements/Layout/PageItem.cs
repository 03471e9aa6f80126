using CeActors.Statements.Fonts;
using SkiaSharp;

namespace CeActors.Statements.Layout;

/// <summary>Something on a page. Coordinates are points from the upper left corner of the page.</summary>
internal abstract record PageItem;

/// <summary>One line of text; <paramref name="X"/> is its left end.</summary>
internal sealed record TextItem(
    string Text,
    FontWeight Weight,
    float Size,
    float X,
    float Baseline,
    float Width,
    SKColor Colour
) : PageItem
{
    /// <summary>The room that the line takes: the font's ideographic box.</summary>
    public SKRect Bounds => new(X, Baseline - 0.88f * Size, X + Width, Baseline + 0.12f * Size);
}

/// <summary>A rectangle, outlined or filled.</summary>
internal sealed record BoxItem(
    SKRect Bounds,
    SKColor Colour,
    float StrokeWidth,
    bool Filled = false,
    bool Dashed = false
) : PageItem;

/// <summary>The dark modules of a QR code, with an address under it.</summary>
internal sealed record CodeItem(SKRect Bounds, IReadOnlyList<SKRect> Modules, string Url) : PageItem;

/// <summary>A laid-out page.</summary>
internal sealed record Page(IReadOnlyList<PageItem> Items);
