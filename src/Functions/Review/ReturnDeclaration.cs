using CeActors.Contracts.Declarations;
using CeActors.Functions.Declarations;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <param name="Reason">Why, for the person to act on.</param>
/// <param name="ItemIds">Items that it concerns; absent when the whole.</param>
public sealed record ReturnRequest(string Reason, IReadOnlyList<string>? ItemIds = null) : ICheckedBody
{
    void ICheckedBody.Check(ShapeProblems problems) => problems.NoEmptyPlaces("/itemIds", ItemIds);
}

internal static class ReturnDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/units/{unit}/declarations/{id}/return", HandleAsync)
            .ForSignedIn("returnDeclaration", Nouns.Review, "Returns a declaration to the person, with a reason.")
            .TakesVersion(VersionRule.Required);

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string unit,
        string id,
        Change<ReturnRequest> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .ReturnAsync(
                    new Contracts.Declarations.ReturnDeclaration(
                        change.Header,
                        Addresses.Unit(unit),
                        change.Body.Reason,
                        [.. change.Body.ItemIds ?? []]
                    )
                )
        );
}
