using CeActors.Contracts.Declarations;
using CeActors.Functions.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <param name="NextUnitCode">Where it belongs.</param>
/// <param name="Reason">Why.</param>
public sealed record RerouteRequest(string NextUnitCode, string Reason);

internal static class RerouteDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/units/{unit}/declarations/{id}/reroute", HandleAsync)
            .ForSignedIn(
                "rerouteDeclaration",
                Nouns.Review,
                "Sends a declaration that came to the wrong unit elsewhere."
            )
            .TakesVersion(VersionRule.Required);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string unit,
        string id,
        Change<RerouteRequest> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .RerouteAsync(
                    new Contracts.Declarations.RerouteDeclaration(
                        change.Header,
                        Addresses.Unit(unit),
                        change.Body.NextUnitCode,
                        change.Body.Reason
                    )
                )
        );
}
