namespace CeActors.Domain.Declarations;

/// <summary>What an event makes of a declaration. It never refuses: what was decided has happened.</summary>
public static class DeclarationEvolution
{
    /// <exception cref="InvalidOperationException">The event cannot follow this state: a broken invariant.</exception>
    public static Declaration Evolve(Declaration? state, DeclarationEvent happened)
    {
        if (happened is DeclarationEvent.Filed filed)
            return state is null ? File(filed) : throw Broken(state, happened);
        if (state is null)
            throw Broken(state, happened);
        return happened switch
        {
            DeclarationEvent.DraftEdited edit => Edit(state, edit) with { DraftRevision = state.DraftRevision + 1 },
            DeclarationEvent.Moved moved => Move(state, moved),
            _ => throw Broken(state, happened),
        };
    }

    /// <summary>All events in order.</summary>
    public static Declaration Evolve(Declaration? state, IEnumerable<DeclarationEvent> events)
    {
        foreach (var happened in events)
            state = Evolve(state, happened);
        return state ?? throw new InvalidOperationException("No event: nothing has come into being.");
    }

    private static Declaration File(DeclarationEvent.Filed filed)
    {
        var entry = filed.Entry;
        var isSubmitted = entry.StatusAfter == DeclarationStatus.PendingEmployer;
        return new Declaration
        {
            Id = filed.DeclarationId,
            PersonId = filed.Profile.PersonId,
            Profile = filed.Profile,
            Status = entry.StatusAfter,
            Level = 0,
            Holder = entry.NextUnit,
            RoutedBy = null,
            HeldSince = entry.At,
            Version = entry.Version,
            DraftRevision = 1,
            Head = filed.Head,
            Items = filed.Items,
            Imports = filed.Imports,
            Evidence = [],
            History = [entry],
            Route = [],
            RuleSetVersion = entry.RuleSetVersion,
            SubmittedYears = filed.SubmittedYears,
            CreatedAt = entry.At,
            SubmittedAt = isSubmitted ? entry.At : null,
            RecognisedAt = null,
            Agency = null,
        };
    }

    private static Declaration Edit(Declaration state, DeclarationEvent.DraftEdited edit) =>
        edit switch
        {
            DeclarationEvent.HeadSaved saved => state with { Head = saved.Head },
            DeclarationEvent.ItemAdded added => state with { Items = state.Items.Add(added.Item) },
            DeclarationEvent.ItemChanged changed => state with
            {
                Items = state.Items.SetItem(state.IndexOfItem(changed.Item.ItemId), changed.Item),
            },
            DeclarationEvent.ItemRemoved removed => state with
            {
                Items = state.Items.RemoveAt(state.IndexOfItem(removed.ItemId)),
            },
            DeclarationEvent.ImportsConfirmed confirmed => state with
            {
                Imports = [.. state.Imports.Where(record => record.Year != confirmed.Year), .. confirmed.Records],
            },
            DeclarationEvent.EvidenceReserved reserved => state with
            {
                Evidence = state.Evidence.Add(reserved.Evidence),
            },
            DeclarationEvent.EvidenceBound bound => state with
            {
                Evidence = state.Evidence.SetItem(state.IndexOfEvidence(bound.Evidence.EvidenceId), bound.Evidence),
            },
            DeclarationEvent.EvidenceRemoved removed => state with
            {
                Evidence = state.Evidence.RemoveAt(state.IndexOfEvidence(removed.EvidenceId)),
            },
            _ => throw Broken(state, edit),
        };

    private static Declaration Move(Declaration state, DeclarationEvent.Moved moved)
    {
        var entry = moved.Entry;
        if (entry.Version != state.Version + 1)
            throw Broken(state, moved);
        var next = state with
        {
            Version = entry.Version,
            Status = entry.StatusAfter,
            Holder = entry.NextUnit,
            RoutedBy = null,
            HeldSince = entry.At,
            Level = 0,
            History = state.History.Add(entry),
            Route = entry.Unit is null ? state.Route : WithStep(state, entry),
            RuleSetVersion = entry.RuleSetVersion,
        };
        return moved switch
        {
            DeclarationEvent.Submitted submitted => next with
            {
                Profile = submitted.Profile,
                SubmittedYears = submitted.Years,
                SubmittedAt = entry.At,
            },
            DeclarationEvent.Passed => next with { RoutedBy = entry.Unit, Level = state.Level + 1 },
            // The unit before chose wrongly; the corrected choice stays that unit's, at the same level.
            DeclarationEvent.Rerouted => next with { RoutedBy = state.RoutedBy, Level = state.Level },
            DeclarationEvent.Recognised => next with { RecognisedAt = entry.At, Agency = entry.Unit },
            // What the person took back must not remain in storage; the history keeps that there was something.
            DeclarationEvent.Deleted => next with
            {
                Head = DraftHead.Empty,
                Items = [],
                Imports = [],
                Evidence = [],
                SubmittedYears = [],
            },
            DeclarationEvent.Withdrawn or DeclarationEvent.Returned or DeclarationEvent.Revoked => next,
            _ => throw Broken(state, moved),
        };
    }

    private static System.Collections.Immutable.ImmutableArray<RouteStep> WithStep(
        Declaration state,
        HistoryEntry entry
    )
    {
        var unit = entry.Unit!;
        var step = new RouteStep(unit, entry.Action, entry.Version, entry.At);
        return [.. state.Route.Where(earlier => earlier.Unit.Code != unit.Code), step];
    }

    private static InvalidOperationException Broken(Declaration? state, DeclarationEvent happened) =>
        new(
            $"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"} at version {state?.Version ?? 0}."
        );
}
