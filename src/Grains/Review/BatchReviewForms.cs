using System.Collections.Immutable;
using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Declarations;

namespace CeActors.Grains.Review;

/// <summary>A batch's stored form and the wire's.</summary>
internal static class BatchReviewForms
{
    public static BatchView ToView(BatchReviewDocument document, string batchId)
    {
        var outcomes = document.Outcomes ?? [];
        return new BatchView(
            batchId,
            document.UnitCode,
            document.Passes,
            document.Items.Length,
            outcomes.Count(outcome => outcome.Receipt is not null),
            outcomes.Count(outcome => outcome.Refusal is not null),
            document.FinishedAt is not null,
            DateTimeOffset.FromUnixTimeMilliseconds(document.StartedAt),
            document.FinishedAt is { } finishedAt ? DateTimeOffset.FromUnixTimeMilliseconds(finishedAt) : null,
            [.. outcomes.Select((outcome, index) => ToContract(outcome, document.Items[index].DeclarationId))]
        );
    }

    public static BatchOutcomePart ToPart(Outcome<DeclarationReceipt> outcome) =>
        outcome.Refusal is { } refusal
            ? new BatchOutcomePart
            {
                Refusal = new RefusalPart
                {
                    Kind = (int)refusal.Kind,
                    Code = refusal.Code,
                    Chinese = refusal.Chinese,
                    English = refusal.English,
                    Facts = refusal.Facts?.ToDictionary(),
                },
            }
            : new BatchOutcomePart { Receipt = ToPart(outcome.Value!) };

    private static ReceiptPart ToPart(DeclarationReceipt receipt) =>
        new()
        {
            Status = (int)receipt.Status,
            Version = receipt.Version,
            DraftRevision = receipt.DraftRevision,
            HolderUnitCode = receipt.HolderUnitCode,
        };

    private static BatchOutcome ToContract(BatchOutcomePart part, string declarationId) =>
        new(
            declarationId,
            part.Receipt?.ToContract(declarationId, []),
            part.Refusal is { } refusal
                ? new Refusal(
                    (RefusalKind)refusal.Kind,
                    refusal.Code,
                    refusal.Chinese,
                    refusal.English,
                    [],
                    refusal.Facts?.ToImmutableDictionary()
                )
                : null
        );
}
