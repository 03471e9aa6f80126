namespace CeActors.Benchmarks.Soak;

/// <summary>Memory of a process over time, and the straight line that fits it best.</summary>
public sealed class MemoryTrend
{
    private static readonly TimeSpan Unit = TimeSpan.FromMinutes(10);
    private readonly List<(double Minutes, double Megabytes)> _samples = [];

    /// <summary>Number of samples.</summary>
    public int Count => _samples.Count;

    /// <summary>The first sample; NaN before it.</summary>
    public double First => _samples.Count == 0 ? double.NaN : _samples[0].Megabytes;

    /// <summary>The last sample; NaN before the first.</summary>
    public double Last => _samples.Count == 0 ? double.NaN : _samples[^1].Megabytes;

    /// <summary>Mean of all; NaN when there are none.</summary>
    public double Mean => _samples.Count == 0 ? double.NaN : _samples.Average(sample => sample.Megabytes);

    /// <summary>Growth of the fitted line in ten minutes, in percent of the mean; negative when memory falls, NaN under two samples.</summary>
    public double GrowthPercent
    {
        get
        {
            if (_samples.Count < 2)
            {
                return double.NaN;
            }

            var middle = _samples.Average(sample => sample.Minutes);
            var mean = Mean;
            var above = _samples.Sum(sample => (sample.Minutes - middle) * (sample.Megabytes - mean));
            var below = _samples.Sum(sample => Math.Pow(sample.Minutes - middle, 2));
            return above / below * Unit.TotalMinutes / mean * 100;
        }
    }

    /// <summary>Takes a sample.</summary>
    /// <param name="at">Since the measuring began; each later than the one before.</param>
    /// <param name="megabytes">What the process holds.</param>
    public void Add(TimeSpan at, double megabytes) => _samples.Add((at.TotalMinutes, megabytes));
}
