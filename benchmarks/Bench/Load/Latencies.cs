using System.Diagnostics;
using HdrHistogram;

namespace CeActors.Benchmarks.Load;

/// <summary>Latencies of one kind of request, to three digits, from a microsecond to a minute.</summary>
public sealed class Latencies
{
    private const long LongestMicroseconds = 60_000_000;
    private const int SignificantDigits = 3;
    private readonly Lock _lock = new();
    private readonly LongHistogram _histogram = new(1, LongestMicroseconds, SignificantDigits);

    /// <summary>How many were recorded.</summary>
    public long Count => _histogram.TotalCount;

    /// <summary>Records the time since <paramref name="startTimestamp"/>.</summary>
    public void Record(long startTimestamp)
    {
        var microseconds = (long)Stopwatch.GetElapsedTime(startTimestamp).TotalMicroseconds;
        lock (_lock)
        {
            _histogram.RecordValue(Math.Clamp(microseconds, 1, LongestMicroseconds));
        }
    }

    /// <summary>Milliseconds that <paramref name="percent"/> percent of requests did not exceed; null when there were none.</summary>
    public double? Percentile(double percent)
    {
        lock (_lock)
        {
            return _histogram.TotalCount == 0 ? null : _histogram.GetValueAtPercentile(percent) / 1000.0;
        }
    }

    /// <summary>Their mean in milliseconds; null when there were none.</summary>
    public double? Mean
    {
        get
        {
            lock (_lock)
            {
                return _histogram.TotalCount == 0 ? null : _histogram.GetMean() / 1000.0;
            }
        }
    }

    /// <summary>All of them together.</summary>
    public static Latencies Sum(IEnumerable<Latencies> parts)
    {
        var sum = new Latencies();
        foreach (var part in parts)
        {
            sum._histogram.Add(part._histogram);
        }

        return sum;
    }
}
