using CeActors.Contracts.Statements;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;

namespace CeActors.Functions.Statements;

internal static class VerifyStatement
{
    private const int CodeCharactersMax = 32;

    private static readonly QueryParameter<string?> Code = QueryParameter.Text(
        "code",
        CodeCharactersMax,
        "Verification code as printed on the statement."
    ) with
    {
        IsRequired = true,
    };

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/verification/{number}", HandleAsync)
            .ForAnyone("verifyStatement", Nouns.Statements, "Verifies a statement by its number and code.")
            .TakesQuery(Code)
            .CountsByAddress();

    private static async Task<Answer<StatementVerification>> HandleAsync(
        string number,
        HttpRequest request,
        IClusterClient cluster
    )
    {
        var code = Code.Read(request)!;
        return new(await cluster.GetGrain<IStatement>(Addresses.Code(number)).VerifyAsync(code));
    }
}
