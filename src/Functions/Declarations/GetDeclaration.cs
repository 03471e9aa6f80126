using CeActors.Contracts.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class GetDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/declarations/{id}", HandleAsync)
            .ForSignedIn("getDeclaration", Nouns.Declarations, "Reads a declaration of one's own.");

    private static async Task<Answer<DeclarationView>> HandleAsync(
        string id,
        SignedIn person,
        IClusterClient cluster
    ) => DeclarationAnswers.Of(await cluster.GetGrain<IDeclaration>(Addresses.Declaration(id)).GetAsync(person.Caller));
}
