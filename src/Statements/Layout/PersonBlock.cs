using CeActors.Statements.Fonts;
using SkiaSharp;

namespace CeActors.Statements.Layout;

/// <summary>Who the statement is about: name and id side by side, then employer and title.</summary>
internal static class PersonBlock
{
    private const float TextSize = 11.5f;
    private const float LabelSize = 11;
    private const float RowPadding = 8;

    /// <summary>Returns the lower edge.</summary>
    public static float Draw(Sheet sheet, StatementDocument document)
    {
        var top = Form.PersonTop;
        top = Row(
            sheet,
            top,
            new Cell(Wording.HolderName, document.HolderName, Form.Left, Form.Middle),
            new Cell(Wording.ResidentId, document.MaskedResidentId, Form.Middle, Form.Right)
        );
        top = Row(sheet, top, new Cell(Wording.UnitName, document.UnitName, Form.Left, Form.Right));
        var title = string.IsNullOrWhiteSpace(document.Title) ? Wording.Nothing : document.Title;
        return Row(sheet, top, new Cell(Wording.Title, title, Form.Left, Form.Right));
    }

    private static float Row(Sheet sheet, float top, params Cell[] cells)
    {
        var texts = cells.Select(cell => cell.Fit()).ToArray();
        var height = Math.Max(Form.PersonRowHeight, texts.Max(text => text.Height) + RowPadding);
        for (var index = 0; index < cells.Length; index++)
        {
            var cell = cells[index];
            var label = new SKRect(cell.Left, top, cell.Left + Form.LabelWidth, top + height);
            var value = new SKRect(label.Right, top, cell.Right, top + height);
            sheet.Fill(label, Ink.Shade);
            sheet.Outline(label, Ink.Rule, 0.5f);
            sheet.Outline(value, Ink.Rule, 0.5f);
            var labelText = FittedText.Fit(cell.Label, FontWeight.Bold, LabelSize, Form.LabelWidth, height);
            sheet.Lines(labelText, label, Align.Centre);
            value.Inflate(-Form.CellPadding, 0);
            sheet.Lines(texts[index], value, Align.Left);
        }
        return top + height;
    }

    private readonly record struct Cell(string Label, string Value, float Left, float Right)
    {
        public FittedText Fit()
        {
            var width = Right - Left - Form.LabelWidth - 2 * Form.CellPadding;
            return FittedText.Fit(Value, FontWeight.Regular, TextSize, width, Form.PersonTextHeightMax);
        }
    }
}
