using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>Why a declaration goes from a unit, which decides what the unit must authorize.</summary>
public enum DepartureKind
{
    /// <summary>The declarant withdraws; nothing to authorize.</summary>
    Withdrawal = 0,

    /// <summary>A reviewer passes it on.</summary>
    Pass = 1,

    /// <summary>A reviewer returns it to the person.</summary>
    Return = 2,

    /// <summary>A reviewer sends it to another unit.</summary>
    Reroute = 3,

    /// <summary>A clerk recognises (agency pass).</summary>
    Recognition = 4,

    /// <summary>An auditor revokes what this agency recognised; no queue changes.</summary>
    Revocation = 5,
}

/// <summary>What a unit is asked before a declaration goes from it.</summary>
/// <param name="Kind">What moves it.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Declarant">Whose declaration it is.</param>
/// <param name="NextUnit">Chosen next unit; null where there is none.</param>
public sealed record Departure(DepartureKind Kind, PersonId Actor, PersonId Declarant, UnitCode? NextUnit);
