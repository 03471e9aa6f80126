using CeActors.Contracts.Declarations;
using CeActors.Functions.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <param name="NextUnitCode">Superior or agency chosen; absent at an agency.</param>
/// <param name="Opinion">Optional words for the record.</param>
public sealed record PassRequest(string? NextUnitCode = null, string? Opinion = null);

internal static class PassDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/units/{unit}/declarations/{id}/pass", HandleAsync)
            .ForSignedIn("passDeclaration", Nouns.Review, "Passes a declaration on; at an agency, recognises it.")
            .TakesVersion(VersionRule.Required);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string unit,
        string id,
        Change<PassRequest> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .PassAsync(
                    new Contracts.Declarations.PassDeclaration(
                        change.Header,
                        Addresses.Unit(unit),
                        change.Body.NextUnitCode,
                        change.Body.Opinion
                    )
                )
        );
}
