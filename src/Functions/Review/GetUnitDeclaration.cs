using CeActors.Contracts.Declarations;
using CeActors.Functions.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class GetUnitDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/units/{unit}/declarations/{id}", HandleAsync)
            .ForSignedIn("getUnitDeclaration", Nouns.Review, "Reads a declaration that a unit holds or has passed on.");

    private static async Task<Answer<DeclarationView>> HandleAsync(
        string unit,
        string id,
        SignedIn person,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .GetForUnitAsync(person.Caller, Addresses.Unit(unit))
        );
}
