using System.Text.Json.Serialization;

namespace CeActors.Grains.Declarations;

/// <summary>The declarant within a <see cref="DeclarationDocument"/>.</summary>
public sealed record ProfilePart
{
    [JsonPropertyName("id")]
    public string PersonId { get; init; } = "";

    [JsonPropertyName("n")]
    public string Name { get; init; } = "";

    [JsonPropertyName("m")]
    public string MaskedResidentId { get; init; } = "";

    [JsonPropertyName("e")]
    public int Employer { get; init; }

    [JsonPropertyName("pi")]
    public bool IsPublicInstitution { get; init; }

    [JsonPropertyName("t")]
    public string? Title { get; init; }

    [JsonPropertyName("v")]
    public long Version { get; init; }

    /// <summary>
    /// Keyed digest of the id number. Absent in what was written before it was kept; a program from before passes it over, and leaves it out
    /// when it writes.
    /// </summary>
    [JsonPropertyName("rd")]
    public string? ResidentIdDigest { get; init; }

    /// <summary>Keyed digests of the id numbers that the declarant was registered with before; likewise.</summary>
    [JsonPropertyName("rf")]
    public string[]? FormerResidentIdDigests { get; init; }
}

/// <summary>申报信息 as typed.</summary>
public sealed record HeadPart
{
    [JsonPropertyName("ph")]
    public string? Phone { get; init; }

    [JsonPropertyName("em")]
    public string? Email { get; init; }

    [JsonPropertyName("t")]
    public string? Title { get; init; }

    [JsonPropertyName("ts")]
    public string? TitleSeries { get; init; }

    [JsonPropertyName("tl")]
    public string? TitleLevel { get; init; }

    [JsonPropertyName("pr")]
    public string? Profession { get; init; }

    [JsonPropertyName("f")]
    public string? SpanFromYear { get; init; }

    [JsonPropertyName("u")]
    public string? SpanToYear { get; init; }

    [JsonPropertyName("n")]
    public string? Note { get; init; }

    [JsonPropertyName("ok")]
    public bool PromisesTruth { get; init; }
}

/// <summary>明细 as typed.</summary>
public sealed record ItemPart
{
    [JsonPropertyName("id")]
    public string ItemId { get; init; } = "";

    [JsonPropertyName("y")]
    public int? Year { get; init; }

    [JsonPropertyName("s")]
    public string? Subject { get; init; }

    [JsonPropertyName("t")]
    public string? ActivityType { get; init; }

    [JsonPropertyName("n")]
    public string? ActivityName { get; init; }

    [JsonPropertyName("o")]
    public string? Organiser { get; init; }

    [JsonPropertyName("p")]
    public string? Place { get; init; }

    [JsonPropertyName("a")]
    public string? StartDate { get; init; }

    [JsonPropertyName("b")]
    public string? EndDate { get; init; }

    [JsonPropertyName("h")]
    public string? Hours { get; init; }

    [JsonPropertyName("x")]
    public string? Note { get; init; }
}

/// <summary>One record of the training platform; also part of a professional's document.</summary>
public sealed record ImportPart
{
    [JsonPropertyName("id")]
    public string RecordId { get; init; } = "";

    [JsonPropertyName("y")]
    public int Year { get; init; }

    /// <summary>0 general, 1 professional.</summary>
    [JsonPropertyName("s")]
    public int Subject { get; init; }

    [JsonPropertyName("n")]
    public string CourseName { get; init; } = "";

    [JsonPropertyName("o")]
    public string Organiser { get; init; } = "";

    [JsonPropertyName("q")]
    public int QuarterHours { get; init; }

    /// <summary>Days since 0001-01-01.</summary>
    [JsonPropertyName("d")]
    public int CompletedOn { get; init; }
}

/// <summary>One file of evidence.</summary>
public sealed record EvidencePart
{
    [JsonPropertyName("id")]
    public string EvidenceId { get; init; } = "";

