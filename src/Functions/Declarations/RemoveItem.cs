using CeActors.Contracts.Declarations;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class RemoveItem
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/declarations/{id}/items/{itemId}", HandleAsync)
            .ForSignedIn("removeDeclarationItem", Nouns.Declarations, "Removes an item of a draft.")
            .TakesVersion(VersionRule.Optional)
            .SavesTypedWork();

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        string itemId,
        Change<NoBody> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .RemoveItemAsync(new Contracts.Declarations.RemoveItem(change.Header, Addresses.Code(itemId)))
        );
}
