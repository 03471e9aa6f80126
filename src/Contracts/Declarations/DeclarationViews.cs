using System.Collections.Immutable;
using CeActors.Contracts.Professionals;

namespace CeActors.Contracts.Declarations;

/// <summary>
/// Where a declaration stands (domain.md 71-77, with revocation and deletion). The numbers go over the wire between versions:
/// never reuse one.
/// </summary>
[GenerateSerializer, Alias("ce.declaration-status")]
public enum DeclarationStatus
{
    Draft = 0,
    PendingEmployer = 1,
    PendingSuperior = 2,
    PendingAgency = 3,
    Recognised = 4,
    Returned = 5,
    Withdrawn = 6,
    Revoked = 7,
    Deleted = 8,
}

/// <summary>The short answer to every command; remembered with the command id and given again on a repetition.</summary>
/// <param name="DeclarationId">Id.</param>
/// <param name="Status">After the command.</param>
/// <param name="Version">Contiguous from 1; moves with each change of status or holder, not with edits of a draft.</param>
/// <param name="DraftRevision">Moves with each edit of the draft.</param>
/// <param name="HolderUnitCode">The unit whose queue it is in; null when it is the person's or final.</param>
/// <param name="CreatedId">Id of the item or evidence that the command made; null otherwise.</param>
/// <param name="Problems">What still stands in the way of submission, of the draft as it is now; empty when not editable.</param>
[GenerateSerializer, Immutable, Alias("ce.declaration-receipt")]
public sealed record DeclarationReceipt(
    [property: Id(0)] string DeclarationId,
    [property: Id(1)] DeclarationStatus Status,
    [property: Id(2)] long Version,
    [property: Id(3)] long DraftRevision,
    [property: Id(4)] string? HolderUnitCode,
    [property: Id(5)] string? CreatedId,
    [property: Id(6)] ImmutableArray<Problem> Problems
);

/// <summary>A declaration as its person and its reviewers see it.</summary>
[GenerateSerializer, Immutable, Alias("ce.declaration-view")]
public sealed record DeclarationView
{
    [Id(0)]
    public required string DeclarationId { get; init; }

    [Id(1)]
    public required DeclarationStatus Status { get; init; }

    [Id(2)]
    public required long Version { get; init; }

    [Id(3)]
    public required long DraftRevision { get; init; }

    /// <summary>The declarant as registered when last submitted (present registration while a draft); id number masked.</summary>
    [Id(4)]
    public required ProfessionalSummary Declarant { get; init; }

    /// <summary>Null when the person holds it or it is final.</summary>
    [Id(5)]
    public UnitReference? Holder { get; init; }

    /// <summary>Since when the present holder has it.</summary>
    [Id(6)]
    public required DateTimeOffset HeldSince { get; init; }

    [Id(7)]
    public required DraftHead Head { get; init; }

    [Id(8)]
    public required ImmutableArray<ItemView> Items { get; init; }

    /// <summary>Confirmed rows of the training platform; read-only, need no evidence.</summary>
    [Id(9)]
    public required ImmutableArray<ImportedHoursView> ImportedHours { get; init; }

    [Id(10)]
    public required ImmutableArray<EvidenceView> Evidence { get; init; }

    /// <summary>One a declared year, ascending.</summary>
    [Id(11)]
    public required ImmutableArray<YearSummary> Years { get; init; }

    /// <summary>Every version, ascending and contiguous from 1: who, when, what, why, under which rules.</summary>
    [Id(12)]
    public required ImmutableArray<HistoryEntry> History { get; init; }

    /// <summary>What stands in the way of submission; empty when it cannot be edited.</summary>
    [Id(13)]
    public required ImmutableArray<Problem> Problems { get; init; }

    /// <summary>Version of the rule set that judged it last (or would judge it now, while a draft).</summary>
    [Id(14)]
    public required string RuleSetVersion { get; init; }

    [Id(15)]
    public required DateTimeOffset CreatedAt { get; init; }

    [Id(16)]
    public DateTimeOffset? SubmittedAt { get; init; }
}

[GenerateSerializer, Immutable, Alias("ce.unit-reference")]
public sealed record UnitReference([property: Id(0)] string Code, [property: Id(1)] string Name);

[GenerateSerializer, Immutable, Alias("ce.item-view")]
public sealed record ItemView([property: Id(0)] string ItemId, [property: Id(1)] DraftItem Item);

