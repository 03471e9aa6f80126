using CeActors.Contracts.Professionals;
using CeActors.Contracts.Statements;
using CeActors.Functions.Http;

namespace CeActors.Functions.Statements;

/// <param name="FromYear">First year, included.</param>
/// <param name="ToYear">Last year, included; not before the first.</param>
public sealed record IssueStatementRequest(int FromYear, int ToYear);

internal static class IssueStatement
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/statements", HandleAsync)
            .ForSignedIn("issueStatement", Nouns.Statements, "Issues a recognition statement over a range of years.");

    private static async Task<CreatedAnswer<StatementView>> HandleAsync(
        Change<IssueStatementRequest> change,
        IClusterClient cluster
    )
    {
        var outcome = await cluster
            .GetGrain<IProfessional>(change.Header.Caller.PersonId)
            .IssueStatementAsync(
                new Contracts.Statements.IssueStatement(change.Header, change.Body.FromYear, change.Body.ToYear)
            );
        return new(outcome, outcome.Value is { } view ? $"/api/statements/{view.Content.Number}" : null);
    }
}
