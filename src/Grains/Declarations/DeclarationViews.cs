using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Declarations;
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
    /// What units see: all that was submitted. While the person mends it, what they have typed since is theirs alone until they submit
    /// again; units keep the hours as submitted and the history.
    /// </summary>
    public static DeclarationView ToViewOfUnit(DeclarationDocument document, RuleSet rules)
    {
        var state = document.State;
        var view = ToView(state, rules, []);
        return state.Status.IsEditable && state.DraftRevision != document.SubmittedRevision
            ? view with
            {
                Head = new Contracts.Declarations.DraftHead(),
                Items = [],
                ImportedHours = [],
                Evidence = [],
                Years = state.SubmittedYears.ToContract(),
            }
            : view;
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
