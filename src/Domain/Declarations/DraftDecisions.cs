namespace CeActors.Domain.Declarations;

/// <summary>Edits of a draft. They keep what was typed, wrong or not; refused is only what cannot be kept.</summary>
internal static class DraftDecisions
{
    public static Decision<DeclarationEvent> Edit(
        Declaration state,
        DeclarationCommand command,
        DeclarationContext context
    ) =>
        command switch
        {
            DeclarationCommand.SaveHead save => SaveHead(state, save.Head),
            DeclarationCommand.AddItem add => AddItem(state, add),
            DeclarationCommand.ChangeItem change => ChangeItem(state, change),
            DeclarationCommand.RemoveItem remove => state.IndexOfItem(remove.ItemId) < 0
                ? DeclarationRefusals.ItemNotFound
                : new DeclarationEvent.ItemRemoved(remove.ItemId),
            DeclarationCommand.ConfirmImports confirm => ImportDecisions.Confirm(
                state,
                confirm.Choice,
                context.Filing
                    ?? throw new InvalidOperationException("Confirming imports needs the person's registration.")
            ),
            DeclarationCommand.ReserveEvidence reserve => EvidenceDecisions.Reserve(state, reserve, context),
            DeclarationCommand.BindEvidence bind => EvidenceDecisions.Bind(state, bind, context),
            DeclarationCommand.RemoveEvidence remove => state.IndexOfEvidence(remove.EvidenceId) < 0
                ? DeclarationRefusals.EvidenceNotFound
                : new DeclarationEvent.EvidenceRemoved(remove.EvidenceId),
            _ => throw new InvalidOperationException($"{command.GetType().Name} is no edit."),
        };

    public static Refusal? CheckHead(DraftHead head) =>
        Check("/head/phone", head.Phone)
        ?? Check("/head/email", head.Email)
        ?? Check("/head/title", head.Title)
        ?? Check("/head/titleSeries", head.TitleSeries)
        ?? Check("/head/titleLevel", head.TitleLevel)
        ?? Check("/head/profession", head.Profession)
        ?? Check("/head/spanFromYear", head.SpanFromYear)
        ?? Check("/head/spanToYear", head.SpanToYear)
        ?? Check("/head/note", head.Note);

    public static Refusal? CheckItem(string path, DraftItem item) =>
        CheckMember(path, "subject", item.Subject)
        ?? CheckMember(path, "activityType", item.ActivityType)
        ?? CheckMember(path, "activityName", item.ActivityName)
        ?? CheckMember(path, "organiser", item.Organiser)
        ?? CheckMember(path, "place", item.Place)
        ?? CheckMember(path, "startDate", item.StartDate)
        ?? CheckMember(path, "endDate", item.EndDate)
        ?? CheckMember(path, "hours", item.Hours)
        ?? CheckMember(path, "note", item.Note);

    public static int LengthOf(DraftHead head) =>
        Length(head.Phone)
        + Length(head.Email)
        + Length(head.Title)
        + Length(head.TitleSeries)
        + Length(head.TitleLevel)
        + Length(head.Profession)
        + Length(head.SpanFromYear)
        + Length(head.SpanToYear)
        + Length(head.Note);

    public static int LengthOf(DraftItem item) =>
        Length(item.Subject)
        + Length(item.ActivityType)
        + Length(item.ActivityName)
        + Length(item.Organiser)
        + Length(item.Place)
        + Length(item.StartDate)
        + Length(item.EndDate)
        + Length(item.Hours)
        + Length(item.Note);

    private static Decision<DeclarationEvent> SaveHead(Declaration state, DraftHead head)
    {
        if (CheckHead(head) is { } wrong)
            return wrong;
        return LengthOf(head) + ItemsLength(state) > DeclarationLimits.DraftLengthMax
            ? DeclarationRefusals.DraftTooLong
            : new DeclarationEvent.HeadSaved(head);
    }

    private static Decision<DeclarationEvent> AddItem(Declaration state, DeclarationCommand.AddItem add)
    {
        if (CheckItem("", add.Item) is { } wrong)
            return wrong;
        var itemId = add.CommandId.MakeId();
        if (state.IndexOfItem(itemId) >= 0)
            return DeclarationRefusals.ItemExists;
        if (state.Items.Length >= DeclarationLimits.ItemsMax)
            return DeclarationRefusals.ItemsMax;
        return LengthOf(state.Head) + ItemsLength(state) + LengthOf(add.Item) > DeclarationLimits.DraftLengthMax
            ? DeclarationRefusals.DraftTooLong
            : new DeclarationEvent.ItemAdded(new DeclarationItem(itemId, add.Item));
    }

    private static Decision<DeclarationEvent> ChangeItem(Declaration state, DeclarationCommand.ChangeItem change)
    {
        var index = state.IndexOfItem(change.ItemId);
        if (index < 0)
            return DeclarationRefusals.ItemNotFound;
        if (CheckItem("", change.Item) is { } wrong)
            return wrong;
        var others = LengthOf(state.Head) + ItemsLength(state) - LengthOf(state.Items[index].Draft);
        return others + LengthOf(change.Item) > DeclarationLimits.DraftLengthMax
            ? DeclarationRefusals.DraftTooLong
            : new DeclarationEvent.ItemChanged(new DeclarationItem(change.ItemId, change.Item));
    }

    private static int ItemsLength(Declaration state)
    {
        var length = 0;
        foreach (var item in state.Items)
            length += LengthOf(item.Draft);
        return length;
    }

    private static int Length(string? text) => text?.Length ?? 0;

    // The path is put together only for a text that is wrong: nearly all are right, and this runs for each field.
    private static Refusal? CheckMember(string path, string member, string? text) =>
        TextRules.Check("", text, DeclarationLimits.TextLengthMax) is { } problem
            ? Refusal.Of(problem with { Path = $"{path}/{member}" })
            : null;

    private static Refusal? Check(string path, string? text) =>
        TextRules.Check(path, text, DeclarationLimits.TextLengthMax) is { } problem ? Refusal.Of(problem) : null;
}
