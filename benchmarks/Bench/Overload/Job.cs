using CeActors.Benchmarks.Faults;
using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Overload;

/// <summary>One request of somebody; a command keeps its bytes, and with them its key, until it is decided.</summary>
/// <param name="kind">What it is.</param>
/// <param name="request">Its bytes.</param>
public sealed class Job(WorkKind kind, byte[] request)
{
    /// <summary>What it is.</summary>
    public WorkKind Kind => kind;

    /// <summary>Its bytes.</summary>
    public byte[] Request => request;

    /// <summary>The flow that it moves on; null when it moves none.</summary>
    public ToldFlow? Flow { get; init; }

    /// <summary>Which step of the flow.</summary>
    public FlowStep Step { get; init; }

    /// <summary>Its key; empty for a question.</summary>
    public string Key { get; init; } = "";

    /// <summary>The version that it is decided on; null for none.</summary>
    public string? IfMatch { get; init; }

    /// <summary>The draft that it saves; null when it saves none.</summary>
    public DraftPlace? Draft { get; init; }

    /// <summary>An answer of it was lost or said that the outcome is unknown, so it must be sent until it is decided.</summary>
    public bool MayHaveTakenEffect { get; set; }
}

/// <summary>A draft with its owner's saving that is under way, or was refused and waits to be sent again.</summary>
/// <param name="told">What its owner was told.</param>
public sealed class DraftPlace(ToldDraft told)
{
    private int _isBusy;

    /// <summary>What its owner was told.</summary>
    public ToldDraft Told => told;

    /// <summary>The saving that was refused and is sent next; null when there is none.</summary>
    public Job? Waiting { get; set; }

    /// <summary>The saving that was acknowledged last; null before the first.</summary>
    public Job? Last { get; set; }

    /// <summary>Takes it for one request; false while another is under way.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0;

    /// <summary>The request has its answer.</summary>
    public void Release() => Volatile.Write(ref _isBusy, 0);
}
