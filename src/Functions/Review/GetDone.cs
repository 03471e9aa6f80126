using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class GetDone
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/units/{unit}/done", HandleAsync)
            .ForSignedIn("getDone", Nouns.Review, "A page of what a unit has decided.")
            .TakesQuery(QueueParameters.All);

    private static async Task<Answer<QueuePage>> HandleAsync(
        string unit,
        HttpRequest request,
        SignedIn person,
        IClusterClient cluster
    )
    {
        var query = QueueParameters.Read(request);
        return new(await cluster.GetGrain<IReviewUnit>(Addresses.Unit(unit)).GetDoneAsync(person.Caller, query));
    }
}
