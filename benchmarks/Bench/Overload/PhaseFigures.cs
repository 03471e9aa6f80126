using System.Collections.Concurrent;
using System.Globalization;
using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Overload;

/// <summary>What became of the requests of one kind in one phase.</summary>
public sealed class KindFigures
{
    private long _offered;
    private long _unsent;
    private long _accepted;
    private long _refused;
    private long _refusedWithTime;
    private long _unanswered;

    /// <summary>Due in the phase.</summary>
    public long Offered => _offered;

    /// <summary>Of those, found no idle connection.</summary>
    public long Unsent => _unsent;

    /// <summary>Done, or answered.</summary>
    public long Accepted => _accepted;

    /// <summary>Answered 429 or 503.</summary>
    public long Refused => _refused;

    /// <summary>Of those, with a time to come back.</summary>
    public long RefusedWithTime => _refusedWithTime;

    /// <summary>The connection broke.</summary>
    public long Unanswered => _unanswered;

    /// <summary>Times of those accepted, from when they were due.</summary>
    public Latencies Times { get; } = new();

    /// <summary>Accepted of those sent, 0 to 1; null when none was.</summary>
    public double? AcceptedShare => Offered == Unsent ? null : (double)Accepted / (Offered - Unsent);

    /// <summary>One was due.</summary>
    public void Offer() => Interlocked.Increment(ref _offered);

    /// <summary>One found no connection.</summary>
    public void LeaveUnsent() => Interlocked.Increment(ref _unsent);

    /// <summary>One was answered.</summary>
    public void Take(WireAnswer answer, long dueTimestamp)
    {
        if (answer.IsSuccess)
        {
            Interlocked.Increment(ref _accepted);
            Times.Record(dueTimestamp);
        }
        else if (answer.Status == 0)
        {
            Interlocked.Increment(ref _unanswered);
        }
        else if (answer.Status is 429 or 503)
        {
            Interlocked.Increment(ref _refused);
            if (answer.RetryAfterSeconds is > 0)
            {
                Interlocked.Increment(ref _refusedWithTime);
            }
        }
    }
}

/// <summary>What one phase came to.</summary>
/// <param name="name">What it is called.</param>
public sealed class PhaseFigures(string name)
{
    private readonly ConcurrentDictionary<int, Latencies> _seconds = new();

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>How long it lasted.</summary>
    public TimeSpan Length { get; set; }

    /// <summary>By kind of request.</summary>
    public IReadOnlyDictionary<WorkKind, KindFigures> Kinds { get; } =
        Mix.Kinds.ToDictionary(kind => kind, _ => new KindFigures());

    /// <summary>Refusals by status and code.</summary>
    public ConcurrentDictionary<string, long> Refusals { get; } = new();

    /// <summary>Answers that nobody should get, by kind, status and code.</summary>
    public ConcurrentDictionary<string, long> Faults { get; } = new();

    /// <summary>Accepted requests a second.</summary>
    public double AcceptedPerSecond => Sum(kind => kind.Accepted) / Length.TotalSeconds;

    /// <summary>Milliseconds that 99 of a hundred accepted requests did not exceed.</summary>
    public double? P99 => Latencies.Sum(Kinds.Values.Select(kind => kind.Times)).Percentile(99);

    /// <summary>The same of each second by when requests were due; null for a second of which none was accepted.</summary>
    public IReadOnlyList<double?> P99OfSeconds =>
        [
            .. Enumerable
                .Range(0, (int)Length.TotalSeconds)
                .Select(second => _seconds.TryGetValue(second, out var times) ? times.Percentile(99) : null),
        ];

    /// <summary>A count over all kinds.</summary>
    public long Sum(Func<KindFigures, long> count) => Kinds.Values.Sum(count);

    /// <summary>Takes an answer over.</summary>
    /// <param name="kind">Of what.</param>
    /// <param name="answer">It.</param>
    /// <param name="due">When the request was due.</param>
    /// <param name="second">In which second of the phase that was.</param>
    public void Take(WorkKind kind, WireAnswer answer, long due, int second)
    {
        Kinds[kind].Take(answer, due);
        if (answer.IsSuccess)
        {
            _seconds.GetOrAdd(second, _ => new Latencies()).Record(due);
        }
        else if (answer.Status is 429 or 503)
        {
            Refusals.AddOrUpdate(
                string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {answer.Code}"),
                1,
                (_, count) => count + 1
            );
        }
    }
}
