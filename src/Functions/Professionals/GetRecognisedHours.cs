using CeActors.Contracts.Professionals;
using CeActors.Functions.Http;

namespace CeActors.Functions.Professionals;

internal static class GetRecognisedHours
{
    private static readonly QueryParameter<int?> FromYear = Years.Parameter("fromYear", "First year, included.");
    private static readonly QueryParameter<int?> ToYear = Years.Parameter("toYear", "Last year, included.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/recognised-hours", HandleAsync)
            .ForSignedIn("getRecognisedHours", Nouns.Professionals, "Lists recognised hours by year.")
            .TakesQuery(FromYear, ToYear);

    private static async Task<Answer<RecognisedHours>> HandleAsync(
        HttpRequest request,
        SignedIn person,
        IClusterClient cluster
    )
    {
        var (from, to) = (FromYear.Read(request), ToYear.Read(request));
        return new(
            await cluster
                .GetGrain<IProfessional>(person.Caller.PersonId)
                .GetRecognisedHoursAsync(person.Caller, from, to)
        );
    }
}
