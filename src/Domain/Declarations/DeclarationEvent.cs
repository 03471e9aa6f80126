using System.Collections.Immutable;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;

namespace CeActors.Domain.Declarations;

/// <summary>Everything that can have happened to a declaration: an edit of the draft, or a movement with its history entry.</summary>
public abstract record DeclarationEvent
{
    private DeclarationEvent() { }

    /// <summary>An edit: moves the draft revision, not the version.</summary>
    public abstract record DraftEdited : DeclarationEvent
    {
        private protected DraftEdited() { }
    }

    /// <summary>A movement: makes the version of its entry.</summary>
    public abstract record Moved(HistoryEntry Entry) : DeclarationEvent;

    /// <summary>
    /// Version 1. A draft when the entry says <c>created</c>; filed and submitted in one step when it says <c>submitted</c>: one command
    /// makes one version, and submission implies creation.
    /// </summary>
    public sealed record Filed(
        DeclarationId DeclarationId,
        ProfileSnapshot Profile,
        DraftHead Head,
        ImmutableArray<DeclarationItem> Items,
        ImmutableArray<ImportedRecord> Imports,
        ImmutableArray<YearSummary> SubmittedYears,
        HistoryEntry Entry
    ) : Moved(Entry);

    public sealed record HeadSaved(DraftHead Head) : DraftEdited;

    public sealed record ItemAdded(DeclarationItem Item) : DraftEdited;

    public sealed record ItemChanged(DeclarationItem Item) : DraftEdited;

    public sealed record ItemRemoved(string ItemId) : DraftEdited;

    public sealed record ImportsConfirmed(int Year, ImmutableArray<ImportedRecord> Records) : DraftEdited;

    public sealed record EvidenceReserved(Evidence Evidence) : DraftEdited;

    public sealed record EvidenceBound(Evidence Evidence) : DraftEdited;

    public sealed record EvidenceRemoved(string EvidenceId) : DraftEdited;

    public sealed record Submitted(ProfileSnapshot Profile, ImmutableArray<YearSummary> Years, HistoryEntry Entry)
        : Moved(Entry);

    public sealed record Withdrawn(HistoryEntry Entry) : Moved(Entry);

    public sealed record Deleted(HistoryEntry Entry) : Moved(Entry);

    public sealed record Passed(HistoryEntry Entry) : Moved(Entry);

    public sealed record Recognised(HistoryEntry Entry) : Moved(Entry);

    public sealed record Returned(HistoryEntry Entry) : Moved(Entry);

    public sealed record Rerouted(HistoryEntry Entry) : Moved(Entry);

    public sealed record Revoked(HistoryEntry Entry) : Moved(Entry);
}
