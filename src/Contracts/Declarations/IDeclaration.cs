using CeActors.Contracts.Professionals;
using Orleans.Concurrency;

namespace CeActors.Contracts.Declarations;

/// <summary>
/// One declaration, from draft to recognition. Key: declaration id <c>{bucket:000}-{26 lower-case base32}</c>, derived from the person and the command
/// id that opened it, so that a repeated command meets the same grain. Every changing method is idempotent by command id and atomic
/// in one conditional write; when it throws, the outcome is unknown and the same command may be sent again.
/// </summary>
[Alias("ce.IDeclaration")]
public interface IDeclaration : IGrainWithStringKey
{
    /// <summary>Called by the declarant's Professional alone, which has reserved the id and passes what it knows.</summary>
    [Alias("file")]
    Task<Outcome<DeclarationReceipt>> FileAsync(FileDeclaration command, FilingContext context);

    [Alias("save-head")]
    Task<Outcome<DeclarationReceipt>> SaveHeadAsync(SaveHead command);

    [Alias("add-item")]
    Task<Outcome<DeclarationReceipt>> AddItemAsync(AddItem command);

    [Alias("change-item")]
    Task<Outcome<DeclarationReceipt>> ChangeItemAsync(ChangeItem command);

    [Alias("remove-item")]
    Task<Outcome<DeclarationReceipt>> RemoveItemAsync(RemoveItem command);

    [Alias("confirm-imports")]
    Task<Outcome<DeclarationReceipt>> ConfirmImportsAsync(ConfirmImports command);

    [Alias("reserve-evidence")]
    Task<Outcome<DeclarationReceipt>> ReserveEvidenceAsync(ReserveEvidence command);

    [Alias("bind-evidence")]
    Task<Outcome<DeclarationReceipt>> BindEvidenceAsync(BindEvidence command);

    [Alias("remove-evidence")]
    Task<Outcome<DeclarationReceipt>> RemoveEvidenceAsync(RemoveEvidence command);

    [Alias("submit")]
    Task<Outcome<DeclarationReceipt>> SubmitAsync(SubmitDeclaration command);

    [Alias("withdraw")]
    Task<Outcome<DeclarationReceipt>> WithdrawAsync(WithdrawDeclaration command);

    [Alias("delete")]
    Task<Outcome<DeclarationReceipt>> DeleteAsync(DeleteDeclaration command);

    [Alias("pass")]
    Task<Outcome<DeclarationReceipt>> PassAsync(PassDeclaration command);

    [Alias("return")]
    Task<Outcome<DeclarationReceipt>> ReturnAsync(ReturnDeclaration command);

    [Alias("reroute")]
    Task<Outcome<DeclarationReceipt>> RerouteAsync(RerouteDeclaration command);

    [Alias("revoke")]
    Task<Outcome<DeclarationReceipt>> RevokeAsync(RevokeRecognition command);

    /// <summary>The whole declaration for its person: <c>not-found</c> for everybody else.</summary>
    [Alias("get")]
    Task<Outcome<DeclarationView>> GetAsync(Caller caller);

    /// <summary>
    /// The whole declaration for a member of a unit that holds it or that it has passed through; <c>not-found</c> otherwise.
    /// </summary>
    [Alias("get-for-unit")]
    Task<Outcome<DeclarationView>> GetForUnitAsync(Caller caller, string unitCode);

    /// <summary>Where it is, of committed state only; interleaves with everything and changes nothing.</summary>
    [AlwaysInterleave, Alias("where-are-you")]
    Task<DeclarationLocation> WhereAreYouAsync();

    /// <summary>Line for its person's list and for what Professional and Statement need; committed state only; null when it does not exist.</summary>
    [AlwaysInterleave, Alias("standing")]
    Task<DeclarationStanding?> GetStandingAsync();
}
