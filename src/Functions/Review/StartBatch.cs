using System.ComponentModel.DataAnnotations;
using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <param name="Items">1 to <see cref="ItemsMax"/> declarations, each with the version that the clerk saw.</param>
/// <param name="Verdict">What to do with all of them.</param>
/// <param name="Reason">Mandatory for a return; optional opinion for a pass.</param>
public sealed record StartBatchRequest(
    [property: MinLength(1), MaxLength(StartBatchRequest.ItemsMax)] IReadOnlyList<BatchItemRequest> Items,
    BatchVerdict Verdict,
    string? Reason = null
) : ICheckedBody
{
    /// <summary>Declarations in one batch.</summary>
    public const int ItemsMax = 500;

    void ICheckedBody.Check(ShapeProblems problems)
    {
        problems.NoEmptyPlaces("/items", Items);
        if (Items.Count is 0 or > ItemsMax)
        {
            problems.Add(
                "/items",
                "count-out-of-range",
                $"/items 应有 1 至 {ItemsMax} 条。",
                $"/items must have 1 to {ItemsMax} entries."
            );
        }
    }
}

/// <param name="DeclarationId">Declaration.</param>
/// <param name="Version">Version that the clerk saw.</param>
public sealed record BatchItemRequest(string DeclarationId, long Version);

/// <summary>通过 or 不通过.</summary>
public enum BatchVerdict
{
    Pass,
    Return,
}

internal static class StartBatch
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/units/{unit}/batches", HandleAsync)
            .ForSignedIn("startBatch", Nouns.Review, "Passes or returns many declarations at an agency.");

    private static async Task<AcceptedAnswer<BatchView>> HandleAsync(
        string unit,
        Change<StartBatchRequest> change,
        IClusterClient cluster
    )
    {
        var unitCode = Addresses.Unit(unit);
        var batchId = BatchIds.Of(unitCode, change.Header);
        var body = change.Body;
        var outcome = await cluster
            .GetGrain<IBatchReview>(batchId)
            .StartAsync(
                new Contracts.Review.StartBatch(
                    change.Header,
                    unitCode,
                    [.. body.Items.Select(item => new BatchItem(item.DeclarationId, item.Version))],
                    body.Verdict == BatchVerdict.Pass,
                    body.Reason
                )
            );
        return new(outcome, $"/api/batches/{batchId}");
    }
}
