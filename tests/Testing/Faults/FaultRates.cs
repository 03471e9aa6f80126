namespace CeActors.Testing.Faults;

/// <summary>How often each fault strikes: shares of all requests, 0 to 1, together at most 1.</summary>
public sealed record FaultRates
{
    /// <summary>No faults at all.</summary>
    public static readonly FaultRates None = new();

    /// <summary>
    /// What the system must bear for ten minutes: 5 % throttling, 2 % timeouts, 2 % lost acknowledgements (half reset,
    /// half silent), 1 % resets, 1 % wrong etags (a third each: altered, a conflict that is none, a conflict after the commit).
    /// </summary>
    public static readonly FaultRates Weather = new()
    {
        Busy = 0.05,
        Timeout = 0.02,
        LostAcknowledgement = 0.02,
        Reset = 0.01,
        WrongETag = 0.01,
    };

    /// <summary>Share of <see cref="StorageFault.Busy"/>.</summary>
    public double Busy { get; init; }

    /// <summary>Share of <see cref="StorageFault.ServerError"/>.</summary>
    public double ServerError { get; init; }

    /// <summary>Share of <see cref="StorageFault.Delay"/>.</summary>
    public double Delay { get; init; }

    /// <summary>Share of <see cref="StorageFault.Reset"/>.</summary>
    public double Reset { get; init; }

    /// <summary>Share of <see cref="StorageFault.Timeout"/>.</summary>
    public double Timeout { get; init; }

    /// <summary>Share of <see cref="StorageFault.LostAnswer"/> and <see cref="StorageFault.SilentAnswer"/> together.</summary>
    public double LostAcknowledgement { get; init; }

    /// <summary>
    /// Share of <see cref="StorageFault.AlteredETag"/>, <see cref="StorageFault.FalseConflict"/> and
    /// <see cref="StorageFault.ConflictAfterCommit"/> together.
    /// </summary>
    public double WrongETag { get; init; }

    /// <summary>The fault whose part of the unit interval holds the number.</summary>
    /// <param name="number">0 to below 1.</param>
    public StorageFault At(double number)
    {
        foreach (var (share, fault) in Parts())
        {
            if (number < share)
            {
                return fault;
            }

            number -= share;
        }

        return StorageFault.None;
    }

    private (double Share, StorageFault Fault)[] Parts() =>
        [
            (Busy, StorageFault.Busy),
            (ServerError, StorageFault.ServerError),
            (Delay, StorageFault.Delay),
            (Reset, StorageFault.Reset),
            (Timeout, StorageFault.Timeout),
            (LostAcknowledgement / 2, StorageFault.LostAnswer),
            (LostAcknowledgement / 2, StorageFault.SilentAnswer),
            (WrongETag / 3, StorageFault.AlteredETag),
            (WrongETag / 3, StorageFault.FalseConflict),
            (WrongETag / 3, StorageFault.ConflictAfterCommit),
        ];
}
