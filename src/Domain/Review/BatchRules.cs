using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>One declaration of a batch, with the version that the clerk saw.</summary>
public sealed record BatchItem(DeclarationId DeclarationId, long Version);

/// <summary>What a batch (批量审核) may hold; each declaration is still decided by itself.</summary>
public static class BatchRules
{
    /// <summary>Null when the batch can be started.</summary>
    /// <param name="unit">Agency that the clerk acts for; null when it is not registered.</param>
    /// <param name="actor">The clerk.</param>
    /// <param name="items">Declarations.</param>
    /// <param name="isPass">True to recognise, false to return.</param>
    /// <param name="reason">Mandatory for a return.</param>
    public static Refusal? Check(
        ReviewUnit? unit,
        PersonId actor,
        ImmutableArray<BatchItem> items,
        bool isPass,
        string? reason
    )
    {
        var member = ReviewAuthorization.Authorize(
            unit,
            actor,
            ReviewAuthorization.RolesFor(DepartureKind.Recognition, UnitKind.Agency)
        );
        if (!member.IsAccepted)
            return member.Refusal;
        return unit!.Kind != UnitKind.Agency ? ReviewRefusals.AgencyOnly : CheckContent(items, isPass, reason);
    }

    /// <summary>As <see cref="Check"/>, of the content alone.</summary>
    public static Refusal? CheckContent(ImmutableArray<BatchItem> items, bool isPass, string? reason)
    {
        if (items.IsEmpty)
            return Refusal.Of(RegistryProblems.BatchEmpty("/items"));
        if (items.Length > ReviewLimits.BatchItemsMax)
            return Refusal.Of(RegistryProblems.BatchTooLarge("/items"));
        var seen = new HashSet<string>(items.Length, StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            if (!seen.Add(items[i].DeclarationId.Value))
                return Refusal.Of(RegistryProblems.BatchItemTwice($"/items/{i}/declarationId"));
        }

        if (!isPass && string.IsNullOrWhiteSpace(reason))
            return Refusal.Of(DraftProblems.ReasonMissing("/reason"));
        return TextRules.Check("/reason", reason, DeclarationLimits.TextLengthMax) is { } problem
            ? Refusal.Of(problem)
            : null;
    }
}
