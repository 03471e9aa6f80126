using System.Collections.Immutable;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;

namespace CeActors.Domain.Declarations;

/// <summary>One declaration, from draft to recognition. Changed by <see cref="DeclarationEvolution"/> alone.</summary>
public sealed record Declaration
{
    public required DeclarationId Id { get; init; }

    /// <summary>The declarant, who never changes.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>The declarant as registered when filed or last submitted.</summary>
    public required ProfileSnapshot Profile { get; init; }

    public required DeclarationStatus Status { get; init; }

    /// <summary>Units that have passed it since the last submission: 0 at the employer, n at the n-th superior or the agency after it.</summary>
    public required int Level { get; init; }

    /// <summary>The unit whose queue it is in; null exactly when no unit holds it.</summary>
    public required UnitReference? Holder { get; init; }

    /// <summary>The unit whose choice brought it to the holder; null at the employer and when nobody holds it.</summary>
    public required UnitReference? RoutedBy { get; init; }

    /// <summary>Since when the present holder, a unit or the person, has it; for a final status, since when it stands.</summary>
    public required DateTimeOffset HeldSince { get; init; }

    /// <summary>Contiguous from 1; moves with each change of status or holder, not with edits of the draft.</summary>
    public required long Version { get; init; }

    /// <summary>From 1; moves with each edit of the draft.</summary>
    public required long DraftRevision { get; init; }

    public required DraftHead Head { get; init; }

    /// <summary>In the order they were added; at most <see cref="DeclarationLimits.ItemsMax"/>.</summary>
    public required ImmutableArray<DeclarationItem> Items { get; init; }

    /// <summary>Confirmed records of the training platform as they were when confirmed.</summary>
    public required ImmutableArray<ImportedRecord> Imports { get; init; }

    /// <summary>Reserved and bound; at most <see cref="DeclarationLimits.EvidenceMax"/>.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>Every version, ascending and contiguous from 1.</summary>
    public required ImmutableArray<HistoryEntry> History { get; init; }

    /// <summary>Units that have decided on it, each once with its last decision, in the order of that decision.</summary>
    public required ImmutableArray<RouteStep> Route { get; init; }

    /// <summary>Rules that judged it last.</summary>
    public required string RuleSetVersion { get; init; }

    /// <summary>Hours by declared year as submitted last, ascending; empty before the first submission.</summary>
    public required ImmutableArray<YearSummary> SubmittedYears { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When submitted last; null before.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When recognised, kept after a revocation; null before.</summary>
    public required DateTimeOffset? RecognisedAt { get; init; }

    /// <summary>Agency that recognised, kept after a revocation; null before.</summary>
    public required UnitReference? Agency { get; init; }

    /// <summary>Years as recognised; empty unless it stands recognised.</summary>
    public ImmutableArray<YearSummary> RecognisedYears => Status == DeclarationStatus.Recognised ? SubmittedYears : [];

    /// <summary>The last reason or opinion given; null when none.</summary>
    public string? LastReason
    {
        get
        {
            for (var i = History.Length - 1; i >= 0; i--)
            {
                if (History[i].Reason is { } reason)
                    return reason;
            }

            return null;
        }
    }

    /// <summary>Whether this unit holds it or has decided on it, which is what lets its members see it.</summary>
    public bool HasPassedThrough(UnitCode unit) => Holder?.Code == unit || Route.Any(step => step.Unit.Code == unit);

    /// <summary>
    /// The last version that is this unit's business: it led to the unit, was decided there, or took the declaration away from it. What came
    /// after it is for others. Null when it never had the declaration.
    /// </summary>
    public HistoryEntry? LastConcerning(UnitCode unit)
    {
        HistoryEntry? last = null;
        var isHolder = false;
        foreach (var entry in History)
        {
            if (isHolder || entry.Unit?.Code == unit || entry.NextUnit?.Code == unit)
                last = entry;
            isHolder = entry.StatusAfter.IsPending && (entry.NextUnit is { } next ? next.Code == unit : isHolder);
        }

        return last;
    }

    /// <summary>Index of the item; -1 when there is none.</summary>
    public int IndexOfItem(string itemId)
    {
        for (var i = 0; i < Items.Length; i++)
        {
            if (Items[i].ItemId == itemId)
                return i;
        }

        return -1;
    }

    /// <summary>Index of the piece of evidence; -1 when there is none.</summary>
    public int IndexOfEvidence(string evidenceId)
    {
        for (var i = 0; i < Evidence.Length; i++)
        {
            if (Evidence[i].EvidenceId == evidenceId)
                return i;
        }

        return -1;
    }
}

/// <param name="ItemId">Id within the declaration, made from the command that added it.</param>
/// <param name="Draft">As typed.</param>
public sealed record DeclarationItem(string ItemId, DraftItem Draft);

/// <summary>One file that proves a declared year.</summary>
/// <param name="EvidenceId">Id within the declaration, made from the command that reserved it.</param>
/// <param name="Year">Declared year it belongs to.</param>
/// <param name="FileName">As the person named it.</param>
/// <param name="ContentType">As announced; as found in the bytes once bound.</param>
/// <param name="SizeBytes">Likewise.</param>
/// <param name="Digest">SHA-256, 64 lower-case hexadecimal digits; null while the upload is open.</param>
/// <param name="AddedAt">When bound; when reserved while open.</param>
public sealed record Evidence(
    string EvidenceId,
    int Year,
    string FileName,
    string ContentType,
    long SizeBytes,
    string? Digest,
    DateTimeOffset AddedAt
)
{
    /// <summary>Reserved, and the bytes not yet checked and bound.</summary>
    public bool IsOpen => Digest is null;
}

/// <summary>One version: who moved the declaration, when, how and why.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Action">One of <see cref="DeclarationActions"/>.</param>
/// <param name="At">When.</param>
/// <param name="ActorPersonId">Who.</param>
/// <param name="ActorName">As registered in the acting unit, or the declarant's name.</param>
/// <param name="Unit">Unit that acted; null when the declarant did.</param>
/// <param name="NextUnit">Unit that it went to; null when to the person or nowhere.</param>
/// <param name="Reason">Reason or opinion; null when none was given.</param>
/// <param name="ItemIds">Items that a return concerns.</param>
/// <param name="RuleSetVersion">Rules it was judged by.</param>
/// <param name="StatusAfter">Status it led to.</param>
public sealed record HistoryEntry(
    long Version,
    string Action,
    DateTimeOffset At,
    PersonId ActorPersonId,
    string ActorName,
    UnitReference? Unit,
    UnitReference? NextUnit,
    string? Reason,
    ImmutableArray<string> ItemIds,
    string RuleSetVersion,
    DeclarationStatus StatusAfter
);

/// <summary>A unit that decided, with its last decision.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Action">One of <see cref="DeclarationActions"/>.</param>
/// <param name="Version">Version that the decision made.</param>
/// <param name="At">When.</param>
public sealed record RouteStep(UnitReference Unit, string Action, long Version, DateTimeOffset At);

/// <summary>What history calls each movement.</summary>
public static class DeclarationActions
{
    public const string Created = "created";
    public const string Submitted = "submitted";
    public const string Withdrawn = "withdrawn";
    public const string Passed = "passed";
    public const string Returned = "returned";
    public const string Rerouted = "rerouted";
    public const string Recognised = "recognised";
    public const string Revoked = "revoked";
    public const string Deleted = "deleted";
}
