using CeActors.Contracts.Declarations;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class SaveHead
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/declarations/{id}/head", HandleAsync)
            .ForSignedIn("saveDeclarationHead", Nouns.Declarations, "Replaces the head of a draft.")
            .TakesVersion(VersionRule.Optional)
            .SavesTypedWork();

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        Change<DraftHead> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .SaveHeadAsync(new Contracts.Declarations.SaveHead(change.Header, change.Body))
        );
}
