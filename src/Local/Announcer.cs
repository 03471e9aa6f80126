namespace CeActors.Local;

/// <summary>Prints what the developer should know, one whole line at a time.</summary>
public sealed class Announcer(TextWriter output)
{
    private readonly Lock _turn = new();

    /// <summary>One line.</summary>
    public void Say(string line = "")
    {
        lock (_turn)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    /// <summary>Rows in columns as wide as their widest cell; Chinese characters take two places.</summary>
    public void Table(params IReadOnlyList<string>[] rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => Width(row[column]))).ToArray();
        foreach (var row in rows)
        {
            Say(
                "  "
                    + string.Join(
                            "  ",
                            row.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell)))
                        )
                        .TrimEnd()
            );
        }
    }

    private static int Width(string text) => text.Sum(character => character >= '\u2E80' ? 2 : 1);
}
