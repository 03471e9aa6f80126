using System.Globalization;

namespace CeActors.Statements;

/// <summary>Prints quarter-hours as credit hours without floating point: 49 is "12.25", 48 is "12".</summary>
internal static class HourText
{
    public static string Of(int quarterHours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quarterHours);
        var whole = (quarterHours / 4).ToString(CultureInfo.InvariantCulture);
        return (quarterHours % 4) switch
        {
            0 => whole,
            1 => whole + ".25",
            2 => whole + ".5",
            _ => whole + ".75",
        };
    }
}
