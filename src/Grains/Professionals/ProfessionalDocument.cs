using System.Text.Json.Serialization;
using CeActors.Domain.Professionals;
using CeActors.Grains.Commands;
using CeActors.Grains.Declarations;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Professionals;

/// <summary>
/// A professional at rest: the only place where a whole id number is kept. Each is written in the oldest version of the form whose programs
/// would drop nothing that guards against anything: version 2 has the link to another account, version 3 also the numbers held before and the
/// audit of links; all others are version 1. Names as in <see cref="DeclarationDocument"/>.
/// </summary>
public sealed record ProfessionalDocument
{
    /// <summary>The newest version of the form that this program writes and reads.</summary>
    public const int CurrentSchemaVersion = 3;

    /// <summary>The version that is written for an account that was linked before links were audited.</summary>
    internal const int LinkedSchemaVersion = 2;

    /// <summary>The version that is written for whoever was never linked nor corrected.</summary>
    internal const int UnlinkedSchemaVersion = 1;

    private Professional? _state;

    /// <summary>Version of the form; comes first.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-1)]
    public int SchemaVersion
    {
        get;
        set => field = DocumentTooNewException.Checked("professional", value, CurrentSchemaVersion);
    } = UnlinkedSchemaVersion;

    [JsonPropertyName("id")]
    public string PersonId { get; init; } = "";

    /// <summary>Null until registered.</summary>
    [JsonPropertyName("pf")]
    public RegistrationPart? Registration { get; init; }

    /// <summary>The professional that the human of this account is under another account; null when there is none.</summary>
    [JsonPropertyName("np")]
    public string? NaturalPersonId { get; init; }

    /// <summary>Keyed digests of the id numbers of earlier registrations, oldest first.</summary>
    [JsonPropertyName("fn")]
    public string[]? FormerResidentIdDigests { get; init; }

    /// <summary>Who registered, corrected and linked, oldest first; a program from before passes it over, and leaves it out when it writes version 1.</summary>
    [JsonPropertyName("a")]
    public PersonAuditPart[]? Audit { get; init; }

    [JsonPropertyName("im")]
    public ImportPart[]? ImportedRecords { get; init; }

    /// <summary>Reserved ids of declarations, oldest first.</summary>
    [JsonPropertyName("d")]
    public ReservationPart[]? Declarations { get; init; }

    /// <summary>Numbers of statements, oldest first.</summary>
    [JsonPropertyName("s")]
    public string[]? Statements { get; init; }

    [JsonPropertyName("c")]
    public RememberedCommand<ProfessionalOutcomePart>[]? Commands { get; init; }

    /// <summary>What it says, as the domain knows it; made once.</summary>
    [JsonIgnore]
    public Professional State
    {
        get => _state ??= ProfessionalForms.ToDomain(this);
        internal init => _state = value;
    }

    /// <summary>Never the id number: whoever prints a document prints this.</summary>
    public override string ToString() => $"professional {PersonId}";
}

/// <summary>The profile.</summary>
public sealed record RegistrationPart
{
    [JsonPropertyName("n")]
    public string Name { get; init; } = "";

    /// <summary>The whole id number.</summary>
    [JsonPropertyName("rid")]
    public string ResidentId { get; init; } = "";

    [JsonPropertyName("e")]
    public string EmployerCode { get; init; } = "";

    [JsonPropertyName("en")]
    public string EmployerName { get; init; } = "";

    [JsonPropertyName("pi")]
    public bool IsPublicInstitution { get; init; }

    [JsonPropertyName("t")]
    public string? Title { get; init; }

    [JsonPropertyName("v")]
    public long Version { get; init; }

    /// <summary>Number of the reservation of the id number; 0 in a registration that is older than the register.</summary>
    [JsonPropertyName("rn")]
    public long ReservedAs { get; init; }

    /// <summary>The reservation of the number that was corrected last; null when its register is known to have dropped it.</summary>
    [JsonPropertyName("fr")]
    public FormerReservationPart? FormerReservation { get; init; }

    /// <summary>Never the id number.</summary>
    public override string ToString() => $"registration {Version}";
}

/// <summary>The reservation of a former id number.</summary>
public sealed record FormerReservationPart
{
    /// <summary>Stands for the number.</summary>
    [JsonPropertyName("h")]
    public string Digest { get; init; } = "";

    [JsonPropertyName("rn")]
    public long Number { get; init; }

    /// <summary>Never the digest.</summary>
    public override string ToString() => $"reservation {Number}";
}

/// <summary>An audited change of a person.</summary>
public sealed record PersonAuditPart
{
    /// <summary>From 1.</summary>
    [JsonPropertyName("n")]
    public long Number { get; init; }

    [JsonPropertyName("t")]
    public long At { get; init; }

    /// <summary>Who.</summary>
    [JsonPropertyName("p")]
    public string Actor { get; init; } = "";

    [JsonPropertyName("a")]
    public string Action { get; init; } = "";

    [JsonPropertyName("d")]
    public string Detail { get; init; } = "";
}

/// <summary>A reserved id of a declaration.</summary>
public sealed record ReservationPart
{
    [JsonPropertyName("id")]
    public string DeclarationId { get; init; } = "";

    /// <summary>When it was reserved.</summary>
    [JsonPropertyName("t")]
    public long At { get; init; }
}

/// <summary>What a command of a professional came to: one of the three.</summary>
public sealed record ProfessionalOutcomePart
{
    [JsonPropertyName("p")]
    public SummaryPart? Registered { get; init; }

    [JsonPropertyName("i")]
    public ImportedPart? Imported { get; init; }

    /// <summary>Number of the statement issued.</summary>
    [JsonPropertyName("s")]
    public string? StatementNumber { get; init; }
}

/// <summary>The answer to a registration.</summary>
public sealed record SummaryPart
{
    [JsonPropertyName("n")]
    public string Name { get; init; } = "";

    [JsonPropertyName("m")]
    public string MaskedResidentId { get; init; } = "";

    [JsonPropertyName("e")]
    public string EmployerCode { get; init; } = "";

    [JsonPropertyName("en")]
    public string EmployerName { get; init; } = "";

    [JsonPropertyName("pi")]
    public bool IsPublicInstitution { get; init; }

    [JsonPropertyName("t")]
    public string? Title { get; init; }

    [JsonPropertyName("v")]
    public long Version { get; init; }
}

/// <summary>The answer to an import.</summary>
public sealed record ImportedPart
{
    [JsonPropertyName("a")]
    public int Added { get; init; }

    [JsonPropertyName("k")]
    public int AlreadyKnown { get; init; }
}
