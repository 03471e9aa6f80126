using System.Collections.Immutable;

namespace CeActors.Contracts.Declarations;

/// <summary>A committed fact: at <paramref name="Version"/> the declaration was held by <paramref name="HolderUnitCode"/>.</summary>
/// <param name="DeclarationId">Id.</param>
/// <param name="Version">Committed version; 0 when the declaration does not exist.</param>
/// <param name="HolderUnitCode">Unit whose queue it is in; null when in none.</param>
/// <param name="Entry">The queue line when a unit holds it; null otherwise.</param>
/// <param name="AbandonedVersion">
/// The version that an announcement spoke of and that this attempt will not commit; null when the declaration merely says where it is.
/// </param>
[GenerateSerializer, Immutable, Alias("ce.declaration-location")]
public sealed record DeclarationLocation(
    [property: Id(0)] string DeclarationId,
    [property: Id(1)] long Version,
    [property: Id(2)] string? HolderUnitCode,
    [property: Id(3)] QueueEntry? Entry,
    [property: Id(4)] long? AbandonedVersion = null
)
{
    /// <summary>Its kind alone: the runtime writes whole answers into its log when it drops them.</summary>
    public override string ToString() => nameof(DeclarationLocation);
}

/// <summary>Committed standing, for the person's list, for recognised hours and for statements.</summary>
/// <param name="Summary">The list's line.</param>
/// <param name="PersonId">Whose it is.</param>
/// <param name="RecognisedYears">Years as recognised; empty unless the status is Recognised.</param>
/// <param name="RecognisedAt">When; null unless recognised (kept after a revocation).</param>
/// <param name="Agency">Agency that recognised; null before.</param>
/// <param name="RuleSetVersion">Rules that judged it.</param>
/// <param name="ImportedRecordIds">Imported records it uses while open or recognised (they may be used once).</param>
/// <param name="IsOpen">Draft, pending, returned or withdrawn: it counts against "one open declaration a person".</param>
[GenerateSerializer, Immutable, Alias("ce.declaration-standing")]
public sealed record DeclarationStanding(
    [property: Id(0)] DeclarationSummary Summary,
    [property: Id(1)] string PersonId,
    [property: Id(2)] ImmutableArray<YearSummary> RecognisedYears,
    [property: Id(3)] DateTimeOffset? RecognisedAt,
    [property: Id(4)] UnitReference? Agency,
    [property: Id(5)] string RuleSetVersion,
    [property: Id(6)] ImmutableArray<string> ImportedRecordIds,
    [property: Id(7)] bool IsOpen
)
{
    /// <summary>Its kind alone: the runtime writes whole answers into its log when it drops them.</summary>
    public override string ToString() => nameof(DeclarationStanding);
}

/// <summary>One line of a unit's queue: what a list shows, sorts and filters by. Written as a row with its declaration.</summary>
/// <param name="DeclarationId">Id.</param>
/// <param name="Version">Version at which it came to this holder (or was last changed there).</param>
/// <param name="PersonId">Declarant.</param>
/// <param name="PersonName">Declarant's name.</param>
/// <param name="EmployerCode">Employer at submission.</param>
/// <param name="EmployerName">Its name.</param>
/// <param name="Status">Pending status.</param>
/// <param name="FromYear">First declared year.</param>
/// <param name="ToYear">Last declared year.</param>
/// <param name="TotalQuarterHours">Claimed hours of all years.</param>
/// <param name="TitleLevel">As declared; may be null.</param>
/// <param name="SubmittedAt">When it was submitted last.</param>
/// <param name="HeldSince">Since when this holder has it (for a line of the "done" list: when the unit decided last).</param>
/// <param name="TargetsMet">Every declared year meets its target.</param>
[GenerateSerializer, Immutable, Alias("ce.queue-entry")]
public sealed record QueueEntry(
    [property: Id(0)] string DeclarationId,
    [property: Id(1)] long Version,
    [property: Id(2)] string PersonId,
    [property: Id(3)] string PersonName,
    [property: Id(4)] string EmployerCode,
    [property: Id(5)] string EmployerName,
    [property: Id(6)] DeclarationStatus Status,
    [property: Id(7)] int FromYear,
    [property: Id(8)] int ToYear,
    [property: Id(9)] int TotalQuarterHours,
    [property: Id(10)] string? TitleLevel,
    [property: Id(11)] DateTimeOffset SubmittedAt,
    [property: Id(12)] DateTimeOffset HeldSince,
    [property: Id(13)] bool TargetsMet
);

/// <summary>Why a unit is told of a departure: it decides what the unit must authorize.</summary>
[GenerateSerializer, Alias("ce.departure-kind")]
public enum DepartureKind
{
    /// <summary>The declarant withdraws; nothing to authorize.</summary>
    Withdrawal = 0,

    /// <summary>A reviewer passes it on; the unit authorizes the reviewer and the route.</summary>
    Pass = 1,

    /// <summary>A reviewer returns it to the person; the unit authorizes the reviewer.</summary>
    Return = 2,

    /// <summary>A reviewer sends it to another unit; the unit authorizes the reviewer, the route is that of <see cref="DepartureNotice.RouteFromUnitCode"/>.</summary>
    Reroute = 3,

    /// <summary>A clerk recognises (agency pass); the unit authorizes the clerk.</summary>
    Recognition = 4,

    /// <summary>A clerk revokes what this agency recognised; no queue changes.</summary>
    Revocation = 5,
}

/// <summary>"Declaration D is about to go from you at version v to v+1": said to the source before the commit.</summary>
/// <param name="DeclarationId">Id.</param>
/// <param name="Version">Version that is to be committed.</param>
/// <param name="Kind">What moves it.</param>
/// <param name="Caller">Who acts.</param>
/// <param name="DeclarantPersonId">Whose declaration it is; nobody reviews their own.</param>
/// <param name="NextUnitCode">Chosen next unit; null where there is none.</param>
/// <param name="RouteFromUnitCode">For a re-route: the unit whose choice is corrected (the previous passing unit, or the employer itself).</param>
[GenerateSerializer, Immutable, Alias("ce.departure-notice")]
public sealed record DepartureNotice(
    [property: Id(0)] string DeclarationId,
    [property: Id(1)] long Version,
    [property: Id(2)] DepartureKind Kind,
    [property: Id(3)] Caller Caller,
    [property: Id(4)] string DeclarantPersonId,
    [property: Id(5)] string? NextUnitCode,
    [property: Id(6)] string? RouteFromUnitCode
);

/// <summary>The source's answer: the reviewer is authorized, the route is allowed.</summary>
/// <param name="Unit">The unit itself.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ActorName">The reviewer's registered name; null for a withdrawal.</param>
[GenerateSerializer, Immutable, Alias("ce.departure-ticket")]
public sealed record DepartureTicket(
    [property: Id(0)] UnitReference Unit,
    [property: Id(1)] Review.UnitKind Kind,
    [property: Id(2)] string? ActorName
);

/// <summary>"Declaration D is about to come to you at version v": said to the target before the commit.</summary>
[GenerateSerializer, Immutable, Alias("ce.arrival-notice")]
public sealed record ArrivalNotice([property: Id(0)] string DeclarationId, [property: Id(1)] long Version);

/// <summary>The target's answer: it exists, is active and has room.</summary>
[GenerateSerializer, Immutable, Alias("ce.arrival-ticket")]
public sealed record ArrivalTicket([property: Id(0)] UnitReference Unit, [property: Id(1)] Review.UnitKind Kind);
