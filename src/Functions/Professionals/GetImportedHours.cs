using CeActors.Contracts.Professionals;
using CeActors.Functions.Http;

namespace CeActors.Functions.Professionals;

internal static class GetImportedHours
{
    private static readonly QueryParameter<int?> Year = Years.Parameter("year", "Only this year.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/imported-hours", HandleAsync)
            .ForSignedIn("getImportedHours", Nouns.Professionals, "Lists hours reported by the training platform.")
            .TakesQuery(Year);

    private static async Task<Answer<ImportedHoursList>> HandleAsync(
        HttpRequest request,
        SignedIn person,
        IClusterClient cluster
    )
    {
        var year = Year.Read(request);
        return new(
            await cluster.GetGrain<IProfessional>(person.Caller.PersonId).GetImportedHoursAsync(person.Caller, year)
        );
    }
}
