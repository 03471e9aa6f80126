using CeActors.Contracts.Declarations;
using CeActors.Functions.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Evidence;

internal static class RemoveEvidence
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/declarations/{id}/evidence/{evidenceId}", HandleAsync)
            .ForSignedIn("removeEvidence", Nouns.Evidence, "Removes a file from a draft.")
            .TakesVersion(VersionRule.Optional);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        string evidenceId,
        Change<NoBody> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .RemoveEvidenceAsync(
                    new Contracts.Declarations.RemoveEvidence(change.Header, Addresses.Code(evidenceId))
                )
        );
}
