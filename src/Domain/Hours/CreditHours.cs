using System.Globalization;

namespace CeActors.Domain.Hours;

/// <summary>
/// Credit hours (学时) as a whole number of quarter-hours, never negative; money-like, so never floating point. One 学时 is 45 minutes of
/// learning; a quarter is a quarter of that unit.
/// </summary>
public readonly record struct CreditHours : IComparable<CreditHours>
{
    /// <summary>Most that any sum may come to: what 200 items and 500 imported records can hold, and far below overflow.</summary>
    public const int QuarterHoursMax = 10_000_000;

    /// <summary>Longest text that can be hours: <c>9999.75</c>.</summary>
    public const int TextLengthMax = 7;

    private const int WholeDigitsMax = 4;

    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above <see cref="QuarterHoursMax"/>.</exception>
    public CreditHours(int quarterHours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quarterHours);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarterHours, QuarterHoursMax);
        QuarterHours = quarterHours;
    }

    public static CreditHours Zero => default;

    public int QuarterHours { get; }

    /// <summary>Whole hours, such as a target of 90.</summary>
    public static CreditHours OfHours(int hours) => new(checked(hours * 4));

    /// <exception cref="ArgumentOutOfRangeException">The sum is above <see cref="QuarterHoursMax"/>.</exception>
    public static CreditHours operator +(CreditHours left, CreditHours right) =>
        new(checked(left.QuarterHours + right.QuarterHours));

    /// <exception cref="ArgumentOutOfRangeException">The difference is negative.</exception>
    public static CreditHours operator -(CreditHours left, CreditHours right) =>
        new(left.QuarterHours - right.QuarterHours);

    public static bool operator <(CreditHours left, CreditHours right) => left.QuarterHours < right.QuarterHours;

    public static bool operator >(CreditHours left, CreditHours right) => left.QuarterHours > right.QuarterHours;

    public static bool operator <=(CreditHours left, CreditHours right) => left.QuarterHours <= right.QuarterHours;

    public static bool operator >=(CreditHours left, CreditHours right) => left.QuarterHours >= right.QuarterHours;

    /// <summary>Reads decimal text such as <c>12</c>, <c>12.5</c> or <c>0.25</c>: ASCII digits, at most four before and two after the point.</summary>
    public static HoursReading Read(ReadOnlySpan<char> text, out CreditHours hours)
    {
        hours = Zero;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? default : text[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && fraction.IsEmpty) || !AreDigits(whole) || !AreDigits(fraction))
            return whole is ['-', ..] ? HoursReading.Negative : HoursReading.NotANumber;
        if (whole.TrimStart('0').Length > WholeDigitsMax)
            return HoursReading.TooLarge;
        fraction = fraction.TrimEnd('0');
        int? quarters = fraction switch
        {
            "" => 0,
            "25" => 1,
            "5" => 2,
            "75" => 3,
            _ => null,
        };
        if (quarters is null)
            return HoursReading.NotQuarter;
        hours = new CreditHours(int.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture) * 4 + quarters.Value);
        return HoursReading.Right;
    }

    public static CreditHours? TryParse(string? text) =>
        text is { Length: <= TextLengthMax } && Read(text, out var hours) == HoursReading.Right ? hours : null;

    /// <exception cref="FormatException">Not hours.</exception>
    public static CreditHours Parse(string text) => TryParse(text) ?? throw new FormatException("Not credit hours.");

    public int CompareTo(CreditHours other) => QuarterHours.CompareTo(other.QuarterHours);

    /// <summary>Shortest decimal text, such as <c>12.5</c>; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{QuarterHours / 4}")
        + (QuarterHours % 4) switch
        {
            0 => "",
            1 => ".25",
            2 => ".5",
            _ => ".75",
        };

    private static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
                return false;
        }

        return true;
    }
}

/// <summary>What came of reading hours.</summary>
public enum HoursReading
{
    Right = 0,
    NotANumber = 1,
    Negative = 2,

    /// <summary>More than four digits before the point.</summary>
    TooLarge = 3,

    /// <summary>A number, but no multiple of 0.25.</summary>
    NotQuarter = 4,
}
