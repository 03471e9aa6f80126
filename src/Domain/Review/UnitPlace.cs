using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>What ties a unit to others.</summary>
/// <param name="Kind">Its kind: only a department has units below it, only an agency is one's agency.</param>
/// <param name="ParentCode">Superior; null for a first-level unit and for agencies.</param>
/// <param name="AgencyCode">Its own agency; null when it names none.</param>
public sealed record UnitPlace(UnitKind Kind, UnitCode? ParentCode, UnitCode? AgencyCode);

/// <summary>A place that a unit may be getting: whether the change of the unit itself landed is not known here.</summary>
/// <param name="Number">Ascending over all units, from 1.</param>
/// <param name="Code">The unit.</param>
/// <param name="BaseVersion">Version of the unit's entry that the change replaces; 0 where there is none yet.</param>
/// <param name="Place">The wished place.</param>
/// <param name="At">When it was reserved.</param>
public sealed record ReservedPlace(long Number, UnitCode Code, long BaseVersion, UnitPlace Place, DateTimeOffset At);
