using System.Text.Json.Serialization;
using CeActors.Grains.Declarations;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Review;

/// <summary>A batch at rest, version 1 of its form. Names are short as in a declaration's.</summary>
public sealed record BatchReviewDocument
{
    /// <summary>The version of the form that this program writes, and the newest it reads.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the form; comes first.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-1)]
    public int SchemaVersion
    {
        get;
        set => field = DocumentTooNewException.Checked("batch", value, CurrentSchemaVersion);
    } = CurrentSchemaVersion;

    [JsonPropertyName("u")]
    public string UnitCode { get; init; } = "";

    /// <summary>The clerk.</summary>
    [JsonPropertyName("p")]
    public string PersonId { get; init; } = "";

    /// <summary>Digest of the command's body.</summary>
    [JsonPropertyName("f")]
    public string Fingerprint { get; init; } = "";

    [JsonPropertyName("ps")]
    public bool Passes { get; init; }

    [JsonPropertyName("r")]
    public string? Reason { get; init; }

    [JsonPropertyName("i")]
    public BatchItemPart[] Items { get; init; } = [];

    /// <summary>Outcomes of the first items, in order; the rest is still to be done.</summary>
    [JsonPropertyName("o")]
    public BatchOutcomePart[]? Outcomes { get; init; }

    [JsonPropertyName("at")]
    public long StartedAt { get; init; }

    [JsonPropertyName("e")]
    public long? FinishedAt { get; init; }
}

/// <summary>One declaration of a batch, with the version that the clerk saw.</summary>
public sealed record BatchItemPart
{
    [JsonPropertyName("d")]
    public string DeclarationId { get; init; } = "";

    [JsonPropertyName("v")]
    public long Version { get; init; }
}

/// <summary>What became of one item: decided, or refused and why.</summary>
public sealed record BatchOutcomePart
{
    [JsonPropertyName("ok")]
    public ReceiptPart? Receipt { get; init; }

    [JsonPropertyName("no")]
    public RefusalPart? Refusal { get; init; }
}

/// <summary>A refusal as it was given.</summary>
public sealed record RefusalPart
{
    [JsonPropertyName("k")]
    public int Kind { get; init; }

    [JsonPropertyName("c")]
    public string Code { get; init; } = "";

    [JsonPropertyName("zh")]
    public string Chinese { get; init; } = "";

    [JsonPropertyName("en")]
    public string English { get; init; } = "";

    [JsonPropertyName("f")]
    public Dictionary<string, string>? Facts { get; init; }
}
