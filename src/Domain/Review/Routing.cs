using System.Collections.Immutable;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>Next units that a unit may choose.</summary>
/// <param name="Superiors">Nearest first.</param>
/// <param name="Agencies">At most one today.</param>
/// <param name="MustChooseAgency">True for a first-level unit.</param>
/// <param name="SuggestedCode">The only choice, or the one chosen last; null when neither.</param>
public sealed record RouteChoices(
    ImmutableArray<UnitReference> Superiors,
    ImmutableArray<UnitReference> Agencies,
    bool MustChooseAgency,
    UnitCode? SuggestedCode
)
{
    public bool Contains(UnitCode code) =>
        Superiors.Any(unit => unit.Code == code) || Agencies.Any(unit => unit.Code == code);
}

/// <summary>
/// Who may come next, as the guide says: an employer chooses a superior, and the agency when it is a first-level unit (employer guide,
/// step 9); a department chooses a superior or the agency (department guide, step 8). A superior is any ancestor in the registry.
/// </summary>
public static class Routing
{
    /// <param name="lineage">The choosing unit's.</param>
    /// <param name="chosenLast">What this unit chose last; null when unknown.</param>
    public static RouteChoices Choices(UnitLineage lineage, UnitCode? chosenLast = null)
    {
        if (lineage.Kind == UnitKind.Agency)
            return new RouteChoices([], [], false, null);
        var mayChooseAgency = lineage.IsFirstLevel || lineage.Kind == UnitKind.SupervisingDepartment;
        ImmutableArray<UnitReference> agencies =
            mayChooseAgency && lineage.Agency is { } agency ? [agency] : ImmutableArray<UnitReference>.Empty;
        var choices = new RouteChoices(lineage.Ancestors, agencies, lineage.IsFirstLevel, null);
        return choices with { SuggestedCode = Suggest(choices, chosenLast) };
    }

    /// <summary>Null when the unit of this lineage may choose <paramref name="next"/>.</summary>
    public static Refusal? Check(UnitLineage lineage, UnitCode next)
    {
        var choices = Choices(lineage);
        if (choices.Contains(next))
            return null;
        if (choices.Superiors.IsEmpty && choices.Agencies.IsEmpty && lineage.Kind != UnitKind.Agency)
            return ReviewRefusals.AgencyMissing;
        return choices.MustChooseAgency
            ? ReviewRefusals.MustChooseAgency(choices.Agencies[0])
            : ReviewRefusals.NextUnitNotAllowed;
    }

    private static UnitCode? Suggest(RouteChoices choices, UnitCode? chosenLast)
    {
        if (choices.Superiors.Length + choices.Agencies.Length == 1)
            return choices.Superiors.Concat(choices.Agencies).First().Code;
        return chosenLast is not null && choices.Contains(chosenLast) ? chosenLast : null;
    }
}
