using System.Collections.Immutable;
using CeActors.Domain.Professionals;
using CeActors.Domain.Review;

namespace CeActors.Domain.Declarations;

/// <summary>What the declarant does to the whole: file, submit, withdraw, delete.</summary>
internal static class FilingDecisions
{
    public static Refusal? Precheck(DeclarationCommand.File command, DeclarationContext context)
    {
        if (command.Items.Length > DeclarationLimits.ItemsMax)
            return DeclarationRefusals.ItemsMax;
        if (DraftDecisions.CheckHead(command.Head) is { } wrongHead)
            return wrongHead;
        for (var i = 0; i < command.Items.Length; i++)
        {
            if (DraftDecisions.CheckItem($"/items/{i}", command.Items[i]) is { } wrongItem)
                return wrongItem;
        }

        var length = DraftDecisions.LengthOf(command.Head) + command.Items.Sum(DraftDecisions.LengthOf);
        if (length > DeclarationLimits.DraftLengthMax)
            return DeclarationRefusals.DraftTooLong;
        var imports = ImportDecisions.Resolve(command.Imports, FilingOf(context));
        if (!imports.IsAccepted)
            return imports.Refusal;
        if (!command.IsSubmitted)
            return null;
        return PrecheckContent(Draft(command, imports.Value.Records, context), context);
    }

    public static Refusal? PrecheckSubmission(Declaration state, DeclarationContext context) =>
        state.History.Length >= DeclarationLimits.HistorySubmitMax
            ? DeclarationRefusals.HistoryFull
            : PrecheckContent(state, context);

    public static Decision<DeclarationEvent> File(DeclarationCommand.File command, DeclarationContext context)
    {
        var records = ImportDecisions.Resolve(command.Imports, FilingOf(context)).Value!.Records;
        var draft = Draft(command, records, context);
        if (!command.IsSubmitted)
            return Filed(draft, [], draft.History[0]);
        var target = EmployerOf(context);
        if (target.Kind == UnitKind.Agency)
            return DeclarationRefusals.EmployerIsAgency;
        var entry = draft.History[0] with
        {
            Action = DeclarationActions.Submitted,
            NextUnit = target.Unit,
            StatusAfter = DeclarationStatus.PendingEmployer,
        };
        return Filed(draft, DeclarationHours.YearsOf(draft, context.Rules), entry);
    }

    public static Decision<DeclarationEvent> Submit(Declaration state, DeclarationContext context)
    {
        var target = EmployerOf(context);
        if (target.Kind == UnitKind.Agency)
            return DeclarationRefusals.EmployerIsAgency;
        return new DeclarationEvent.Submitted(
            FilingOf(context).Profile,
            DeclarationHours.YearsOf(state, context.Rules),
            Entry(state, context, DeclarationActions.Submitted, DeclarationStatus.PendingEmployer) with
            {
                NextUnit = target.Unit,
                ActorName = FilingOf(context).Profile.Name,
            }
        );
    }

    public static Decision<DeclarationEvent> Withdraw(Declaration state, DeclarationContext context) =>
        new DeclarationEvent.Withdrawn(
            Entry(state, context, DeclarationActions.Withdrawn, DeclarationStatus.Withdrawn)
        );

    public static Decision<DeclarationEvent> Delete(Declaration state, DeclarationContext context) =>
        new DeclarationEvent.Deleted(Entry(state, context, DeclarationActions.Deleted, DeclarationStatus.Deleted));

    private static Refusal? PrecheckContent(Declaration draft, DeclarationContext context)
    {
        var problems = DraftValidation.Problems(draft, FilingOf(context), context.Rules, context.Today);
        return problems.IsEmpty ? null : DeclarationRefusals.Problems(problems);
    }

    /// <summary>The declaration that the command would open, as a draft.</summary>
    private static Declaration Draft(
        DeclarationCommand.File command,
        ImmutableArray<ImportedRecord> records,
        DeclarationContext context
    )
    {
        var profile = FilingOf(context).Profile;
        var items = command.Items.Select((item, i) => new DeclarationItem(command.CommandId.MakeId(i), item));
        var entry = new HistoryEntry(
            1,
            DeclarationActions.Created,
            context.Now,
            context.Actor,
            profile.Name,
            null,
            null,
            null,
            [],
            context.Rules.Version,
            DeclarationStatus.Draft
        );
        return DeclarationEvolution.Evolve(
            null,
            new DeclarationEvent.Filed(command.DeclarationId, profile, command.Head, [.. items], records, [], entry)
        );
    }

    private static DeclarationEvent.Filed Filed(
        Declaration draft,
        ImmutableArray<Hours.YearSummary> years,
        HistoryEntry entry
    ) => new(draft.Id, draft.Profile, draft.Head, draft.Items, draft.Imports, years, entry);

    private static HistoryEntry Entry(
        Declaration state,
        DeclarationContext context,
        string action,
        DeclarationStatus after
    ) =>
        new(
            state.Version + 1,
            action,
            context.Now,
            context.Actor,
            state.Profile.Name,
            null,
            null,
            null,
            [],
            // Taking back and deleting judge nothing, so the rules that judged last stay on record.
            action == DeclarationActions.Submitted
                ? context.Rules.Version
                : state.RuleSetVersion,
            after
        );

    private static FilingContext FilingOf(DeclarationContext context)
    {
        var filing =
            context.Filing
            ?? throw new InvalidOperationException("Filing and submission need the person's registration.");
        return filing.Profile.PersonId == context.Actor
            ? filing
            : throw new InvalidOperationException("The registration given is another person's.");
    }

    private static UnitTicket EmployerOf(DeclarationContext context)
    {
        var target = context.Target ?? throw new InvalidOperationException("A submission needs the employer's ticket.");
        return target.Unit.Code == FilingOf(context).Profile.Employer.Code
            ? target
            : throw new InvalidOperationException($"The ticket of {target.Unit.Code} is not the employer's.");
    }
}
