namespace CeActors.Grains.Review.Queues;

/// <summary>Bounds of what a unit remembers of movements, and of when it looks for the truth by itself.</summary>
public static class QueueLimits
{
    /// <summary>How long the outcome of an announced movement is awaited before the declaration is asked.</summary>
    public static readonly TimeSpan OutcomeAwaited = TimeSpan.FromSeconds(5);

    /// <summary>How long a declaration whose commit may yet land is asked again, each <see cref="OutcomeAwaited"/>; then the rows are read.</summary>
    public static readonly TimeSpan AskedMax = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a change of a member's roles waits for what the member decided before; longer than <see cref="OutcomeAwaited"/>, after
    /// which a declaration that fell silent is asked, and shorter than a call may take.
    /// </summary>
    public static readonly TimeSpan DecisionsAwaited = TimeSpan.FromSeconds(10);

    /// <summary>Declarations asked at a time by one unit.</summary>
    public const int AsksAtOnceMax = 32;

    /// <summary>Movements announced to one unit whose outcome is open; more are refused, because something is badly stuck.</summary>
    public const int PendingMax = 50_000;

    /// <summary>
    /// How long a departure is remembered: longer than any message or reading of rows that could still speak of the time
    /// before it.
    /// </summary>
    public static readonly TimeSpan DepartureRemembered = TimeSpan.FromMinutes(10);

    /// <summary>Departures remembered; beyond it the oldest is forgotten, unless a reading of rows is under way that began before it.</summary>
    public const int DeparturesRememberedMax = 200_000;

    /// <summary>How long one reading of rows may take; its result is of no use later than <see cref="DepartureRemembered"/>.</summary>
    public static readonly TimeSpan ReadingMax = TimeSpan.FromMinutes(5);

    /// <summary>How soon a reading that failed is tried again.</summary>
    public static readonly TimeSpan ReadingRetriedAfter = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long after an activation, and after a change of the cluster's membership, all rows are read again: by then a
    /// commit that was under way has landed or never will.
    /// </summary>
    public static readonly TimeSpan RereadAfter = TimeSpan.FromSeconds(60);

    /// <summary>How often all rows are read again besides, in case of what nobody has thought of.</summary>
    public static readonly TimeSpan RereadEvery = TimeSpan.FromMinutes(30);

    /// <summary>How long the "done" list stays in memory after it was asked for last.</summary>
    public static readonly TimeSpan DoneKept = TimeSpan.FromMinutes(30);

    /// <summary>How often a unit looks whether something is due, while outcomes are open or rows are being read.</summary>
    public static readonly TimeSpan WakeEveryBusy = TimeSpan.FromSeconds(1);

    /// <summary>The same, otherwise; shorter than <see cref="RereadAfter"/>, so that this is kept to the second.</summary>
    public static readonly TimeSpan WakeEveryIdle = TimeSpan.FromSeconds(15);
}
