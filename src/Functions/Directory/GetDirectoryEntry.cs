using CeActors.Contracts.Registry;
using CeActors.Functions.Http;

namespace CeActors.Functions.Directory;

internal static class GetDirectoryEntry
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/directory/units/{code}", HandleAsync)
            .ForSignedIn("getDirectoryEntry", Nouns.Directory, "One unit of the directory, with its superiors.");

    private static async Task<Answer<DirectoryEntry>> HandleAsync(string code, IClusterClient cluster)
    {
        var entry = await cluster.GetGrain<IUnitDirectory>(0).GetAsync(Addresses.Unit(code));
        return entry is null ? throw new RefusedRequestException(FrontProblem.NotFound) : new(entry);
    }
}
