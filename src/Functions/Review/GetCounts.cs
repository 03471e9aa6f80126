using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class GetCounts
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/units/{unit}/counts", HandleAsync)
            .ForSignedIn("getCounts", Nouns.Review, "How many wait at a unit, by age and employer.");

    private static async Task<Answer<QueueCounts>> HandleAsync(string unit, SignedIn person, IClusterClient cluster) =>
        new(await cluster.GetGrain<IReviewUnit>(Addresses.Unit(unit)).GetCountsAsync(person.Caller));
}
