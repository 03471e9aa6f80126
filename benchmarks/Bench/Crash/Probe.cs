using System.Diagnostics;

namespace CeActors.Benchmarks.Crash;

/// <summary>A stretch of time in which something did not answer as it should.</summary>
/// <param name="From">When the first question was put that failed, or was answered late.</param>
/// <param name="To">When the next good answer came.</param>
/// <param name="Setbacks">What came instead of it.</param>
public sealed record Outage(TimeSpan From, TimeSpan To, IReadOnlyList<string> Setbacks);

/// <summary>
/// Asks one unit for its list, or one person for their declaration, again and again. It is out while answers fail, or take longer
/// than <see cref="LateAfter"/>.
/// </summary>
public sealed class Probe(string name, CrashRequest question, PatientClient client, Stopwatch clock)
{
    /// <summary>An answer that takes longer counts as an outage that ends with it.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromSeconds(1);

    /// <summary>How often it asks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);

    private readonly Lock _lock = new();
    private readonly List<Outage> _outages = [];
    private List<string> _setbacks = [];
    private TimeSpan? _outSince;
    private TimeSpan _lastGoodBegan;

    /// <summary>What it asks.</summary>
    public string Name => name;

    /// <summary>Asks until told to stop.</summary>
    public async Task RunAsync(int front, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var began = clock.Elapsed;
                var answer = await client.TryAsync(question, front, _setbacks, stop);
                Note(began, clock.Elapsed, answer is { IsSuccess: true });
                await Task.Delay(Every, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }

    /// <summary>True when its last question that was put after this moment was answered well, and it is not out.</summary>
    public bool IsWellSince(TimeSpan moment)
    {
        lock (_lock)
        {
            return _outSince is null && _lastGoodBegan > moment;
        }
    }

    /// <summary>Its last outage that touches the span; null when there is none.</summary>
    public Outage? OutIn(TimeSpan from, TimeSpan to)
    {
        lock (_lock)
        {
            return _outages.LastOrDefault(outage => outage.To > from && outage.From < to);
        }
    }

    private void Note(TimeSpan began, TimeSpan ended, bool isGood)
    {
        lock (_lock)
        {
            if (!isGood || ended - began > LateAfter)
            {
                _outSince ??= began;
            }

            if (!isGood)
            {
                return;
            }

            if (_outSince is { } since)
            {
                _outages.Add(new Outage(since, ended, _setbacks));
                _outSince = null;
                _setbacks = [];
            }

            _lastGoodBegan = began;
        }
    }
}
