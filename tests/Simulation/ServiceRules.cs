namespace CeActors.Simulation;

/// <summary>
/// The rules of handing over that are kept by the storage service and the runtime on our behalf, each of them a switch: what becomes of us if
/// one of them did not hold. All are on.
/// </summary>
internal sealed record ServiceRules
{
    /// <summary>As it is.</summary>
    public static readonly ServiceRules Actual = new();

    /// <summary>A document is replaced only if it is still the one that was read (If-Match).</summary>
    public bool ReplacesOnCondition { get; init; } = true;

    /// <summary>Document and queue rows land in one transaction.</summary>
    public bool LandsAsOne { get; init; } = true;

    /// <summary>A doubtful write is settled by the write id that is read back.</summary>
    public bool ShowsWriteIds { get; init; } = true;

    /// <summary>After "not there" the same write goes again, on the same condition; never another.</summary>
    public bool SendsTheSameAgain { get; init; } = true;

    /// <summary>Where a declaration is, and what a person has filed, is read between the turns of others.</summary>
    public bool ReadsInterleave { get; init; } = true;
}
