namespace CeActors.Benchmarks.EntityFrameworkPeer;

/// <summary>Where a declaration stands; the states of the flow that is compared.</summary>
public enum PeerStatus
{
    PendingEmployer = 1,
    PendingSuperior = 2,
    PendingAgency = 3,
    Recognised = 4,
}

/// <summary>A declaration: head and items as JSON, so that filing is one insert and not one for each item.</summary>
public sealed class DeclarationRow
{
    public required Guid Id { get; init; }
    public required string PersonId { get; init; }
    public required string EmployerCode { get; init; }
    public required PeerStatus Status { get; set; }

    /// <summary>Contiguous from 1; the concurrency token.</summary>
    public required long Version { get; set; }

    /// <summary>Unit whose queue it is in; null once recognised.</summary>
    public required string? HolderUnitCode { get; set; }
    public required DateTimeOffset HeldSince { get; set; }

    /// <summary>The head as JSON.</summary>
    public required string Head { get; init; }

    /// <summary>The items as JSON.</summary>
    public required string Items { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
}

/// <summary>One version of a declaration: who, when, what, where to. It also serves a unit's list of what it has decided.</summary>
public sealed class HistoryRow
{
    public required Guid DeclarationId { get; init; }
    public required long Version { get; init; }
    public required string Action { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string ActorPersonId { get; init; }

    /// <summary>The unit that acted; null when the declarant did.</summary>
    public required string? UnitCode { get; init; }
    public required string? NextUnitCode { get; init; }
    public required string? Opinion { get; init; }
}

/// <summary>A line of a unit's waiting list.</summary>
public sealed class QueueRow
{
    public required Guid DeclarationId { get; init; }
    public required string UnitCode { get; set; }
    public required DateTimeOffset HeldSince { get; set; }
    public required long Version { get; set; }
    public required string PersonId { get; init; }
    public required string EmployerCode { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
}

/// <summary>A command that has been carried out, with its answer, so that a retry gets the same.</summary>
public sealed class CommandRow
{
    public required string Key { get; init; }

    /// <summary>Digest of the body; the same key with another body is refused.</summary>
    public required string Fingerprint { get; init; }
    public required Guid DeclarationId { get; init; }
    public required long Version { get; init; }
    public required PeerStatus Status { get; init; }
    public required string? HolderUnitCode { get; init; }
    public required DateTimeOffset At { get; init; }
}
