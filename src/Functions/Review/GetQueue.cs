using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class GetQueue
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/units/{unit}/queue", HandleAsync)
            .ForSignedIn("getQueue", Nouns.Review, "A page of what waits at a unit.")
            .TakesQuery(QueueParameters.All);

    private static async Task<Answer<QueuePage>> HandleAsync(
        string unit,
        HttpRequest request,
        SignedIn person,
        IClusterClient cluster
    )
    {
        var query = QueueParameters.Read(request);
        return new(await cluster.GetGrain<IReviewUnit>(Addresses.Unit(unit)).GetQueueAsync(person.Caller, query));
    }
}
