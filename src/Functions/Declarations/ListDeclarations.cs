using CeActors.Contracts.Professionals;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class ListDeclarations
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/declarations", HandleAsync)
            .ForSignedIn("listDeclarations", Nouns.Declarations, "Lists one's own declarations, newest first.");

    private static async Task<Answer<DeclarationList>> HandleAsync(SignedIn person, IClusterClient cluster) =>
        new(await cluster.GetGrain<IProfessional>(person.Caller.PersonId).GetDeclarationsAsync(person.Caller));
}
