using CeActors.Contracts.Verification;
using CeActors.Functions.Http;

namespace CeActors.Functions.Verification;

internal static class StartVerification
{
    public const string Path = "/api/registry/verification";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(Path, HandleAsync)
            .ForSignedIn(
                "startVerification",
                Nouns.Registry,
                "Starts the check of everything that is stored; for registry administrators."
            );

    private static async Task<AcceptedAnswer<VerificationView>> HandleAsync(
        Change<NoBody> change,
        IClusterClient cluster
    ) => new(await cluster.GetGrain<IVerification>(IVerification.Key).StartAsync(change.Header), Path);
}
