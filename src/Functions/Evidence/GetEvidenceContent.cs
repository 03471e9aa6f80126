using CeActors.Contracts.Declarations;
using CeActors.Files;
using CeActors.Functions.Http;

namespace CeActors.Functions.Evidence;

internal static class GetEvidenceContent
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/declarations/{id}/evidence/{evidenceId}/content", HandleAsync)
            .ForSignedIn("getEvidenceContent", Nouns.Evidence, "Redirects to a file of one's own declaration.")
            .Produces(StatusCodes.Status302Found);

    private static async Task<IResult> HandleAsync(
        string id,
        string evidenceId,
        SignedIn person,
        IClusterClient cluster,
        EvidenceStore store,
        CancellationToken cancellationToken
    ) =>
        await EvidenceAnswers.RedirectAsync(
            await cluster.GetGrain<IDeclaration>(Addresses.Declaration(id)).GetAsync(person.Caller),
            evidenceId,
            store,
            cancellationToken
        );
}
