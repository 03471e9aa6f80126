namespace CeActors.Silo.Hosting;

/// <summary>The bounds of a silo that are not the storage's or a grain's.</summary>
public static class SiloLimits
{
    /// <summary>
    /// How long a call between grains may take before its caller gives up; the outcome is then unknown to the caller. Shorter than
    /// what a front waits: a call that was passed on to a silo which died then is known to nobody, and must not hold the turn
    /// of its caller for longer.
    /// </summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(12);

    /// <summary>How long calls on the way may still be answered after a silo's death became known.</summary>
    public static readonly TimeSpan LostCallsGrace = TimeSpan.FromSeconds(2);

    /// <summary>Requests that may wait for one activation before it is logged.</summary>
    public const int EnqueuedRequestsSoftMax = 5_000;

    /// <summary>Requests that may wait for one activation; more are refused at once, because none could be answered in time.</summary>
    public const int EnqueuedRequestsMax = 10_000;

    /// <summary>How long another silo may take to greet before what was to be sent to it is sent elsewhere or refused.</summary>
    public static readonly TimeSpan GreetingLimit = TimeSpan.FromSeconds(3);

    /// <summary>
    /// How often a silo asks another whether it lives, and how long an answer may take at first; Orleans adapts the latter to what it
    /// sees. Why these values: docs/decisions/0015.
    /// </summary>
    public static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Probes without an answer before a silo is suspected; the last is put through another silo, which then votes with it.</summary>
    public const int MissedProbesMax = 3;

    /// <summary>Silos that must find a silo dead; with fewer silos, all the others.</summary>
    public const int VotesForDeath = 2;

    /// <summary>Silos that each silo asks: all of them in a cluster of this size.</summary>
    public const int ProbedSilos = 10;

    /// <summary>How often the membership table is read besides: what a lost message would have told.</summary>
    public static readonly TimeSpan MembershipReadEvery = TimeSpan.FromSeconds(10);

    /// <summary>After it a silo that died while it joined is taken out.</summary>
    public static readonly TimeSpan JoinTimeLimit = TimeSpan.FromMinutes(1);

    /// <summary>How often a silo writes that it is alive.</summary>
    public static readonly TimeSpan AliveEvery = TimeSpan.FromSeconds(5);

    /// <summary>
    /// After how many missed writes a silo counts as gone, when no silo is left to probe it: a cluster that was killed
    /// whole and starts on other addresses waits for this, and no longer, for those that are no more.
    /// </summary>
    public const int MissedAliveWritesMax = 3;

    /// <summary>How long a stop may take before what remains is cut off.</summary>
    public static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(15);

    /// <summary>How long activations may take to end when the silo stops; they owe the storage nothing.</summary>
    public static readonly TimeSpan DeactivationTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long a stopping silo waits for its clients to hear of it.</summary>
    public static readonly TimeSpan GatewayNoticeTimeout = TimeSpan.FromSeconds(1);
}
