using CeActors.Benchmarks.Load;
using CeActors.Testing.Faults;

namespace CeActors.Benchmarks.Faults;

/// <summary>What was measured in one kind of weather, over all rounds.</summary>
public sealed class Slice
{
    private readonly Latencies _latencies = new();
    private readonly Dictionary<StorageRequestKind, long> _requests = [];

    /// <summary>How long it was measured.</summary>
    public double Seconds { get; set; }

    /// <summary>Requests that reached the storage, the swallowed ones included, by kind.</summary>
    public IReadOnlyDictionary<StorageRequestKind, long> StorageRequests => _requests;

    /// <summary>Acknowledged requests of clients: each is a transition of a declaration.</summary>
    public long Transitions => _latencies.Count;

    /// <summary>Flows a second: a flow is four transitions.</summary>
    public double FlowsPerSecond => Seconds == 0 ? 0 : Transitions / 4.0 / Seconds;

    /// <summary>Storage requests for each transition.</summary>
    public double RequestsPerTransition => Transitions == 0 ? 0 : (double)_requests.Values.Sum() / Transitions;

    /// <summary>Counts an acknowledged request; its time holds all its repetitions.</summary>
    public void Count(long startTimestamp) => _latencies.Record(startTimestamp);

    /// <summary>Counts the requests that reached the storage between two looks.</summary>
    public void Count(
        IReadOnlyDictionary<StorageRequestKind, long> before,
        IReadOnlyDictionary<StorageRequestKind, long> after
    )
    {
        foreach (var (kind, count) in after)
        {
            _requests[kind] = _requests.GetValueOrDefault(kind) + count - before.GetValueOrDefault(kind);
        }
    }

    /// <summary>Milliseconds from first sending to acknowledgement.</summary>
    public double? Percentile(double percent) => _latencies.Percentile(percent);
}
