using CeActors.Contracts.Declarations;
using CeActors.Files;
using CeActors.Functions.Http;

namespace CeActors.Functions.Evidence;

internal static class GetUnitEvidenceContent
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/units/{unit}/declarations/{id}/evidence/{evidenceId}/content", HandleAsync)
            .ForSignedIn(
                "getUnitEvidenceContent",
                Nouns.Evidence,
                "Redirects to a file of a declaration that a unit holds or has passed on."
            )
            .Produces(StatusCodes.Status302Found);

    private static async Task<IResult> HandleAsync(
        string unit,
        string id,
        string evidenceId,
        SignedIn person,
        IClusterClient cluster,
        EvidenceStore store,
        CancellationToken cancellationToken
    ) =>
        await EvidenceAnswers.RedirectAsync(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .GetForUnitAsync(person.Caller, Addresses.Unit(unit)),
            evidenceId,
            store,
            cancellationToken
        );
}
