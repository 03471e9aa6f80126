namespace CeActors.Simulation;

/// <summary>
/// What goes wrong in one history, and how often. Each history draws a few kinds of faults and leaves the others out: where
/// everything fails at once, nothing goes on long enough to go wrong in an interesting way.
/// </summary>
internal sealed record Faults
{
    /// <summary>Nothing goes wrong.</summary>
    public static readonly Faults None = new();

    /// <summary>A request or an answer between grains, or between client and grain, does not arrive.</summary>
    public double MessageLost { get; init; }

    /// <summary>A request arrives twice, the second time later.</summary>
    public double MessageDoubled { get; init; }

    /// <summary>A request arrives up to <see cref="MessageLateMax"/> later.</summary>
    public double MessageLate { get; init; }

    /// <summary>What units are told after a commit is lost.</summary>
    public double OutcomeLost { get; init; }

    /// <summary>What units are told after a commit is late.</summary>
    public double OutcomeLate { get; init; }

    /// <summary>A write is applied and its acknowledgement is lost.</summary>
    public double AcknowledgementLost { get; init; }

    /// <summary>A write fails for its sender and is applied some time after.</summary>
    public double WriteLandsLate { get; init; }

    /// <summary>A write does not reach the storage.</summary>
    public double WriteLost { get; init; }

    /// <summary>The storage says that it is busy.</summary>
    public double StorageBusy { get; init; }

    /// <summary>A write takes seconds.</summary>
    public double WriteSlow { get; init; }

    /// <summary>A document or a page of rows cannot be read.</summary>
    public double ReadFails { get; init; }

    /// <summary>Activations that crash by themselves.</summary>
    public int ActivationCrashes { get; init; }

    /// <summary>Activations that the runtime ends in good order.</summary>
    public int Deactivations { get; init; }

    /// <summary>Silos that crash.</summary>
    public int SiloCrashes { get; init; }

    /// <summary>Silos that join, each a change of membership; some grains then have two activations for a while.</summary>
    public int Joins { get; init; }

    /// <summary>Spans of time in which no write reaches the storage, each of <see cref="OutageLasts"/>.</summary>
    public int Outages { get; init; }

    /// <summary>An outage of the other kind: what is written fails for its sender and lands long after, and activations crash meanwhile.</summary>
    public bool LandsVeryLate { get; init; }

    /// <summary>A client that heard of a failure does not ask again.</summary>
    public double GivesUp { get; init; }

    /// <summary>
    /// Everything begins more than a minute after units have their lists in memory, so that nothing is found only because they read their rows
    /// anew after they had begun.
    /// </summary>
    public bool BeginLate { get; init; }

    /// <summary>What lands very late lands no sooner: units have asked by then.</summary>
    public static readonly TimeSpan LandsVeryLateLeast = TimeSpan.FromSeconds(8);

    /// <summary>Longer than a write is tried for.</summary>
    public static readonly TimeSpan OutageLasts = TimeSpan.FromSeconds(26);

    /// <summary>The longest that a message is on its way: what is older is answered to nobody.</summary>
    public static readonly TimeSpan MessageLateMax = TimeSpan.FromSeconds(29);

    /// <summary>The longest that a write lands after its sender was told that it failed.</summary>
    public static readonly TimeSpan LandsLateMax = TimeSpan.FromSeconds(20);

    /// <summary>Something may be lost that only the re-reading of rows brings back.</summary>
    public bool MayNeedRereading =>
        WriteLandsLate > 0 || ActivationCrashes > 0 || Deactivations > 0 || SiloCrashes > 0 || Joins > 0 || Outages > 0;

    /// <summary>Acknowledgements are lost, and nothing else: then every write that landed can be known to have landed.</summary>
    public bool LoseOnlyAcknowledgements =>
        AcknowledgementLost > 0 && this == None with { AcknowledgementLost = AcknowledgementLost };

    /// <summary>Nothing goes wrong at all.</summary>
    public bool AreNone => this == None;

    /// <summary>Draws the faults of a history.</summary>
    public static Faults Draw(Chance chance)
    {
        if (chance.Happens(0.08))
        {
            return None;
        }

        if (chance.Happens(0.03))
        {
            return None with { AcknowledgementLost = 0.3 };
        }

        // In a given share of histories, at a rate of up to so much.
        double Rate(double share, double most) => chance.Happens(share) ? most * (1 + chance.Below(10)) / 10 : 0;
        int Count(double share, int most) => chance.Happens(share) ? 1 + chance.Below(most) : 0;
        return new Faults
        {
            MessageLost = Rate(0.25, 0.06),
            MessageDoubled = Rate(0.25, 0.2),
            MessageLate = Rate(0.3, 0.1),
            OutcomeLost = Rate(0.5, 0.7),
            OutcomeLate = Rate(0.4, 0.6),
            AcknowledgementLost = Rate(0.3, 0.3),
            WriteLandsLate = Rate(0.35, 0.25),
            WriteLost = Rate(0.2, 0.2),
            StorageBusy = Rate(0.15, 0.3),
            WriteSlow = Rate(0.3, 0.4),
            ReadFails = Rate(0.15, 0.15),
            ActivationCrashes = Count(0.35, 3),
            Deactivations = Count(0.35, 3),
            SiloCrashes = Count(0.2, 1),
            Joins = Count(0.25, 2),
            Outages = Count(0.1, 1),
            GivesUp = Rate(0.4, 0.4),
            BeginLate = chance.Happens(0.3),
        };
    }
}
