using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Systems;

/// <summary>What a registry administrator sends so that a unit of a load's province is there and can decide.</summary>
public static class RegistryRequests
{
    /// <summary>PUT bodies with their paths, in the order in which they must be accepted: the unit, then its reviewer.</summary>
    public static IReadOnlyList<(string Path, object Body)> Of(LoadUnit unit) =>
        [
            (
                $"/api/registry/units/{unit.Code}",
                new
                {
                    Name = $"单位{unit.Code}",
                    unit.Kind,
                    DivisionCode = "430000",
                    unit.ParentCode,
                    unit.AgencyCode,
                    IsPublicInstitution = false,
                    IsActive = true,
                }
            ),
            Member(unit, unit.Reviewer, "审核员"),
        ];

    /// <summary>PUT body of one member who reviews: clerk of an agency, reviewer elsewhere.</summary>
    public static (string Path, object Body) Member(LoadUnit unit, LoadActor member, string name) =>
        (
            $"/api/registry/units/{unit.Code}/members/{member.Subject}",
            new { Name = name, Roles = (string[])[unit.Kind == "agency" ? "clerk" : "reviewer"] }
        );
}
