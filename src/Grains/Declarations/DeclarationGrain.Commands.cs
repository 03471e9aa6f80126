using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Grains.Commands;
using FilingContext = CeActors.Contracts.Professionals.FilingContext;

namespace CeActors.Grains.Declarations;

/// <summary>The face: what each command of the wire means to the domain.</summary>
internal sealed partial class DeclarationGrain
{
    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> FileAsync(FileDeclaration command, FilingContext context) =>
        OnWhatIsStoredAsync(() => FileOnceAsync(command, context));

    private async Task<Outcome<DeclarationReceipt>> FileOnceAsync(FileDeclaration command, FilingContext context)
    {
        _document.RequireCertainty();
        var identity = CommandIdentity.Of("file", command.Header);
        var filing = context.ToDomain();
        if (Committed is not null)
        {
            // The id is made from the command's, so whoever comes here has sent the command that opened it.
            return Remembered(identity) is { } seen && seen.HasSameBody(identity)
                ? seen.Outcome.ToContract(Id, ProblemsOf(filing))
                : CommandRefusals.IdReused;
        }

        if (CommandId.TryParse(command.Header.CommandId) is not { } commandId)
        {
            return CommandRefusals.IdMalformed;
        }

        var file = DeclarationMapping.ToDomain(command, DeclarationId.Parse(Id), commandId);
        return await DecideAsync(file, identity, command.Header.Caller, filing);
    }

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> SaveHeadAsync(SaveHead command) =>
        HandleOwnAsync(
            "save-head",
            command.Header,
            id => new DeclarationCommand.SaveHead(command.Head.ToDomain()) { CommandId = id }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> AddItemAsync(AddItem command) =>
        HandleOwnAsync(
            "add-item",
            command.Header,
            id => new DeclarationCommand.AddItem(command.Item.ToDomain()) { CommandId = id }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> ChangeItemAsync(ChangeItem command) =>
        HandleOwnAsync(
            "change-item",
            command.Header,
            id => new DeclarationCommand.ChangeItem(command.ItemId, command.Item.ToDomain()) { CommandId = id }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> RemoveItemAsync(RemoveItem command) =>
        HandleOwnAsync(
            "remove-item",
            command.Header,
            id => new DeclarationCommand.RemoveItem(command.ItemId) { CommandId = id }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> ConfirmImportsAsync(ConfirmImports command) =>
        HandleOwnAsync(
            "confirm-imports",
            command.Header,
            id => new DeclarationCommand.ConfirmImports(command.Choice.ToDomain()) { CommandId = id }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> ReserveEvidenceAsync(ReserveEvidence command) =>
        HandleOwnAsync(
            "reserve-evidence",
            command.Header,
            id => new DeclarationCommand.ReserveEvidence(
                command.Year,
                command.FileName,
                command.ContentType,
                command.SizeBytes
            )
            {
                CommandId = id,
            }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> BindEvidenceAsync(BindEvidence command) =>
        HandleOwnAsync(
            "bind-evidence",
            command.Header,
            id => new DeclarationCommand.BindEvidence(
                command.EvidenceId,
                command.Digest,
                command.ContentType,
                command.SizeBytes
            )
            {
                CommandId = id,
            }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> RemoveEvidenceAsync(RemoveEvidence command) =>
        HandleOwnAsync(
            "remove-evidence",
            command.Header,
            id => new DeclarationCommand.RemoveEvidence(command.EvidenceId) { CommandId = id }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> SubmitAsync(SubmitDeclaration command) =>
        HandleOwnAsync("submit", command.Header, id => new DeclarationCommand.Submit { CommandId = id });

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> WithdrawAsync(WithdrawDeclaration command) =>
        HandleOwnAsync("withdraw", command.Header, id => new DeclarationCommand.Withdraw { CommandId = id });

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> DeleteAsync(DeleteDeclaration command) =>
        HandleOwnAsync("delete", command.Header, id => new DeclarationCommand.Delete { CommandId = id });

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> PassAsync(PassDeclaration command)
    {
        var next = command.NextUnitCode is { } code ? UnitCode.TryParse(code) : null;
        return command.NextUnitCode is not null && next is null
            ? Task.FromResult<Outcome<DeclarationReceipt>>(CommandRefusals.NextUnitMalformed)
            : HandleReviewAsync(
                "pass",
                command.Header,
                command.UnitCode,
                (id, unit) => new DeclarationCommand.Pass(unit, next, command.Opinion) { CommandId = id }
            );
    }

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> ReturnAsync(ReturnDeclaration command) =>
        HandleReviewAsync(
            "return",
            command.Header,
            command.UnitCode,
            (id, unit) =>
                new DeclarationCommand.Return(unit, command.Reason, command.ItemIds.OrEmpty()) { CommandId = id }
        );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> RerouteAsync(RerouteDeclaration command) =>
        UnitCode.TryParse(command.NextUnitCode) is not { } next
            ? Task.FromResult<Outcome<DeclarationReceipt>>(CommandRefusals.NextUnitMalformed)
            : HandleReviewAsync(
                "reroute",
                command.Header,
                command.UnitCode,
                (id, unit) => new DeclarationCommand.Reroute(unit, next, command.Reason) { CommandId = id }
            );

    /// <inheritdoc />
    public Task<Outcome<DeclarationReceipt>> RevokeAsync(RevokeRecognition command) =>
        HandleReviewAsync(
            "revoke",
            command.Header,
            command.UnitCode,
            (id, unit) => new DeclarationCommand.Revoke(unit, command.Reason) { CommandId = id }
        );
}
