using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class GetBatch
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/batches/{batchId}", HandleAsync)
            .ForSignedIn("getBatch", Nouns.Review, "Progress and outcomes of a batch.");

    private static async Task<Answer<BatchView>> HandleAsync(string batchId, SignedIn person, IClusterClient cluster) =>
        new(await cluster.GetGrain<IBatchReview>(Addresses.Code(batchId)).GetAsync(person.Caller));
}
