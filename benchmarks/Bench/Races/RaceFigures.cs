using System.Collections.Concurrent;
using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Races;

/// <summary>What races came to.</summary>
public sealed class RaceFigures
{
    private long _repeated;

    /// <summary>Races of reviewers that were run.</summary>
    public long Decisions { get; set; }

    /// <summary>Those with one winner, all others told who it was and when, and one version more.</summary>
    public long WonOnce { get; set; }

    /// <summary>Losers who were told who won, and when.</summary>
    public long LosersTold { get; set; }

    /// <summary>Filings that were sent many times.</summary>
    public long Filings { get; set; }

    /// <summary>Those of which one declaration came, all answers equal, and another body under the same key refused.</summary>
    public long FiledOnce { get; set; }

    /// <summary>Answers that were equal to the first of their filing.</summary>
    public long EqualAnswers { get; set; }

    /// <summary>Other bodies under a known key that were answered with 422.</summary>
    public long OtherBodiesRefused { get; set; }

    /// <summary>Requests that were sent again because their outcome was unknown.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>How long a race took, from the first request to the last answer.</summary>
    public Latencies DecisionTimes { get; } = new();

    /// <summary>How long a filing with all its copies took.</summary>
    public Latencies FilingTimes { get; } = new();

    /// <summary>What was not as promised, and how often.</summary>
    public ConcurrentDictionary<string, long> Broken { get; } = new();

    /// <summary>A request had to be sent again.</summary>
    public void Again() => Interlocked.Increment(ref _repeated);

    /// <summary>Something was not as promised.</summary>
    public void Break(string what) => Broken.AddOrUpdate(what, 1, (_, count) => count + 1);

    /// <summary>True when all was run and nothing was broken.</summary>
    public bool IsAsPromised(int races, int filings) => Broken.IsEmpty && WonOnce == races && FiledOnce == filings;
}
