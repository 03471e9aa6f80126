using System.Text.Json.Serialization;
using CeActors.Domain.Statements;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Statements;

/// <summary>A recognition statement at rest, version 1 of its form. Names are short as in a declaration's.</summary>
public sealed record StatementDocument
{
    /// <summary>The version of the form that this program writes, and the newest it reads.</summary>
    public const int CurrentSchemaVersion = 1;

    private Statement? _state;

    /// <summary>Version of the form; comes first.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-1)]
    public int SchemaVersion
    {
        get;
        set => field = DocumentTooNewException.Checked("statement", value, CurrentSchemaVersion);
    } = CurrentSchemaVersion;

    [JsonPropertyName("no")]
    public string Number { get; init; } = "";

    [JsonPropertyName("code")]
    public string Code { get; init; } = "";

    [JsonPropertyName("p")]
    public string PersonId { get; init; } = "";

    [JsonPropertyName("n")]
    public string HolderName { get; init; } = "";

    [JsonPropertyName("m")]
    public string MaskedResidentId { get; init; } = "";

    [JsonPropertyName("e")]
    public string EmployerCode { get; init; } = "";

    [JsonPropertyName("en")]
    public string EmployerName { get; init; } = "";

    [JsonPropertyName("t")]
    public string? Title { get; init; }

    [JsonPropertyName("f")]
    public int FromYear { get; init; }

    [JsonPropertyName("u")]
    public int ToYear { get; init; }

    [JsonPropertyName("y")]
    public CertifiedYearPart[] Years { get; init; } = [];

    [JsonPropertyName("ag")]
    public string AgencyCode { get; init; } = "";

    [JsonPropertyName("an")]
    public string AgencyName { get; init; } = "";

    [JsonPropertyName("at")]
    public long IssuedAt { get; init; }

    [JsonPropertyName("r")]
    public string RuleSetVersion { get; init; } = "";

    /// <summary>SHA-256 of the content in its canonical form, as it was when issued: what is read must still have it.</summary>
    [JsonPropertyName("d")]
    public string Digest { get; init; } = "";

    /// <summary>SHA-256 of the rendered paper; null before.</summary>
    [JsonPropertyName("rd")]
    public string? RenderingDigest { get; init; }

    /// <summary>What it says, as the domain knows it; made once.</summary>
    [JsonIgnore]
    public Statement State
    {
        get => _state ??= StatementForms.ToDomain(this);
        internal init => _state = value;
    }
}

/// <summary>One certified year.</summary>
public sealed record CertifiedYearPart
{
    /// <summary>Year, general, professional, and the targets of general, professional, total, in quarter-hours.</summary>
    [JsonPropertyName("y")]
    public int[] Numbers { get; init; } = [];

    [JsonPropertyName("d")]
    public string DeclarationId { get; init; } = "";
}
