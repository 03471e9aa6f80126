namespace CeActors.Domain.Identity;

/// <summary>A unit as it was called when something was decided.</summary>
public sealed record UnitReference(UnitCode Code, string Name);
