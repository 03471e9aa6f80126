namespace CeActors.Contracts.Review;

/// <summary>
/// The one through whom every change of a unit's place goes (key 0). It knows where each unit stands and where it may be about to stand,
/// and allows a place when no order in which changes land can make a ring or a unit with too many superiors. It is asked by units within
/// their turn and calls none back that it waits for.
/// </summary>
[Alias("ce.IUnitTree")]
public interface IUnitTree : IGrainWithIntegerKey
{
    /// <summary>
    /// Before a unit's entry is written with another place: stores that it may come to stand there. Refused as a registration is, with
    /// <c>place-under-way</c> when a change that is not known to have landed stands against it. Idempotent: the same wish again is
    /// granted again.
    /// </summary>
    [Alias("reserve")]
    Task<Outcome<Done>> ReserveAsync(PlaceWish wish);

    /// <summary>After the write: where the unit stands now. What gets lost of it is found in the unit's row. Older than known changes nothing.</summary>
    [Alias("settle")]
    Task SettleAsync(PlaceStatement statement);
}

/// <summary>What ties a unit to others.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="ParentCode">Superior; null for a first-level unit and for agencies.</param>
/// <param name="AgencyCode">Its own agency; null when it names none.</param>
[GenerateSerializer, Immutable, Alias("ce.unit-place")]
public sealed record UnitPlace(
    [property: Id(0)] UnitKind Kind,
    [property: Id(1)] string? ParentCode,
    [property: Id(2)] string? AgencyCode
);

/// <param name="UnitCode">The unit.</param>
/// <param name="Version">Version of its entry that the change will replace; 0 when it is not registered yet.</param>
/// <param name="Present">Its place in that version; null when it is not registered yet.</param>
/// <param name="Wished">The place wished for.</param>
[GenerateSerializer, Immutable, Alias("ce.place-wish")]
public sealed record PlaceWish(
    [property: Id(0)] string UnitCode,
    [property: Id(1)] long Version,
    [property: Id(2)] UnitPlace? Present,
    [property: Id(3)] UnitPlace Wished
);

/// <param name="UnitCode">The unit.</param>
/// <param name="Version">Version of its entry.</param>
/// <param name="Place">Its place in that version.</param>
/// <param name="RenewedUpTo">
/// The number up to which nothing reserved before can land any more, because the entry has been written anew since; 0 where that is not said.
/// </param>
[GenerateSerializer, Immutable, Alias("ce.place-statement")]
public sealed record PlaceStatement(
    [property: Id(0)] string UnitCode,
    [property: Id(1)] long Version,
    [property: Id(2)] UnitPlace Place,
    [property: Id(3)] long RenewedUpTo
);
