namespace CeActors.Grains;

/// <summary>
/// The rules by which a declaration is handed from one unit to the next, each of them a switch. All are on and nothing configures
/// them: the simulation switches them off one by one, to show that it notices and that each is needed.
/// </summary>
internal sealed record HandingRules
{
    /// <summary>As designed: all on.</summary>
    public static readonly HandingRules Design = new();

    /// <summary>Units remember, before the commit, what may leave and come.</summary>
    public bool AnnouncesBeforeCommit { get; init; } = true;

    /// <summary>Units are told after the commit where the declaration is.</summary>
    public bool TellsAfterCommit { get; init; } = true;

    /// <summary>Of two statements about a declaration, the one of the older version changes nothing.</summary>
    public bool OlderChangesNothing { get; init; } = true;

    /// <summary>What has left is remembered for a while, with its version.</summary>
    public bool RemembersDepartures { get; init; } = true;

    /// <summary>A unit that hears no outcome asks the declaration.</summary>
    public bool AsksWithoutOutcome { get; init; } = true;

    /// <summary>The wait for an outcome is not ended by one of an earlier version that comes late.</summary>
    public bool OldOutcomesEndNoWait { get; init; } = true;

    /// <summary>A declaration that is still at the version before is asked again, because the commit may yet land.</summary>
    public bool AsksAgain { get; init; } = true;

    /// <summary>A declaration that says it is held here is kept, whatever was announced.</summary>
    public bool KeepsWhatIsHeldHere { get; init; } = true;

    /// <summary>A declaration that says it is held elsewhere, at a later version, is dropped.</summary>
    public bool DropsWhatIsHeldElsewhere { get; init; } = true;

    /// <summary>What was asked about for long enough is looked for in the rows.</summary>
    public bool RereadsAfterAsking { get; init; } = true;

    /// <summary>All rows are read again some time after an activation.</summary>
    public bool RereadsAfterActivation { get; init; } = true;

    /// <summary>All rows are read again some time after a change of the cluster's membership.</summary>
    public bool RereadsAfterMembershipChange { get; init; } = true;

    /// <summary>What a unit has decided is read again when it was not told how a movement ended.</summary>
    public bool RereadsDecidedAfterAsking { get; init; } = true;

    /// <summary>A declaration's memory changes only when its write is known to have landed.</summary>
    public bool RemembersOnlyWhatLanded { get; init; } = true;

    /// <summary>In any doubt about a write the activation goes.</summary>
    public bool GoesInDoubt { get; init; } = true;

    /// <summary>A refusal is given on what is stored, not on a memory that may be behind.</summary>
    public bool RefusesOnWhatIsStored { get; init; } = true;

    /// <summary>A command is refused when the declaration is not at the version that it was decided on.</summary>
    public bool CommandsCarryTheirVersion { get; init; } = true;

    /// <summary>A repeated command is answered with its first outcome.</summary>
    public bool RemembersCommands { get; init; } = true;

    /// <summary>Units that have decided on a declaration are told when it is deleted.</summary>
    public bool TellsOfDeletion { get; init; } = true;
}
