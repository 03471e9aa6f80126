using System.Globalization;
using System.Text;

namespace CeActors.Statements.Layout;

/// <summary>
/// Writes the dates inside a PDF as of China Standard Time. Skia's binding puts the machine's own time zone behind them,
/// whatever it is given, so that two machines would make different bytes of one statement.
/// </summary>
internal static class PdfDates
{
    private static ReadOnlySpan<byte> ChinaStandardTime => "+08'00'"u8;

    /// <summary>Overwrites the zone of every date of this day, in place.</summary>
    /// <exception cref="InvalidOperationException">There is no such date.</exception>
    public static void Pin(byte[] pdf, DateOnly day)
    {
        var midnight = Encoding.ASCII.GetBytes($"(D:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}000000");
        var pinned = 0;
        for (var rest = pdf.AsSpan(); rest.IndexOf(midnight) is >= 0 and var at; pinned++)
        {
            rest = rest[(at + midnight.Length)..];
            ChinaStandardTime.CopyTo(rest);
        }
        if (pinned == 0)
        {
            throw new InvalidOperationException("The PDF holds no date to pin.");
        }
    }
}
