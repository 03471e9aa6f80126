using CeActors.Contracts.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class DeleteDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/declarations/{id}", HandleAsync)
            .ForSignedIn("deleteDeclaration", Nouns.Declarations, "Deletes a declaration that was never recognised.")
            .TakesVersion(VersionRule.Required);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        Change<NoBody> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .DeleteAsync(new Contracts.Declarations.DeleteDeclaration(change.Header))
        );
}
