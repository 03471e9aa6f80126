using System.Text.Json;
using CeActors.Benchmarks.Output;
using CeActors.Verification;

namespace CeActors.Benchmarks.Crash;

/// <summary>Times of one kind of blow, in seconds.</summary>
public sealed record RecoveryFigures(int Count, double P50, double P99, double Max)
{
    /// <summary>Of these times; zeros when there are none.</summary>
    public static RecoveryFigures Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => Math.Round(time.TotalSeconds, 2)).Order().ToArray();
        return sorted.Length == 0 ? new(0, 0, 0, 0) : new(sorted.Length, At(sorted, 50), At(sorted, 99), sorted[^1]);
    }

    // The nearest rank: at least so many percent are not above it.
    private static double At(double[] sorted, int percent) => sorted[((sorted.Length * percent) + 99) / 100 - 1];
}

/// <summary>What a crash run came to.</summary>
/// <param name="Seed">Repeats victims and scripts, though not their interleaving.</param>
/// <param name="Kills">Silos killed.</param>
/// <param name="FrontKills">Fronts killed.</param>
/// <param name="Acknowledged">Commands acknowledged.</param>
/// <param name="Declarations">Declarations filed.</param>
/// <param name="Lost">See <see cref="Broken"/>.</param>
/// <param name="Doubled">See <see cref="Broken"/>.</param>
/// <param name="Gaps">See <see cref="Broken"/>.</param>
/// <param name="Stray">See <see cref="Broken"/>.</param>
/// <param name="Unequal">See <see cref="Broken"/>.</param>
/// <param name="Lists">See <see cref="Broken"/>.</param>
/// <param name="Surprises">Answers that no client should have got: refusals without reason, silence.</param>
/// <param name="Verified">Documents and index rows that the verification of the whole account read in the end.</param>
/// <param name="VerifyFindings">Broken promises that it found, doubts that it could not settle included.</param>
/// <param name="ListsSeconds">Longest that lists needed to equal the rows at a check.</param>
/// <param name="Kill">Recovery after SIGKILL of a silo.</param>
/// <param name="Detection">Until a killed silo counted as dead.</param>
/// <param name="Stop">Recovery after SIGTERM of a silo.</param>
/// <param name="Storage">Recovery after a restart of the storage, its absence included.</param>
/// <param name="Freeze">Recovery from a silo that hangs.</param>
/// <param name="ClientWait">Longest wait of a client's command, by SIGKILL.</param>
/// <param name="Setbacks">Answers that were not final, by status and code.</param>
/// <param name="Minutes">How long it took.</param>
/// <param name="LoadAverage">Of the machine at the end, over a minute; other work on it shows here.</param>
public sealed record CrashFigures(
    int Seed,
    int Kills,
    int FrontKills,
    int Acknowledged,
    int Declarations,
    int Lost,
    int Doubled,
    int Gaps,
    int Stray,
    int Unequal,
    int Lists,
    int Surprises,
    long Verified,
    long VerifyFindings,
    double ListsSeconds,
    RecoveryFigures Kill,
    RecoveryFigures Detection,
    RecoveryFigures Stop,
    RecoveryFigures Storage,
    RecoveryFigures Freeze,
    RecoveryFigures ClientWait,
    IReadOnlyDictionary<string, long> Setbacks,
    double Minutes,
    double LoadAverage
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>True when every promise was kept.</summary>
    public bool IsClean => Lost + Doubled + Gaps + Stray + Unequal + Lists + Surprises + VerifyFindings == 0;

    /// <summary>Sums up a run.</summary>
    public static CrashFigures Of(
        CrashOptions options,
        StoryPlace place,
        Blows blows,
        Promises promises,
        VerificationReport verification
    )
    {
        var broken = promises.Broken;
        var kills = blows
            .Dealt.Where(blow => blow.Kind is BlowKind.Kill or BlowKind.KillAndRestart or BlowKind.KillWithFront)
            .ToArray();
        return new(
            options.Seed,
            kills.Length,
            kills.Count(blow => blow.Kind == BlowKind.KillWithFront),
            place.Ledger.Commands.Count,
            place.Ledger.Declarations.Count,
            broken.Lost.Count,
            broken.Doubled.Count,
            broken.Gaps.Count,
            broken.Stray.Count,
            broken.Unequal.Count,
            broken.Lists.Count,
            place.Ledger.Surprises.Count,
            DocumentsOf(verification.Figures) + verification.Figures.IndexRows,
            verification.FindingCount + verification.Figures.Unsettled + verification.Figures.LeftOut,
            Math.Round(promises.ListsTime.TotalSeconds, 1),
            RecoveryFigures.Of(kills.Select(blow => blow.Recovery)),
            RecoveryFigures.Of(kills.Select(blow => blow.Detection).OfType<TimeSpan>()),
            RecoveryFigures.Of(RecoveriesOf(blows, BlowKind.Stop)),
            RecoveryFigures.Of(RecoveriesOf(blows, BlowKind.Storage)),
            RecoveryFigures.Of(RecoveriesOf(blows, BlowKind.Freeze)),
            RecoveryFigures.Of(kills.Select(blow => blow.ClientWait)),
            place.Client.Setbacks,
            Math.Round(place.Clock.Elapsed.TotalMinutes, 1),
            MachineLoad()
        );
    }

    /// <summary>Prints a table and, as the last line, one JSON object.</summary>
    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"Seed {Seed}: {Kills} silos and {FrontKills} fronts killed in {Minutes} minutes");
        var promises = new TextTable(
            "acknowledged",
            "lost",
            "doubled",
            "gaps",
            "stray",
            "unequal",
            "late lists",
            "surprises",
            "verify"
        );
        promises.Add(Acknowledged, Lost, Doubled, Gaps, Stray, Unequal, Lists, Surprises, VerifyFindings);
        promises.Print();
        Console.WriteLine();
        var times = new TextTable("seconds", "count", "p50", "p99", "max");
        foreach (
            var (name, figures) in ((string, RecoveryFigures)[])
                [
                    ("recovery after SIGKILL", Kill),
                    ("  of it until it counts as dead", Detection),
                    ("recovery after SIGTERM", Stop),
                    ("recovery after a restart of the storage", Storage),
                    ("recovery from a silo that hangs", Freeze),
                    ("longest wait of a client, by SIGKILL", ClientWait),
                ]
        )
        {
            times.Add(name, figures.Count, figures.P50, figures.P99, figures.Max);
        }

        times.Print();
        Console.WriteLine();
        Console.WriteLine(JsonSerializer.Serialize(this, Json));
    }

    private static long DocumentsOf(VerificationFigures read) =>
        read.Declarations + read.Professionals + read.Batches + read.Units + read.Statements;

    private static IEnumerable<TimeSpan> RecoveriesOf(Blows blows, BlowKind kind) =>
        blows.Dealt.Where(blow => blow.Kind == kind).Select(blow => blow.Recovery);

    /// <summary>Load average of the last minute; 0 where the machine does not tell.</summary>
    public static double MachineLoad() =>
        File.Exists("/proc/loadavg")
            ? double.Parse(
                File.ReadAllText("/proc/loadavg").Split(' ')[0],
                System.Globalization.CultureInfo.InvariantCulture
            )
            : 0;
}
