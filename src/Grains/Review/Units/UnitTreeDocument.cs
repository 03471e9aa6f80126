using System.Text.Json.Serialization;
using CeActors.Domain.Review;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Review.Units;

/// <summary>
/// The tree at rest, version 1 of its form: not where units stand, which their own rows say, but where they may be about to. Each write
/// of it replaces the one before, so two activations cannot both reserve.
/// </summary>
public sealed record UnitTreeDocument
{
    /// <summary>The version of the form that this program writes, and the newest it reads.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the form. It comes first, so that a newer form is refused before anything else of it is read.</summary>
    [JsonPropertyName("v"), JsonPropertyOrder(-1)]
    public int SchemaVersion
    {
        get;
        set => field = DocumentTooNewException.Checked("tree", value, CurrentSchemaVersion);
    } = CurrentSchemaVersion;

    /// <summary>Number of the place reserved last.</summary>
    [JsonPropertyName("n")]
    public long LastNumber { get; init; }

    /// <summary>Places that may be taken, oldest first; at most <see cref="ReviewLimits.ReservedPlacesMax"/>.</summary>
    [JsonPropertyName("r")]
    public ReservedPlacePart[] Reserved { get; init; } = [];

    internal static UnitTreeDocument Of(long lastNumber, IEnumerable<ReservedPlace> reserved) =>
        new() { LastNumber = lastNumber, Reserved = [.. reserved.Select(ReservedPlacePart.Of)] };
}

/// <summary>A place that a unit may be about to have, at rest.</summary>
public sealed record ReservedPlacePart
{
    [JsonPropertyName("n")]
    public long Number { get; init; }

    [JsonPropertyName("u")]
    public string UnitCode { get; init; } = "";

    /// <summary>Version of the unit's entry that the change replaces; 0 where there was none.</summary>
    [JsonPropertyName("b")]
    public long BaseVersion { get; init; }

    /// <summary>0 employer, 1 supervising department, 2 agency.</summary>
    [JsonPropertyName("k")]
    public int Kind { get; init; }

    [JsonPropertyName("p")]
    public string? ParentCode { get; init; }

    [JsonPropertyName("a")]
    public string? AgencyCode { get; init; }

    /// <summary>When it was reserved, milliseconds since 1970 in UTC.</summary>
    [JsonPropertyName("t")]
    public long At { get; init; }

    internal static ReservedPlacePart Of(ReservedPlace reserved) =>
        new()
        {
            Number = reserved.Number,
            UnitCode = reserved.Code.Value,
            BaseVersion = reserved.BaseVersion,
            Kind = (int)reserved.Place.Kind,
            ParentCode = reserved.Place.ParentCode?.Value,
            AgencyCode = reserved.Place.AgencyCode?.Value,
            At = reserved.At.ToUnixTimeMilliseconds(),
        };

    internal ReservedPlace ToDomain() =>
        new(
            Number,
            Domain.Identity.UnitCode.Parse(UnitCode),
            BaseVersion,
            UnitMapping.PlaceOf((Contracts.Review.UnitKind)Kind, ParentCode, AgencyCode),
            DateTimeOffset.FromUnixTimeMilliseconds(At)
        );
}
