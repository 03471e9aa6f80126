using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>What a unit is.</summary>
public enum UnitKind
{
    /// <summary>Any employer that is not also a department above others.</summary>
    Employer = 0,

    /// <summary>主管部门; it may employ people too.</summary>
    SupervisingDepartment = 1,

    /// <summary>经办机构, an HRSS agency.</summary>
    Agency = 2,
}

/// <summary>A unit's word in one movement: from the source, that the actor may act and the route is allowed; from the target, that it takes it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ActorName">The actor's registered name in the source unit; null for a target and for the declarant's own movements.</param>
public sealed record UnitTicket(UnitReference Unit, UnitKind Kind, string? ActorName = null);
