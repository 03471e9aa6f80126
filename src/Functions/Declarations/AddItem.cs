using CeActors.Contracts.Declarations;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class AddItem
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/declarations/{id}/items", HandleAsync)
            .ForSignedIn("addDeclarationItem", Nouns.Declarations, "Adds an item to a draft.")
            .TakesVersion(VersionRule.Optional)
            .SavesTypedWork();

    private static async Task<CreatedAnswer<DeclarationReceipt>> HandleAsync(
        string id,
        Change<DraftItem> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Created(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .AddItemAsync(new Contracts.Declarations.AddItem(change.Header, change.Body)),
            receipt => $"/api/declarations/{receipt.DeclarationId}/items/{receipt.CreatedId}"
        );
}
