using CeActors.Contracts.Declarations;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class ChangeItem
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/declarations/{id}/items/{itemId}", HandleAsync)
            .ForSignedIn("changeDeclarationItem", Nouns.Declarations, "Replaces an item of a draft.")
            .TakesVersion(VersionRule.Optional)
            .SavesTypedWork();

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        string itemId,
        Change<DraftItem> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .ChangeItemAsync(
                    new Contracts.Declarations.ChangeItem(change.Header, Addresses.Code(itemId), change.Body)
                )
        );
}
