using CeActors.Statements.Fonts;
using SkiaSharp;

namespace CeActors.Statements.Layout;

/// <summary>The hours by year and subject. The total is over all pages and stands on the last.</summary>
internal static class YearTable
{
    private const float TextSize = 11;

    /// <summary>Returns the lower edge.</summary>
    public static float Draw(Sheet sheet, StatementDocument document, StatementYear[] years, float top, bool isLast)
    {
        var rowHeight =
            document.SubjectYears.Count <= Form.RoomyYearsMax ? Form.RoomyYearRowHeight : Form.YearRowHeight;
        string[] head = [Wording.Year, Wording.General, Wording.Professional, Wording.Sum, Wording.Target];
        sheet.Fill(new SKRect(Form.Left, top, Form.Right, top + Form.HeadRowHeight), Ink.Shade);
        top = Row(sheet, top, Form.HeadRowHeight, head, FontWeight.Bold);
        foreach (var year in years)
        {
            top = Row(sheet, top, rowHeight, CellsOf(year), FontWeight.Regular);
        }
        if (isLast)
        {
            var height = Math.Max(rowHeight, Form.TotalRowHeight);
            sheet.Fill(new SKRect(Form.Left, top, Form.Right, top + height), Ink.Shade);
            top = Row(sheet, top, height, Totals(document.SubjectYears), FontWeight.Bold);
        }
        return top;
    }

    private static string[] CellsOf(StatementYear year) =>
        [
            Wording.YearOf(year.Year),
            HourText.Of(year.GeneralQuarterHours),
            HourText.Of(year.ProfessionalQuarterHours),
            HourText.Of(year.GeneralQuarterHours + year.ProfessionalQuarterHours),
            year.TargetMet ? Wording.TargetMet : Wording.TargetNotMet,
        ];

    // StatementLimits keeps these sums far below the range of int: 60 years of 2 x 35,136.
    private static string[] Totals(IReadOnlyList<StatementYear> years)
    {
        var general = years.Sum(year => year.GeneralQuarterHours);
        var professional = years.Sum(year => year.ProfessionalQuarterHours);
        return
        [
            Wording.Total,
            HourText.Of(general),
            HourText.Of(professional),
            HourText.Of(general + professional),
            Wording.YearCount(years.Count),
        ];
    }

    private static float Row(Sheet sheet, float top, float height, string[] cells, FontWeight weight)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            var box = new SKRect(Form.ColumnEdges[column], top, Form.ColumnEdges[column + 1], top + height);
            sheet.Outline(box, Ink.Rule, 0.5f);
            var text = FittedText.Fit(cells[column], weight, TextSize, box.Width - 6, height);
            sheet.Lines(text, box, Align.Centre);
        }
        return top + height;
    }
}
