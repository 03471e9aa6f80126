using CeActors.Contracts.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

internal static class WithdrawDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/declarations/{id}/withdrawal", HandleAsync)
            .ForSignedIn("withdrawDeclaration", Nouns.Declarations, "Takes a submitted declaration back.")
            .TakesVersion(VersionRule.Required);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        Change<NoBody> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .WithdrawAsync(new Contracts.Declarations.WithdrawDeclaration(change.Header))
        );
}
