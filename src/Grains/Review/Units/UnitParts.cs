using System.Text.Json.Serialization;

namespace CeActors.Grains.Review.Units;

/// <summary>A unit at rest, its audit apart.</summary>
public sealed record UnitPart
{
    [JsonPropertyName("code")]
    public string Code { get; init; } = "";

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    /// <summary>0 employer, 1 supervising department, 2 agency.</summary>
    [JsonPropertyName("kind")]
    public int Kind { get; init; }

    [JsonPropertyName("division")]
    public string DivisionCode { get; init; } = "";

    [JsonPropertyName("credit")]
    public string? CreditCode { get; init; }

    [JsonPropertyName("parent")]
    public string? ParentCode { get; init; }

    [JsonPropertyName("agency")]
    public string? AgencyCode { get; init; }

    [JsonPropertyName("public")]
    public bool IsPublicInstitution { get; init; }

    [JsonPropertyName("active")]
    public bool IsActive { get; init; }

    [JsonPropertyName("version")]
    public long Version { get; init; }

    [JsonPropertyName("members")]
    public MemberPart[] Members { get; init; } = [];
}

/// <summary>A member at rest.</summary>
public sealed record MemberPart
{
    [JsonPropertyName("id")]
    public string PersonId { get; init; } = "";

    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    /// <summary>Sum of 1 administrator, 2 reviewer, 4 clerk, 8 auditor.</summary>
    [JsonPropertyName("roles")]
    public int Roles { get; init; }

    [JsonPropertyName("natural")]
    public string? NaturalPersonId { get; init; }
}

/// <summary>An audited change at rest.</summary>
public sealed record AuditPart
{
    [JsonPropertyName("version")]
    public long Version { get; init; }

    [JsonPropertyName("at")]
    public long At { get; init; }

    [JsonPropertyName("actor")]
    public string Actor { get; init; } = "";

    [JsonPropertyName("action")]
    public string Action { get; init; } = "";

    [JsonPropertyName("detail")]
    public string Detail { get; init; } = "";
}
