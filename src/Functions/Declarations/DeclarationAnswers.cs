using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

/// <summary>Answers of declaration endpoints: the ETag names version and draft revision.</summary>
internal static class DeclarationAnswers
{
    public static Answer<DeclarationReceipt> Of(Outcome<DeclarationReceipt> outcome) =>
        new(outcome, TagOf(outcome.Value));

    public static Answer<DeclarationView> Of(Outcome<DeclarationView> outcome) =>
        new(outcome, outcome.Value is { } view ? new VersionTag(view.Version, view.DraftRevision) : null);

    public static CreatedAnswer<DeclarationReceipt> Created(
        Outcome<DeclarationReceipt> outcome,
        Func<DeclarationReceipt, string> location
    ) => new(outcome, outcome.Value is { } receipt ? location(receipt) : null, TagOf(outcome.Value));

    private static VersionTag? TagOf(DeclarationReceipt? receipt) =>
        receipt is null ? null : new VersionTag(receipt.Version, receipt.DraftRevision);
}
