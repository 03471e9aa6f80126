using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Functions.Http;

namespace CeActors.Functions.Declarations;

/// <summary>Opens a declaration with as much content as is at hand, and submits it in the same step if so wished.</summary>
/// <param name="Head">The head as typed; null leaves it empty.</param>
/// <param name="Items">The items as typed; null for none.</param>
/// <param name="ConfirmedImports">Rows of the training platform that the person ticked, by year; null for none.</param>
/// <param name="Submit">True files it whole or refuses it whole; false or absent leaves a draft.</param>
public sealed record FileDeclarationRequest(
    DraftHead? Head = null,
    IReadOnlyList<DraftItem>? Items = null,
    IReadOnlyList<ConfirmedImportsRequest>? ConfirmedImports = null,
    bool Submit = false
) : ICheckedBody
{
    void ICheckedBody.Check(ShapeProblems problems)
    {
        problems.NoEmptyPlaces("/items", Items);
        problems.NoEmptyPlaces("/confirmedImports", ConfirmedImports);
        for (var index = 0; index < (ConfirmedImports?.Count ?? 0); index++)
        {
            problems.NoEmptyPlaces($"/confirmedImports/{index}/recordIds", ConfirmedImports![index]?.RecordIds);
        }
    }
}

/// <param name="Year">Declared year.</param>
/// <param name="RecordIds">Ids of the platform's records.</param>
public sealed record ConfirmedImportsRequest(int Year, IReadOnlyList<string> RecordIds);

internal static class FileDeclaration
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/declarations", HandleAsync)
            .ForSignedIn("fileDeclaration", Nouns.Declarations, "Opens a declaration, and submits it if so wished.")
            .TakesBodyOf(RequestLimits.FilingBodyBytesMax);

    private static async Task<CreatedAnswer<DeclarationReceipt>> HandleAsync(
        Change<FileDeclarationRequest> change,
        IClusterClient cluster
    )
    {
        var body = change.Body;
        var outcome = await cluster
            .GetGrain<IProfessional>(change.Header.Caller.PersonId)
            .FileDeclarationAsync(
                new Contracts.Declarations.FileDeclaration(
                    change.Header,
                    body.Head,
                    [.. body.Items ?? []],
                    [.. (body.ConfirmedImports ?? []).Select(ToContract)],
                    body.Submit
                )
            );
        return DeclarationAnswers.Created(outcome, receipt => $"/api/declarations/{receipt.DeclarationId}");
    }

    private static ConfirmedImports ToContract(ConfirmedImportsRequest choice) =>
        new(choice.Year, [.. choice.RecordIds]);
}
