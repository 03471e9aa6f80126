using CeActors.Contracts.Declarations;
using CeActors.Functions.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <param name="Reason">Why, for the record.</param>
public sealed record RevokeRequest(string Reason);

internal static class RevokeRecognition
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/units/{unit}/declarations/{id}/revocation", HandleAsync)
            .ForSignedIn("revokeRecognition", Nouns.Review, "Revokes a recognition on audit, with a reason.")
            .TakesVersion(VersionRule.Required);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string unit,
        string id,
        Change<RevokeRequest> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .RevokeAsync(
                    new Contracts.Declarations.RevokeRecognition(
                        change.Header,
                        Addresses.Unit(unit),
                        change.Body.Reason
                    )
                )
        );
}
