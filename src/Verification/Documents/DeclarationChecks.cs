using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Grains.Declarations;
using CeActors.Verification.Findings;

namespace CeActors.Verification.Documents;

/// <summary>A declaration's history is played through; where it ends must be what the document says.</summary>
internal static class DeclarationChecks
{
    public static IEnumerable<Fault> FaultsOf(DeclarationDocument document)
    {
        var state = document.State;
        var replay = new Replay();
        foreach (var entry in state.History)
        {
            if (replay.Take(entry) is { } fault)
            {
                // What comes after a broken version says nothing any more.
                return [fault, .. CommandFaults(document)];
            }
        }

        return [.. EndFaults(state, replay), .. CommandFaults(document)];
    }

    private static IEnumerable<Fault> EndFaults(Declaration state, Replay end)
    {
        if (state.Status != end.Status)
        {
            yield return Broken($"status is {state.Status}, version {state.Version} led to {end.Status}");
        }

        if (state.Holder?.Code != end.Holder)
        {
            yield return Broken(
                $"held by {Name(state.Holder?.Code)}, version {state.Version} led to {Name(end.Holder)}"
            );
        }

        if (state.RoutedBy?.Code != end.RoutedBy || state.Level != end.Level)
        {
            yield return Broken(
                $"level {state.Level} chosen by {Name(state.RoutedBy?.Code)}, "
                    + $"the versions led to level {end.Level} chosen by {Name(end.RoutedBy)}"
            );
        }

        if (state.SubmittedAt != end.SubmittedAt)
        {
            yield return Broken("the instant of submission is not that of its last submission");
        }

        if (state.RecognisedAt != end.RecognisedAt || state.Agency?.Code != end.Agency)
        {
            yield return Broken("instant and agency of the recognition are not those of its version");
        }
    }

    private static IEnumerable<Fault> CommandFaults(DeclarationDocument document)
    {
        foreach (var fault in DocumentChecks.CommandFaults(document.Commands.Select(command => command.Key)))
        {
            yield return fault;
        }

        var history = document.State.History;
        var last = 0L;
        foreach (var command in document.Commands)
        {
            var outcome = command.Outcome;
            if (outcome.Version < last || outcome.Version < 1 || outcome.Version > history.Length)
            {
                yield return new Fault(
                    FindingKind.OutcomeWrong,
                    $"command {command.Key} is remembered with version {outcome.Version} after {last}, of {history.Length}"
                );
                continue;
            }

            last = outcome.Version;
            var entry = history[(int)outcome.Version - 1];
            if (
                (int)entry.StatusAfter != outcome.Status
                || entry.NextUnit?.Code.Value != outcome.HolderUnitCode
                || outcome.DraftRevision > document.DraftRevision
            )
            {
                yield return new Fault(
                    FindingKind.OutcomeWrong,
                    $"command {command.Key} is remembered with another status, holder or revision than version {outcome.Version} has"
                );
            }
        }
    }

    private static Fault Broken(string detail) => new(FindingKind.HistoryBroken, detail);

    private static string Name(UnitCode? unit) => unit?.Value ?? "nobody";

    /// <summary>The declaration so far.</summary>
    private sealed class Replay
    {
        public DeclarationStatus? Status { get; private set; }

        public UnitCode? Holder { get; private set; }

        public UnitCode? RoutedBy { get; private set; }

        public int Level { get; private set; }

        public DateTimeOffset? SubmittedAt { get; private set; }

        public DateTimeOffset? RecognisedAt { get; private set; }

        public UnitCode? Agency { get; private set; }

        /// <summary>Goes one version on; tells why it cannot.</summary>
        public Fault? Take(HistoryEntry entry)
        {
            var actor = entry.Unit?.Code;
            var target = entry.NextUnit?.Code;
            if (!MayFollow(entry.Action, entry.StatusAfter, actor) || entry.StatusAfter.IsPending != target is not null)
            {
                return Broken(
                    $"version {entry.Version}: '{entry.Action}' by {Name(actor)} to {entry.StatusAfter} at {Name(target)} "
                        + $"cannot follow {Status?.ToString() ?? "nothing"} at {Name(Holder)}"
                );
            }

            (Level, RoutedBy) = entry.Action switch
            {
                DeclarationActions.Passed => (Level + 1, actor),
                DeclarationActions.Rerouted => (Level, RoutedBy),
                _ => (0, null),
            };
            if (entry.Action == DeclarationActions.Submitted)
            {
                SubmittedAt = entry.At;
            }
            else if (entry.Action == DeclarationActions.Recognised)
            {
                (RecognisedAt, Agency) = (entry.At, actor);
            }

            (Status, Holder) = (entry.StatusAfter, target);
            return null;
        }

        private bool MayFollow(string action, DeclarationStatus after, UnitCode? actor) =>
            action switch
            {
                DeclarationActions.Created => Status is null && after == DeclarationStatus.Draft && actor is null,
                DeclarationActions.Submitted => (Status is null || Status.Value.IsEditable)
                    && after == DeclarationStatus.PendingEmployer
                    && actor is null,
                DeclarationActions.Withdrawn => IsPending && after == DeclarationStatus.Withdrawn && actor is null,
                DeclarationActions.Passed => Status
                    is DeclarationStatus.PendingEmployer
                        or DeclarationStatus.PendingSuperior
                    && IsReview(after)
                    && IsHolder(actor),
                DeclarationActions.Rerouted => Status
                    is DeclarationStatus.PendingSuperior
                        or DeclarationStatus.PendingAgency
                    && IsReview(after)
                    && IsHolder(actor),
                DeclarationActions.Returned => IsPending && after == DeclarationStatus.Returned && IsHolder(actor),
                DeclarationActions.Recognised => Status == DeclarationStatus.PendingAgency
                    && after == DeclarationStatus.Recognised
                    && IsHolder(actor),
                DeclarationActions.Revoked => Status == DeclarationStatus.Recognised
                    && after == DeclarationStatus.Revoked
                    && actor is not null
                    && actor == Agency,
                DeclarationActions.Deleted => Status is { IsEditable: true }
                    && after == DeclarationStatus.Deleted
                    && actor is null,
                _ => false,
            };

        private bool IsPending => Status is { IsPending: true };

        private bool IsHolder(UnitCode? actor) => actor is not null && actor == Holder;

        private static bool IsReview(DeclarationStatus after) =>
            after is DeclarationStatus.PendingSuperior or DeclarationStatus.PendingAgency;
    }
}
