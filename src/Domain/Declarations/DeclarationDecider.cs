namespace CeActors.Domain.Declarations;

/// <summary>
/// Decides every command on a declaration. Refusals come in this order, so that an answer tells nobody more than they may know: not
/// there (or not theirs), not allowed, stale, wrong status, wrong values.
/// </summary>
public static class DeclarationDecider
{
    /// <summary>The whole decision. The context holds whatever <see cref="MovementPlan"/> asks for.</summary>
    /// <param name="state">The declaration; null when it does not exist.</param>
    /// <param name="command">What is wished.</param>
    /// <param name="context">What is known.</param>
    /// <exception cref="InvalidOperationException">The context lacks what the command needs: a bug of the caller.</exception>
    public static Decision<DeclarationEvent> Decide(
        Declaration? state,
        DeclarationCommand command,
        DeclarationContext context
    )
    {
        if (Precheck(state, command, context) is { } refusal)
            return refusal;
        return command switch
        {
            DeclarationCommand.File file => FilingDecisions.File(file, context),
            DeclarationCommand.Submit => FilingDecisions.Submit(state!, context),
            DeclarationCommand.Withdraw => FilingDecisions.Withdraw(state!, context),
            DeclarationCommand.Delete => FilingDecisions.Delete(state!, context),
            DeclarationCommand.Pass pass => ReviewDecisions.Pass(state!, pass, context),
            DeclarationCommand.Return back => ReviewDecisions.Return(state!, back, context),
            DeclarationCommand.Reroute reroute => ReviewDecisions.Reroute(state!, reroute, context),
            DeclarationCommand.Revoke revoke => ReviewDecisions.Revoke(state!, revoke, context),
            _ => DraftDecisions.Edit(state!, command, context),
        };
    }

    /// <summary>
    /// Everything that can be refused without asking a unit: call it before announcing a movement, so that no unit is disturbed in vain.
    /// For a review command every answer but <c>declaration-not-found</c> tells something: give it to members of the acting unit alone.
    /// </summary>
    /// <returns>Null when nothing stands in the way so far.</returns>
    public static Refusal? Precheck(Declaration? state, DeclarationCommand command, DeclarationContext context)
    {
        if (command is DeclarationCommand.File file)
            return state is null ? FilingDecisions.Precheck(file, context) : DeclarationRefusals.Exists;
        if (state is null)
            return DeclarationRefusals.NotFoundHere;
        return command.ActingUnit is { } unit
            ? ReviewDecisions.Precheck(state, command, unit, context)
            : PrecheckOwn(state, command, context);
    }

    internal static bool IsStale(Declaration state, DeclarationCommand command) =>
        (command.ExpectedVersion is { } version && version != state.Version)
        || (command.ExpectedRevision is { } revision && revision != state.DraftRevision);

    private static Refusal? PrecheckOwn(Declaration state, DeclarationCommand command, DeclarationContext context)
    {
        if (context.Actor != state.PersonId)
            return DeclarationRefusals.NotFoundHere;
        if (state.Status == DeclarationStatus.Deleted)
            return command is DeclarationCommand.Delete
                ? DeclarationRefusals.AlreadyDeleted
                : DeclarationRefusals.NotFoundHere;
        if (IsStale(state, command))
            return DeclarationRefusals.Located(DeclarationRefusals.Stale, state);
        var refusal = command switch
        {
            DeclarationCommand.Submit => RefuseSubmission(state.Status),
            DeclarationCommand.Withdraw => RefuseWithdrawal(state, context),
            _ => RefuseEdit(state.Status),
        };
        if (refusal is not null)
            return DeclarationRefusals.Located(refusal, state);
        return command is DeclarationCommand.Submit ? FilingDecisions.PrecheckSubmission(state, context) : null;
    }

    private static Refusal? RefuseEdit(DeclarationStatus status) =>
        status switch
        {
            _ when status.IsPending => DeclarationRefusals.LockedWhilePending,
            DeclarationStatus.Recognised => DeclarationRefusals.AlreadyRecognised,
            DeclarationStatus.Revoked => DeclarationRefusals.AlreadyRevoked,
            _ => null,
        };

    private static Refusal? RefuseSubmission(DeclarationStatus status) =>
        status.IsPending ? DeclarationRefusals.AlreadySubmitted : RefuseEdit(status);

    private static Refusal? RefuseWithdrawal(Declaration state, DeclarationContext context) =>
        state.Status switch
        {
            DeclarationStatus.Draft => DeclarationRefusals.NotSubmitted,
            DeclarationStatus.Returned => DeclarationRefusals.AlreadyReturned,
            DeclarationStatus.Withdrawn => DeclarationRefusals.AlreadyWithdrawn,
            DeclarationStatus.Recognised => DeclarationRefusals.AlreadyRecognised,
            DeclarationStatus.Revoked => DeclarationRefusals.AlreadyRevoked,
            DeclarationStatus.PendingSuperior
            or DeclarationStatus.PendingAgency
                when context.Rules.WithdrawUntil.Value == Rules.WithdrawUntil.FirstReview =>
                DeclarationRefusals.WithdrawTooLate,
            _ => null,
        };
}
