using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class GetDoneCounts
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/units/{unit}/done/counts", HandleAsync)
            .ForSignedIn("getDoneCounts", Nouns.Review, "How many of those that a unit decided stand how.");

    private static async Task<Answer<DoneCounts>> HandleAsync(string unit, SignedIn person, IClusterClient cluster) =>
        new(await cluster.GetGrain<IReviewUnit>(Addresses.Unit(unit)).GetDoneCountsAsync(person.Caller));
}
