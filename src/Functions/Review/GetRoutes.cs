using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class GetRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/units/{unit}/routes", HandleAsync)
            .ForSignedIn("getRoutes", Nouns.Review, "Next units that a declaration of this unit may be passed to.");

    private static async Task<Answer<RouteChoices>> HandleAsync(string unit, SignedIn person, IClusterClient cluster) =>
        new(await cluster.GetGrain<IReviewUnit>(Addresses.Unit(unit)).GetRoutesAsync(person.Caller));
}
