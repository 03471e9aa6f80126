using CeActors.Contracts.Statements;
using CeActors.Functions.Http;

namespace CeActors.Functions.Statements;

internal static class GetStatement
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/statements/{number}", HandleAsync)
            .ForSignedIn("getStatement", Nouns.Statements, "Reads a statement of one's own.");

    private static async Task<Answer<StatementView>> HandleAsync(
        string number,
        SignedIn person,
        IClusterClient cluster
    ) => new(await cluster.GetGrain<IStatement>(Addresses.Code(number)).GetAsync(person.Caller));
}
