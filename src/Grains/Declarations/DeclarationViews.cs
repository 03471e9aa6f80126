using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Domain.Rules;
using CeActors.Grains.Commands;
using DeclarationStanding = CeActors.Contracts.Declarations.DeclarationStanding;
using HistoryEntry = CeActors.Contracts.Declarations.HistoryEntry;
using Problem = CeActors.Contracts.Problem;

namespace CeActors.Grains.Declarations;

/// <summary>What callers see of a declaration.</summary>
internal static class DeclarationViews
{
    public static ReceiptPart ToReceipt(Declaration state, string? createdId) =>
        new()
        {
            Status = (int)state.Status,
            Version = state.Version,
            DraftRevision = state.DraftRevision,
            HolderUnitCode = state.Holder?.Code.Value,
            CreatedId = createdId,
        };

    public static DeclarationReceipt ToContract(
        this ReceiptPart receipt,
        string declarationId,
        ImmutableArray<Problem> problems
    ) =>
        new(
            declarationId,
            (Contracts.Declarations.DeclarationStatus)receipt.Status,
            receipt.Version,
            receipt.DraftRevision,
            receipt.HolderUnitCode,
            receipt.CreatedId,
            problems
        );

    /// <summary>What stands in the way of submission; empty when the person cannot change it.</summary>
    public static ImmutableArray<Problem> ProblemsOf(
        Declaration state,
        Domain.Declarations.FilingContext? filing,
        RuleSet rules,
        DateOnly today
    ) => state.Status.IsEditable ? DraftValidation.Problems(state, filing, rules, today).ToContract() : [];

    public static DeclarationView ToView(Declaration state, RuleSet rules, ImmutableArray<Problem> problems) =>
        new()
        {
            DeclarationId = state.Id.Value,
            Status = state.Status.ToContract(),
            Version = state.Version,
            DraftRevision = state.DraftRevision,
            Declarant = state.Profile.ToContract(),
            Holder = state.Holder.ToContract(),
            HeldSince = state.HeldSince,
            Head = state.Head.ToContract(),
            Items = [.. state.Items.Select(item => new ItemView(item.ItemId, item.Draft.ToContract()))],
            ImportedHours =
            [
                .. state.Imports.Select(record => new ImportedHoursView(record.ToContract(), state.Id.Value)),
            ],
            Evidence = [.. state.Evidence.Select(ToContract)],
            Years = DeclarationHours.YearsOf(state, rules).ToContract(),
            History = [.. state.History.Select(ToContract)],
            Problems = problems,
            RuleSetVersion = state.Status.IsEditable ? rules.Version : state.RuleSetVersion,
            CreatedAt = state.CreatedAt,
            SubmittedAt = state.SubmittedAt,
        };

    /// <summary>
    /// What a unit sees. On the way of the present submission, all that was submitted; not what the person types while they mend it, which
    /// is theirs alone until they submit again. A unit of an earlier submission sees what became of that one and nothing later: the person
    /// may work elsewhere by now.
    /// </summary>
    public static DeclarationView ToViewOfUnit(DeclarationDocument document, UnitCode unit, RuleSet rules)
    {
        var state = document.State;
        // How often it was edited since is the person's alone, like what was edited.
        var view = ToView(state, rules, []) with
        {
            DraftRevision = document.SubmittedRevision ?? state.DraftRevision,
        };
        if (!state.IsOnPresentWay(unit))
        {
            return OfEarlierSubmission(view, document, unit);
        }

        return state.Status.IsEditable && state.DraftRevision != document.SubmittedRevision
            ? WithoutContent(view) with
            {
                Years = state.SubmittedYears.ToContract(),
            }
            : view;
    }

    private static DeclarationView OfEarlierSubmission(
        DeclarationView view,
        DeclarationDocument document,
        UnitCode unit
    )
    {
        var step = document.State.Route.Last(step => step.Unit.Code == unit);
        var decided = step.Version;
        var line = QueueLines.EarlierLineOf(document, step);
        var end = view.History.FirstOrDefault(entry => entry.Version > decided && entry.IsSubmission())?.Version;
        var history = view.History.Where(entry => end is null || entry.Version < end).ToImmutableArray();
        var submission = history.Last(entry => entry.Version <= decided && entry.IsSubmission());
        return WithoutContent(view) with
        {
            DraftRevision = line?.DraftRevision ?? 0,
            Declarant = view.Declarant with
            {
                Name = submission.ActorName,
                MaskedResidentId = line?.MaskedResidentId ?? HiddenResidentId,
                Employer = submission.NextUnit!,
                IsPublicInstitution = line?.IsPublicInstitution ?? false,
                Title = null,
                Version = line?.ProfileVersion ?? 0,
            },
            Holder = null,
            Years = [],
            History = history,
            Status = history[^1].StatusAfter,
            Version = history[^1].Version,
            HeldSince = history[^1].At,
            SubmittedAt = submission.At,
            RuleSetVersion = history[^1].RuleSetVersion,
        };
    }

    /// <summary>What stands for a number that was not kept as it was then.</summary>
    private const string HiddenResidentId = "******************";

    private static DeclarationView WithoutContent(DeclarationView view) =>
        view with
        {
            Head = new Contracts.Declarations.DraftHead(),
            Items = [],
            ImportedHours = [],
            Evidence = [],
        };

    private static bool IsSubmission(this HistoryEntry entry) => entry.Action == DeclarationActions.Submitted;

    /// <summary>Whether the unit holds it, or has decided on it since it was submitted last.</summary>
    private static bool IsOnPresentWay(this Declaration state, UnitCode unit)
    {
        var submitted =
            state.History.LastOrDefault(entry => entry.Action == DeclarationActions.Submitted)?.Version ?? 0;
        return state.Holder?.Code == unit
            || state.Route.Any(step => step.Unit.Code == unit && step.Version > submitted);
    }

    public static DeclarationStanding ToStanding(Declaration state, RuleSet rules) =>
        new(
            ToSummary(state, rules),
            state.PersonId.Value,
            state.RecognisedYears.ToContract(),
            state.RecognisedAt,
            state.Agency.ToContract(),
            state.RuleSetVersion,
            UsesImports(state.Status) ? [.. state.Imports.Select(record => record.RecordId)] : [],
            state.Status.IsOpen
        );

    private static bool UsesImports(Domain.Declarations.DeclarationStatus status) =>
        status.IsOpen || status == Domain.Declarations.DeclarationStatus.Recognised;

    private static DeclarationSummary ToSummary(Declaration state, RuleSet rules)
    {
        var years = DeclarationHours.YearsOf(state, rules);
        return new DeclarationSummary(
            state.Id.Value,
            state.Status.ToContract(),
            state.Version,
            state.Holder.ToContract(),
            state.HeldSince,
            [.. years.Select(year => year.Year)],
            years.Sum(year => year.Total.QuarterHours),
            state.LastReason,
            state.CreatedAt
        );
    }

    private static EvidenceView ToContract(Evidence evidence) =>
        new(
            evidence.EvidenceId,
            evidence.Year,
            evidence.FileName,
            evidence.ContentType,
            evidence.SizeBytes,
            evidence.Digest,
            evidence.AddedAt
        );

    private static HistoryEntry ToContract(Domain.Declarations.HistoryEntry entry) =>
        new(
            entry.Version,
            entry.Action,
            entry.At,
            entry.ActorPersonId.Value,
            entry.ActorName,
            entry.Unit.ToContract(),
            entry.NextUnit.ToContract(),
            entry.Reason,
            entry.ItemIds,
            entry.RuleSetVersion,
            entry.StatusAfter.ToContract()
        );
}