/// <param name="EvidenceId">Id within the declaration.</param>
/// <param name="Year">The year it belongs to.</param>
/// <param name="FileName">As the person named it; at most 200 characters.</param>
/// <param name="ContentType"><c>application/pdf</c>, <c>image/jpeg</c> or <c>image/png</c>.</param>
/// <param name="SizeBytes">Size.</param>
/// <param name="Digest">SHA-256 in hexadecimal; null while the upload is open.</param>
/// <param name="AddedAt">When it was bound, or reserved while open.</param>
[GenerateSerializer, Immutable, Alias("ce.evidence-view")]
public sealed record EvidenceView(
    [property: Id(0)] string EvidenceId,
    [property: Id(1)] int Year,
    [property: Id(2)] string FileName,
    [property: Id(3)] string ContentType,
    [property: Id(4)] long SizeBytes,
    [property: Id(5)] string? Digest,
    [property: Id(6)] DateTimeOffset AddedAt
);

/// <summary>Hours of one declared year, in quarter-hours, against the rule set's targets.</summary>
/// <param name="Year">Declared year.</param>
/// <param name="GeneralQuarterHours">Claimed (or recognised, once recognised) for the general subject.</param>
/// <param name="ProfessionalQuarterHours">The same for the professional subject.</param>
/// <param name="GeneralTargetQuarterHours">Least for the general subject.</param>
/// <param name="ProfessionalTargetQuarterHours">Least for the professional subject.</param>
/// <param name="TotalTargetQuarterHours">Least for the sum.</param>
/// <param name="TargetMet">All three reached (达标).</param>
[GenerateSerializer, Immutable, Alias("ce.year-summary")]
public sealed record YearSummary(
    [property: Id(0)] int Year,
    [property: Id(1)] int GeneralQuarterHours,
    [property: Id(2)] int ProfessionalQuarterHours,
    [property: Id(3)] int GeneralTargetQuarterHours,
    [property: Id(4)] int ProfessionalTargetQuarterHours,
    [property: Id(5)] int TotalTargetQuarterHours,
    [property: Id(6)] bool TargetMet
);

/// <summary>One version: who moved the declaration, when, how and why.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Action"><c>created</c>, <c>submitted</c>, <c>withdrawn</c>, <c>passed</c>, <c>returned</c>, <c>rerouted</c>, <c>recognised</c>, <c>revoked</c>, <c>deleted</c>.</param>
/// <param name="At">When.</param>
/// <param name="ActorPersonId">Who.</param>
/// <param name="ActorName">Name of the person as registered in the acting unit, or of the declarant.</param>
/// <param name="Unit">Unit that acted; null when the declarant did.</param>
/// <param name="NextUnit">Where it went; null when to the person or nowhere.</param>
/// <param name="Reason">Reason or opinion; null when none was given.</param>
/// <param name="ItemIds">Items that a return concerns.</param>
/// <param name="RuleSetVersion">Rules it was judged by.</param>
/// <param name="StatusAfter">Status it led to.</param>
[GenerateSerializer, Immutable, Alias("ce.history-entry")]
public sealed record HistoryEntry(
    [property: Id(0)] long Version,
    [property: Id(1)] string Action,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string ActorPersonId,
    [property: Id(4)] string ActorName,
    [property: Id(5)] UnitReference? Unit,
    [property: Id(6)] UnitReference? NextUnit,
    [property: Id(7)] string? Reason,
    [property: Id(8)] ImmutableArray<string> ItemIds,
    [property: Id(9)] string RuleSetVersion,
    [property: Id(10)] DeclarationStatus StatusAfter
);

/// <summary>A declaration in its person's list.</summary>
[GenerateSerializer, Immutable, Alias("ce.declaration-summary")]
public sealed record DeclarationSummary(
    [property: Id(0)] string DeclarationId,
    [property: Id(1)] DeclarationStatus Status,
    [property: Id(2)] long Version,
    [property: Id(3)] UnitReference? Holder,
    [property: Id(4)] DateTimeOffset HeldSince,
    [property: Id(5)] ImmutableArray<int> Years,
    [property: Id(6)] int TotalQuarterHours,
    [property: Id(7)] string? LastReason,
    [property: Id(8)] DateTimeOffset CreatedAt
);
