using System.Globalization;
using CeActors.Statements.Fonts;

namespace CeActors.Statements.Layout;

/// <summary>A text wrapped, and shrunk where wrapping is not enough, so that nothing is ever cut.</summary>
internal sealed record FittedText(IReadOnlyList<string> Lines, FontWeight Weight, float Size)
{
    private const float SizeStep = 0.5f;
    private const float ReadableSizeMin = 7f;
    private const float ShrinkFactor = 0.9f;

    // Chinese typesetting (GB/T 15834): these may not begin a line, those may not end one.
    private const string NeverFirst = "，。；：、）》〉」』】！？”’…—·,.;:)!?%";
    private const string NeverLast = "（《〈「『【“‘(";

    public float LineHeight => Size * 1.32f;

    public float Height => Lines.Count * LineHeight;

    /// <summary>Fits a text into a width and a height, at the preferred size if possible.</summary>
    public static FittedText Fit(string text, FontWeight weight, float preferredSize, float width, float heightMax)
    {
        for (var size = preferredSize; ; size = Smaller(size))
        {
            var fitted = new FittedText(Wrap(text, weight, size, width), weight, size);
            if (fitted.Height <= heightMax && fitted.Lines.All(line => fitted.WidthOf(line) <= width))
            {
                return fitted;
            }
        }
    }

    private float WidthOf(string line) => StatementFonts.Shared.Width(line, Weight, Size);

    // Down in steps while it can be read with ease, then as far as it takes: a text too wide even so would be a rare
    // glyph many times as wide as it is high, and is still better small than cut.
    private static float Smaller(float size) =>
        size - SizeStep >= ReadableSizeMin ? size - SizeStep : size * ShrinkFactor;

    private static List<string> Wrap(string text, FontWeight weight, float size, float width)
    {
        var elements = StringInfo.ParseCombiningCharacters(text);
        string Slice(int from, int to) => text[elements[from]..(to < elements.Length ? elements[to] : text.Length)];
        var lines = new List<string>();
        for (var start = 0; start < elements.Length; )
        {
            var end = start + 1;
            while (end < elements.Length && StatementFonts.Shared.Width(Slice(start, end + 1), weight, size) <= width)
            {
                end++;
            }
            if (end < elements.Length)
            {
                end = BreakBefore(text, elements, start, end);
            }
            lines.Add(Slice(start, end).Trim(' '));
            start = end;
        }
        return lines;
    }

    /// <summary>The last place at or before <paramref name="end"/> where a line may break; <paramref name="end"/> if none.</summary>
    private static int BreakBefore(string text, int[] elements, int start, int end)
    {
        for (var candidate = end; candidate > start + 1; candidate--)
        {
            var before = text[elements[candidate] - 1];
            var after = text[elements[candidate]];
            var insideWord = IsWord(before) && IsWord(after);
            if (!insideWord && !NeverFirst.Contains(after) && !NeverLast.Contains(before))
            {
                return candidate;
            }
        }
        return end;
    }

    private static bool IsWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '.';
}
