using CeActors.Contracts.Declarations;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

/// <param name="RecordIds">Ids of the platform's records; replaces the earlier choice for the year; empty takes it back.</param>
public sealed record ConfirmImportsRequest(IReadOnlyList<string> RecordIds) : ICheckedBody
{
    void ICheckedBody.Check(ShapeProblems problems) => problems.NoEmptyPlaces("/recordIds", RecordIds);
}

internal static class ConfirmImports
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/declarations/{id}/imported-hours/{year}", HandleAsync)
            .ForSignedIn(
                "confirmImportedHours",
                Nouns.Declarations,
                "Chooses the training platform's records that count for a year of a draft."
            )
            .TakesVersion(VersionRule.Optional)
            .SavesTypedWork();

    private static async Task<Answer<DeclarationReceipt>> HandleAsync(
        string id,
        string year,
        Change<ConfirmImportsRequest> change,
        IClusterClient cluster
    ) =>
        DeclarationAnswers.Of(
            await cluster
                .GetGrain<IDeclaration>(Addresses.Declaration(id))
                .ConfirmImportsAsync(
                    new Contracts.Declarations.ConfirmImports(
                        change.Header,
                        new ConfirmedImports(Addresses.Year(year), [.. change.Body.RecordIds])
                    )
                )
        );
}
