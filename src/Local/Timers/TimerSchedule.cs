using System.Globalization;

namespace CeActors.Local.Timers;

/// <summary>
/// A schedule as the Functions host writes it (NCRONTAB): second, minute, hour, day, month, day of the week, each <c>*</c>, a number, a list
/// with commas, or steps (<c>*/15</c>); in UTC.
/// </summary>
public sealed class TimerSchedule
{
    /// <summary>How far ahead a next time is looked for.</summary>
    public const int DaysAheadMax = 366;

    private static readonly (int Least, int Most)[] Ranges = [(0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];
    private readonly HashSet<int>[] _fields;

    private TimerSchedule(HashSet<int>[] fields) => _fields = fields;

    /// <exception cref="FormatException">Not of this form.</exception>
    public static TimerSchedule Parse(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == Ranges.Length
            ? new TimerSchedule([.. parts.Zip(Ranges, Field)])
            : throw new FormatException($"A schedule has {Ranges.Length} fields: '{text}'.");
    }

    /// <summary>The first time later than <paramref name="after"/>; null when there is none within <see cref="DaysAheadMax"/>.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var start = after.ToUniversalTime().AddSeconds(1);
        var time = new DateTimeOffset(
            start.Year,
            start.Month,
            start.Day,
            start.Hour,
            start.Minute,
            start.Second,
            TimeSpan.Zero
        );
        var end = after.AddDays(DaysAheadMax);
        while (time <= end)
        {
            if (
                !_fields[4].Contains(time.Month)
                || !_fields[3].Contains(time.Day)
                || !_fields[5].Contains((int)time.DayOfWeek)
            )
            {
                time = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
            }
            else if (!_fields[2].Contains(time.Hour))
            {
                time = time.AddSeconds(-time.Second).AddMinutes(60 - time.Minute);
            }
            else if (!_fields[1].Contains(time.Minute))
            {
                time = time.AddSeconds(60 - time.Second);
            }
            else if (!_fields[0].Contains(time.Second))
            {
                time = time.AddSeconds(1);
            }
            else
            {
                return time;
            }
        }

        return null;
    }

    private static HashSet<int> Field(string text, (int Least, int Most) range)
    {
        var steps = text.Split('/');
        var step = steps.Length == 2 ? Number(steps[1], (1, range.Most)) : 1;
        if (steps.Length > 2 || (steps.Length == 2 && steps[0] != "*"))
        {
            throw new FormatException($"'{text}' is no field of a schedule.");
        }

        return steps[0] == "*"
            ?
            [
                .. Enumerable
                    .Range(range.Least, range.Most - range.Least + 1)
                    .Where(value => (value - range.Least) % step == 0),
            ]
            : [.. text.Split(',').Select(part => Number(part, range))];
    }

    private static int Number(string text, (int Least, int Most) range) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= range.Least
        && value <= range.Most
            ? value
            : throw new FormatException($"'{text}' must be a number from {range.Least} to {range.Most}.");
}
