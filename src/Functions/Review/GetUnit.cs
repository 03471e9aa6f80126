using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class GetUnit
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/units/{unit}", HandleAsync)
            .ForSignedIn("getUnit", Nouns.Review, "A unit with its members.");

    private static async Task<Answer<UnitView>> HandleAsync(string unit, SignedIn person, IClusterClient cluster) =>
        UnitAnswers.Of(await cluster.GetGrain<IReviewUnit>(Addresses.Unit(unit)).GetAsync(person.Caller));
}
