namespace CeActors.Silo.Hosting;

/// <summary>The bounds of a silo that are not the storage's or a grain's.</summary>
public static class SiloLimits
{
    /// <summary>How long a call may take before its caller gives up; the outcome is then unknown to the caller.</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Requests that may wait for one activation before it is logged.</summary>
    public const int EnqueuedRequestsSoftMax = 5_000;

    /// <summary>Requests that may wait for one activation; more are refused at once, because none could be answered in time.</summary>
    public const int EnqueuedRequestsMax = 10_000;

    /// <summary>How often a silo asks another whether it lives.</summary>
    public static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Probes without an answer before a silo is suspected: with two seconds each, it is dead to all within 15 s.</summary>
    public const int MissedProbesMax = 3;

    /// <summary>How often a silo writes that it is alive.</summary>
    public static readonly TimeSpan AliveEvery = TimeSpan.FromSeconds(10);

    /// <summary>
    /// After how many missed writes a silo counts as gone, when no silo is left to probe it: a cluster that was killed
    /// whole starts again within half a minute.
    /// </summary>
    public const int MissedAliveWritesMax = 3;

    /// <summary>How long a stop may take before what remains is cut off.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(15);

    /// <summary>How long activations may take to end when the silo stops; they owe the storage nothing.</summary>
    public static readonly TimeSpan DeactivationTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping silo waits for its clients to hear of it.</summary>
    public static readonly TimeSpan GatewayNoticeTimeout = TimeSpan.FromSeconds(1);
}
