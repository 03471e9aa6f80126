using CeActors.Contracts.Rules;
using CeActors.Functions.Http;

namespace CeActors.Functions.Directory;

internal static class GetRules
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/rules", HandleAsync).ForAnyone("getRules", Nouns.Directory, "The rule set in force.");

    private static async Task<Answer<RuleSetView>> HandleAsync(IClusterClient cluster) =>
        new(await cluster.GetGrain<IRuleBook>(0).GetCurrentAsync());
}
