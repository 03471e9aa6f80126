using CeActors.Contracts.Professionals;
using CeActors.Contracts.Statements;
using CeActors.Functions.Http;

namespace CeActors.Functions.Statements;

internal static class ListStatements
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/statements", HandleAsync)
            .ForSignedIn("listStatements", Nouns.Statements, "Lists one's own statements, newest first.");

    private static async Task<Answer<StatementList>> HandleAsync(SignedIn person, IClusterClient cluster) =>
        new(await cluster.GetGrain<IProfessional>(person.Caller.PersonId).GetStatementsAsync(person.Caller));
}