    [JsonPropertyName("y")]
    public int Year { get; init; }

    [JsonPropertyName("n")]
    public string FileName { get; init; } = "";

    [JsonPropertyName("t")]
    public string ContentType { get; init; } = "";

    [JsonPropertyName("z")]
    public long SizeBytes { get; init; }

    /// <summary>Null while the upload is open.</summary>
    [JsonPropertyName("d")]
    public string? Digest { get; init; }

    [JsonPropertyName("a")]
    public long AddedAt { get; init; }
}

/// <summary>One version; its number is its place in the list, counted from 1.</summary>
public sealed record HistoryPart
{
    [JsonPropertyName("a")]
    public string Action { get; init; } = "";

    [JsonPropertyName("t")]
    public long At { get; init; }

    /// <summary>Null is the declarant.</summary>
    [JsonPropertyName("p")]
    public string? ActorPersonId { get; init; }

    /// <summary>Null is the declarant's present name.</summary>
    [JsonPropertyName("n")]
    public string? ActorName { get; init; }

    [JsonPropertyName("u")]
    public int? Unit { get; init; }

    [JsonPropertyName("x")]
    public int? NextUnit { get; init; }

    [JsonPropertyName("r")]
    public string? Reason { get; init; }

    [JsonPropertyName("i")]
    public string[]? ItemIds { get; init; }

    /// <summary>Null is that of the version before.</summary>
    [JsonPropertyName("v")]
    public string? RuleSetVersion { get; init; }

    [JsonPropertyName("s")]
    public int StatusAfter { get; init; }
}

/// <summary>
/// What a command came to, without what stood in the way of submission: that is of the draft as it is now, and is worked out
/// again for a repetition.
/// </summary>
public sealed record ReceiptPart
{
    [JsonPropertyName("s")]
    public int Status { get; init; }

    [JsonPropertyName("v")]
    public long Version { get; init; }

    [JsonPropertyName("r")]
    public long DraftRevision { get; init; }

    /// <summary>Code of the unit that held it then.</summary>
    [JsonPropertyName("h")]
    public string? HolderUnitCode { get; init; }

    /// <summary>What the command made.</summary>
    [JsonPropertyName("m")]
    public string? CreatedId { get; init; }
}

/// <summary>What the list of a unit shows of a submission that it decided on and that was followed by another.</summary>
public sealed record EarlierLinePart
{
    [JsonPropertyName("u")]
    public string UnitCode { get; init; } = "";

    [JsonPropertyName("v")]
    public long Version { get; init; }

    [JsonPropertyName("n")]
    public string PersonName { get; init; } = "";

    [JsonPropertyName("e")]
    public string EmployerCode { get; init; } = "";

    [JsonPropertyName("en")]
    public string EmployerName { get; init; } = "";

    [JsonPropertyName("s")]
    public int Status { get; init; }

    [JsonPropertyName("f")]
    public int FromYear { get; init; }

    [JsonPropertyName("t")]
    public int ToYear { get; init; }

    [JsonPropertyName("q")]
    public int QuarterHours { get; init; }

    [JsonPropertyName("tl")]
    public string? TitleLevel { get; init; }

    [JsonPropertyName("st")]
    public long SubmittedAt { get; init; }

    [JsonPropertyName("hs")]
    public long HeldSince { get; init; }

    [JsonPropertyName("m")]
    public bool TargetsMet { get; init; }

    /// <summary>Masked id number then. Absent, like the rest, in what was written before it was kept: then the unit is shown none.</summary>
    [JsonPropertyName("mi")]
    public string? MaskedResidentId { get; init; }

    [JsonPropertyName("pi")]
    public bool IsPublicInstitution { get; init; }

    /// <summary>Version of the profile then.</summary>
    [JsonPropertyName("pv")]
    public long ProfileVersion { get; init; }

    /// <summary>Draft revision that was submitted then.</summary>
    [JsonPropertyName("dr")]
    public long DraftRevision { get; init; }
}
