using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Registry;

internal static class GetUnitAudit
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/registry/units/{code}/audit", HandleAsync)
            .ForSignedIn("getUnitAudit", Nouns.Registry, "Who changed the registry's entry of a unit.");

    private static async Task<Answer<UnitAudit>> HandleAsync(string code, SignedIn person, IClusterClient cluster) =>
        new(await cluster.GetGrain<IReviewUnit>(Addresses.Unit(code)).GetAuditAsync(person.Caller));
}
