using CeActors.Contracts.Review;
using CeActors.Domain.Review;
using ReviewUnit = CeActors.Domain.Review.ReviewUnit;
using UnitLineage = CeActors.Domain.Review.UnitLineage;
using UnitReference = CeActors.Domain.Identity.UnitReference;

namespace CeActors.Grains.Review.Units;

/// <summary>
/// Finds out where a unit stands by asking its parent, which asks its own. The answer is kept for a short while by the unit
/// that wanted it; a unit that is asked by one below asks anew, so that what is kept is never older than that.
/// </summary>
internal sealed class Lineages(IGrainFactory grains, TimeProvider time)
{
    /// <summary>How long a unit keeps its own lineage: so long may a change above it go unnoticed.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    // Travels with the calls from unit to parent: in a registry that has come to hold a ring they would never end.
    private const string DepthKey = "ce.lineage-depth";

    private Kept? _kept;
    private (ReviewUnit Unit, Task<UnitLineage> Lineage)? _asking;

    /// <summary>The lineage of the activation's own unit, at most <see cref="KeptFor"/> old.</summary>
    public async Task<UnitLineage> OfSelfAsync(ReviewUnit unit)
    {
        if (Depth > 0)
        {
            return await AskAsync(unit);
        }

        if (_kept is { } kept && ReferenceEquals(kept.Unit, unit) && time.GetUtcNow() < kept.Until)
        {
            return kept.Lineage;
        }

        // Whoever comes while the question is out waits for the same answer.
        if (_asking is not { } asking || !ReferenceEquals(asking.Unit, unit))
        {
            asking = (unit, AskAndKeepAsync(unit));
            _asking = asking;
        }

        return await asking.Lineage;
    }

    /// <summary>The lineage of another unit, as it is now; null when it is not registered.</summary>
    public async Task<UnitLineage?> OfOtherAsync(string? unitCode)
    {
        if (unitCode is null || Domain.Identity.UnitCode.TryParse(unitCode) is null)
        {
            return null;
        }

        var depth = Depth;
        RequestContext.Set(DepthKey, depth + 1);
        try
        {
            return (await grains.GetGrain<IReviewUnit>(unitCode).GetLineageAsync())?.ToDomain();
        }
        finally
        {
            RequestContext.Set(DepthKey, depth);
        }
    }

    private static int Depth => RequestContext.Get(DepthKey) is int depth ? depth : 0;

    private async Task<UnitLineage> AskAndKeepAsync(ReviewUnit unit)
    {
        // Not before the first await: a failure must reach the waiting callers, not the one field that holds the task.
        await Task.Yield();
        try
        {
            var asked = time.GetUtcNow();
            var lineage = await AskAsync(unit);
            _kept = new Kept(unit, lineage, asked + KeptFor);
            return lineage;
        }
        finally
        {
            _asking = null;
        }
    }

    private async Task<UnitLineage> AskAsync(ReviewUnit unit)
    {
        var parent = Depth < ReviewLimits.AncestorsMax ? await OfOtherAsync(unit.ParentCode?.Value) : null;
        UnitReference? agency = null;
        if (unit.AgencyCode is { } agencyCode)
        {
            agency = (await OfOtherAsync(agencyCode.Value))?.Unit;
        }

        return UnitLineage.Of(unit, parent, agency);
    }

    private sealed record Kept(ReviewUnit Unit, UnitLineage Lineage, DateTimeOffset Until);
}
