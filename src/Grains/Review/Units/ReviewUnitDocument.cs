using System.Text.Json.Serialization;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Registry;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Review.Units;

/// <summary>
/// A unit at rest, version 1 of its form: its entry in the registry, its members, who changed it, and the commands remembered.
/// Null and absent mean empty. Instants are milliseconds since 1970 in UTC.
/// </summary>
public sealed record ReviewUnitDocument : IIndexedDocument
{
    /// <summary>The version of the form that this program writes, and the newest it reads.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>
    /// Members in all remembered outcomes together: an outcome repeats the unit as it was, and 64 of a unit with 200 members
    /// would not fit a document. The oldest commands are forgotten first.
    /// </summary>
    public const int RememberedMembersMax = 2_000;

    private ReviewUnit? _state;

    /// <summary>Version of the form. It comes first, so that a newer form is refused before anything else of it is read.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-1)]
    public int SchemaVersion
    {
        get;
        set => field = DocumentTooNewException.Checked("unit", value, CurrentSchemaVersion);
    } = CurrentSchemaVersion;

    /// <summary>The unit as it is.</summary>
    [JsonPropertyName("u")]
    public UnitPart Unit { get; init; } = new();

    /// <summary>Oldest first.</summary>
    [JsonPropertyName("a")]
    public AuditPart[] Audit { get; init; } = [];

    /// <summary>Commands remembered, oldest first, each with the unit as it left it.</summary>
    [JsonPropertyName("c")]
    public RememberedCommand<UnitPart>[] Commands { get; init; } = [];

    /// <summary>What it says, as the domain knows it; made once.</summary>
    [JsonIgnore]
    public ReviewUnit State => _state ??= UnitReading.ToDomain(this);

    /// <summary>The document of a unit after a command.</summary>
    internal static ReviewUnitDocument Of(ReviewUnit state, ReviewUnitDocument? before, CommandIdentity command)
    {
        var part = UnitReading.ToPart(state);
        var commands = (before?.Commands ?? []).With(command, part);
        while (commands.Length > 1 && commands.Sum(entry => entry.Outcome.Members.Length) > RememberedMembersMax)
        {
            commands = commands[1..];
        }

        return new ReviewUnitDocument
        {
            Unit = part,
            Audit = [.. state.Audit.Select(UnitReading.ToPart)],
            Commands = commands,
            _state = state,
        };
    }

    /// <inheritdoc />
    public IReadOnlyList<StoredRow> ToRows() => [UnitRows.Of(Unit)];

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<StoredRow>> ToEarlierRows() =>
        [
            [UnitRows.WithoutVersion(Unit)],
        ];
}
