using System.Collections.Immutable;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>Where a unit stands among others.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Ancestors">Superiors, nearest first, at most <see cref="ReviewLimits.AncestorsMax"/>.</param>
/// <param name="Agency">Its own agency, or the nearest ancestor's; null when none is set.</param>
/// <param name="IsActive">It takes new declarations.</param>
public sealed record UnitLineage(
    UnitReference Unit,
    UnitKind Kind,
    ImmutableArray<UnitReference> Ancestors,
    UnitReference? Agency,
    bool IsActive
)
{
    /// <summary>No superior (一级单位).</summary>
    public bool IsFirstLevel => Kind != UnitKind.Agency && Ancestors.IsEmpty;

    /// <summary>The lineage of a unit below its parent.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="parent">Lineage of its parent; null when it has none.</param>
    /// <param name="ownAgency">The agency that it names itself; null when it names none.</param>
    public static UnitLineage Of(ReviewUnit unit, UnitLineage? parent, UnitReference? ownAgency)
    {
        // A registry that was changed from two sides may hold a ring; a lineage never does.
        ImmutableArray<UnitReference> ancestors = parent is null
            ? []
            :
            [
                .. new[] { parent.Unit }
                    .Concat(parent.Ancestors)
                    .TakeWhile(ancestor => ancestor.Code != unit.Code)
                    .Take(ReviewLimits.AncestorsMax),
            ];
        return new UnitLineage(unit.Reference, unit.Kind, ancestors, ownAgency ?? parent?.Agency, unit.IsActive);
    }
}
