using CeActors.Contracts.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class SubmitDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/declarations/{id}/submission", HandleAsync)
            .ForSignedIn("submitDeclaration", Nouns.Declarations, "Submits a declaration to the employer.")
            .TakesVersion(VersionRule.Required);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        Change<NoBody> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .SubmitAsync(new Contracts.Declarations.SubmitDeclaration(change.Header))
        );
}
