using CeActors.Contracts.Verification;
using CeActors.Functions.Http;

namespace CeActors.Functions.Verification;

internal static class GetVerification
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(StartVerification.Path, HandleAsync)
            .ForSignedIn(
                "getVerification",
                Nouns.Registry,
                "Progress of the check of what is stored, or its findings; for registry administrators."
            );

    private static async Task<Answer<VerificationView>> HandleAsync(SignedIn person, IClusterClient cluster) =>
        new(await cluster.GetGrain<IVerification>(IVerification.Key).GetAsync(person.Caller));
}
