using System.Text.Json.Serialization;
using CeActors.Domain.Declarations;
using CeActors.Grains.Commands;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Declarations;

/// <summary>
/// A declaration at rest, version 1 of its form. Names are short because a province writes millions of them; they are listed
/// in docs/storage-schema. Null and absent mean empty. Instants are milliseconds since 1970 in UTC; units are indexes into
/// <see cref="Units"/>, because each occurs many times.
/// </summary>
public sealed record DeclarationDocument : IIndexedDocument
{
    /// <summary>The version of the form that this program writes, and the newest it reads.</summary>
    public const int CurrentSchemaVersion = 1;

    private Declaration? _state;

    /// <summary>Version of the form. It comes first, so that a newer form is refused before anything else of it is read.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-1)]
    public int SchemaVersion
    {
        get;
        set => field = DocumentTooNewException.Checked("declaration", value, CurrentSchemaVersion);
    } = CurrentSchemaVersion;

    [JsonPropertyName("id")]
    public string Id { get; init; } = "";

    /// <summary>Code and name, alternating; a unit that changed its name is in it with each name it had.</summary>
    [JsonPropertyName("u")]
    public string[] Units { get; init; } = [];

    /// <summary>The declarant as registered when filed or last submitted.</summary>
    [JsonPropertyName("p")]
    public ProfilePart Profile { get; init; } = new();

    [JsonPropertyName("s")]
    public int Status { get; init; }

    [JsonPropertyName("l")]
    public int Level { get; init; }

    /// <summary>Unit that holds it.</summary>
    [JsonPropertyName("h")]
    public int? Holder { get; init; }

    /// <summary>Unit that chose the holder.</summary>
    [JsonPropertyName("rb")]
    public int? RoutedBy { get; init; }

    [JsonPropertyName("r")]
    public long DraftRevision { get; init; }

    [JsonPropertyName("hd")]
    public HeadPart? Head { get; init; }

    [JsonPropertyName("it")]
    public ItemPart[]? Items { get; init; }

    /// <summary>Confirmed records of the training platform.</summary>
    [JsonPropertyName("im")]
    public ImportPart[]? Imports { get; init; }

    [JsonPropertyName("ev")]
    public EvidencePart[]? Evidence { get; init; }

    /// <summary>One a version, from version 1 without a gap.</summary>
    [JsonPropertyName("hi")]
    public HistoryPart[] History { get; init; } = [];

    /// <summary>Years as submitted last; each is year, general, professional, and the targets of general, professional, total, in quarter-hours.</summary>
    [JsonPropertyName("y")]
    public int[][]? SubmittedYears { get; init; }

    /// <summary>Level of the title as submitted last: what lists show must not move with the draft.</summary>
    [JsonPropertyName("tl")]
    public string? SubmittedTitleLevel { get; init; }

    /// <summary>Draft revision that was submitted last: what was typed since is the person's alone.</summary>
    [JsonPropertyName("sr")]
    public long? SubmittedRevision { get; init; }

    [JsonPropertyName("st")]
    public long? SubmittedAt { get; init; }

    [JsonPropertyName("rt")]
    public long? RecognisedAt { get; init; }

    /// <summary>Agency that recognised.</summary>
    [JsonPropertyName("ag")]
    public int? Agency { get; init; }

    /// <summary>
    /// Lines of units that decided on an earlier submission, as they were when the next one was made: what is submitted later is not theirs
    /// to see.
    /// </summary>
    [JsonPropertyName("el")]
    public EarlierLinePart[]? EarlierLines { get; init; }

    /// <summary>Commands remembered, the one that opened the declaration first and for ever.</summary>
    [JsonPropertyName("c")]
    public RememberedCommand<ReceiptPart>[] Commands { get; init; } = [];

    /// <summary>What it says, as the domain knows it; made once.</summary>
    [JsonIgnore]
    public Declaration State
    {
        get => _state ??= DeclarationReading.ToDomain(this);
        internal init => _state = value;
    }

    /// <inheritdoc />
    public IReadOnlyList<StoredRow> ToRows() => QueueLines.RowsOf(this);
}
