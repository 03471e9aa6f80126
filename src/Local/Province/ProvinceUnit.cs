namespace CeActors.Local.Province;

/// <summary>The three kinds of the registry, as the HTTP API names them.</summary>
public static class UnitKinds
{
    public const string Employer = "employer";
    public const string SupervisingDepartment = "supervisingDepartment";
    public const string Agency = "agency";

    public static readonly string[] All = [Employer, SupervisingDepartment, Agency];
}

/// <summary>One unit of the demo province.</summary>
/// <param name="Code">Registry code.</param>
/// <param name="Name">Fictional name.</param>
/// <param name="Kind">One of <see cref="UnitKinds"/>; a unit above others is a supervising department.</param>
/// <param name="DivisionCode">Its division.</param>
/// <param name="CreditCode">Unified social credit code; null for one without (agencies, internal branches).</param>
/// <param name="ParentCode">Superior; null for first-level units and agencies.</param>
/// <param name="AgencyCode">Handling agency; null for agencies and for units that take their ancestor's.</param>
/// <param name="IsPublicInstitution">事业单位.</param>
/// <param name="Level">1 for first-level units (一级单位) and agencies, 2 for those below, and so on.</param>
/// <param name="Account">Sign-in subject of its administrator, such as <c>employer12</c>.</param>
public sealed record ProvinceUnit(
    string Code,
    string Name,
    string Kind,
    string DivisionCode,
    string? CreditCode,
    string? ParentCode,
    string? AgencyCode,
    bool IsPublicInstitution,
    int Level,
    string Account
);
