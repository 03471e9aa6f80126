namespace CeActors.Benchmarks.Overload;

/// <summary>How soon answers are again as they were before the burst.</summary>
public static class Recovery
{
    /// <summary>How much longer than before the p99 of a second may be and still count as normal: it differs by itself.</summary>
    public const double Tolerance = 1.5;

    /// <summary>Seconds in a row that must be normal.</summary>
    public const int SecondsInARow = 3;

    /// <summary>Seconds of the time before the burst that are left out, until its rate has come about.</summary>
    public const int SettlingSeconds = 2;

    /// <summary>The largest p99 of a second before the burst, in milliseconds; null when there was none.</summary>
    public static double? NormalP99(IReadOnlyList<double?> before) => before.Skip(SettlingSeconds).Max();

    /// <summary>Seconds from the end of the burst until the first of <see cref="SecondsInARow"/> normal ones; null when there was none.</summary>
    public static int? Seconds(double normal, IReadOnlyList<double?> after)
    {
        for (var second = 0; second + SecondsInARow <= after.Count; second++)
        {
            if (after.Skip(second).Take(SecondsInARow).All(p99 => p99 <= normal * Tolerance))
            {
                return second;
            }
        }

        return null;
    }
}
