using System.Globalization;
using System.Text;
using SkiaSharp;

namespace CeActors.Statements.Fonts;

internal enum FontWeight
{
    Regular,
    Bold,
}

/// <summary>Noto Serif SC in two weights, loaded once a process.</summary>
internal sealed class StatementFonts
{
    private static readonly Lazy<StatementFonts> LazyShared = new(() => new StatementFonts());

    private readonly FontFace _regular = new("fonts/regular.ttf");
    private readonly FontFace _bold = new("fonts/bold.ttf");

    private StatementFonts() { }

    public static StatementFonts Shared => LazyShared.Value;

    public FontFace this[FontWeight weight] => weight == FontWeight.Bold ? _bold : _regular;

    /// <summary>Width of a text in points.</summary>
    public float Width(string text, FontWeight weight, float size)
    {
        using var font = Create(this[weight].Whole, size);
        return font.MeasureText(text);
    }

    /// <summary>A font without hinting, so that widths scale with the size and do not depend on the machine.</summary>
    public static SKFont Create(SKTypeface typeface, float size) =>
        new(typeface, size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        };

    /// <summary>
    /// Characters that cannot be printed, each once: those without a glyph in either weight, control characters, line and
    /// paragraph separators, and halves of surrogate pairs.
    /// </summary>
    public IReadOnlyList<string> Missing(string text)
    {
        var missing = new List<string>();
        for (var index = 0; index < text.Length; )
        {
            var valid = Rune.TryGetRuneAt(text, index, out var rune);
            var length = valid ? rune.Utf16SequenceLength : 1;
            if (!valid || !Prints(rune))
            {
                var character = text.Substring(index, length);
                if (!missing.Contains(character, StringComparer.Ordinal))
                {
                    missing.Add(character);
                }
            }
            index += length;
        }
        return missing;
    }

    private bool Prints(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && _regular.Has(rune.Value)
        && _bold.Has(rune.Value);
}
