using System.Globalization;

namespace CeActors.Benchmarks.Output;

/// <summary>A table of figures in plain text: first column to the left, the others to the right.</summary>
public sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];

    /// <summary>Adds a line; numbers are written with as many digits as help, null as a dash.</summary>
    public void Add(params object?[] cells) => _rows.Add([.. cells.Select(Text)]);

    /// <summary>Writes the table to the standard output.</summary>
    public void Print()
    {
        var widths = Enumerable.Range(0, headings.Length).Select(i => _rows.Max(row => row[i].Length)).ToArray();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            Console.WriteLine("  " + string.Join("  ", cells).TrimEnd());
        }
    }

    private static string Text(object? cell) =>
        cell switch
        {
            null => "-",
            double number when Math.Abs(number) >= 100 => number.ToString("F0", CultureInfo.InvariantCulture),
            double number when Math.Abs(number) >= 10 => number.ToString("F1", CultureInfo.InvariantCulture),
            double number => number.ToString("F2", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };
}
