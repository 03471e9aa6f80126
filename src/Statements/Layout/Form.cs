namespace CeActors.Statements.Layout;

/// <summary>Measures of the form in points (1/72 inch) from the upper left corner.</summary>
internal static class Form
{
    public const float PageWidth = 595.28f;
    public const float PageHeight = 841.89f;
    public const float FrameInset = 30;
    public const float InnerFrameInset = 35;
    public const float Left = 58;
    public const float Right = PageWidth - 58;
    public const float Middle = PageWidth / 2;
    public const float PersonTop = 168;
    public const float LabelWidth = 78;
    public const float CellPadding = 9;
    public const float PersonRowHeight = 30;
    public const float PersonTextHeightMax = 38;
    public const float BlockGap = 14;
    public const float HeadRowHeight = 28;
    public const float YearRowHeight = 22;
    public const float TotalRowHeight = 26;

    /// <summary>Few years leave room to breathe: up to <see cref="RoomyYearsMax"/> get higher rows.</summary>
    public const float RoomyYearRowHeight = 32;
    public const int RoomyYearsMax = 6;

    /// <summary>Top of the closing block; everything above must end before it, whatever the texts.</summary>
    public const float ClosingTop = 656;
    public const float CodeSide = 92;
    public const float FooterBaseline = 800;
    public static readonly float[] ColumnEdges = [Left, Left + 86, Left + 196, Left + 306, Left + 396, Right];
}
