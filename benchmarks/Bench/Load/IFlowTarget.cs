namespace CeActors.Benchmarks.Load;

/// <summary>A system that flows are sent to: ours or a peer, running and filled.</summary>
public interface IFlowTarget : IAsyncDisposable
{
    /// <summary>Where requests go.</summary>
    Uri Address { get; }

    /// <summary>Declarants that have been registered: flow n is filed by the one with index n.</summary>
    IReadOnlyList<LoadActor> People { get; }

    /// <summary>Its processes by name, with the processor seconds that each has used so far.</summary>
    IReadOnlyDictionary<string, Func<double>> Processes { get; }

    /// <summary>Says who sends a request.</summary>
    void Identify(HttpRequestMessage request, LoadActor actor);

    /// <summary>What it has sent to storage so far; null where nobody counts.</summary>
    Task<StorageCounts?> CountStorageAsync(CancellationToken cancellationToken);
}

/// <summary>Counts of a storage client since it started.</summary>
/// <param name="WriteRequests">Write requests sent.</param>
/// <param name="RowsWritten">Rows inserted, changed or deleted.</param>
/// <param name="ReadRequests">Point reads sent.</param>
public sealed record StorageCounts(long WriteRequests, long RowsWritten, long ReadRequests)
{
    public static StorageCounts operator -(StorageCounts later, StorageCounts earlier) =>
        new(
            later.WriteRequests - earlier.WriteRequests,
            later.RowsWritten - earlier.RowsWritten,
            later.ReadRequests - earlier.ReadRequests
        );

    public static StorageCounts operator +(StorageCounts one, StorageCounts other) =>
        new(
            one.WriteRequests + other.WriteRequests,
            one.RowsWritten + other.RowsWritten,
            one.ReadRequests + other.ReadRequests
        );
}
