using System.Security.Cryptography;
using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Crash;

/// <summary>Settings of <c>crash</c>.</summary>
/// <param name="KillCount">Silos killed by SIGKILL, one after another.</param>
/// <param name="Seed">Decides victims, what accompanies a kill, and what each client does.</param>
/// <param name="ClientCount">Clients, each with one command under way at a time (two in a race or a double click).</param>
/// <param name="UnitCount">Units of the province.</param>
/// <param name="ThinkTime">Mean pause of a client between two commands: it bounds what a long run stores.</param>
/// <param name="CalmTime">How long the cluster is whole before the next blow.</param>
/// <param name="CheckEvery">Blows from one checkpoint to the next.</param>
/// <param name="Blows">What is dealt, in turn, instead of the usual plan; null for that.</param>
/// <param name="OldVersion">Working copy of the version that everything is started with at first; null for this one.</param>
/// <param name="LogDirectory">Where the processes' output goes; null keeps the last lines only.</param>
public sealed record CrashOptions(
    int KillCount,
    int Seed,
    int ClientCount,
    int UnitCount,
    TimeSpan ThinkTime,
    TimeSpan CalmTime,
    int CheckEvery,
    IReadOnlyList<BlowKind>? Blows,
    string? OldVersion,
    string? LogDirectory
)
{
    /// <summary>What is dealt, in order.</summary>
    public IEnumerable<BlowKind> Plan =>
        Blows is null
            ? Crash.Blows.Plan(KillCount)
            : Enumerable.Range(0, KillCount).Select(i => Blows[i % Blows.Count]);

    /// <summary>
    /// <c>--kills 8 --seed N --clients 64 --units 24 --think 1000 --calm 5000 --check-every 10 --logs</c> (milliseconds). Without a seed
    /// one is drawn, and printed like any other. <c>--blows Stop,Freeze</c> deals as many of these in turn instead of the usual mix;
    /// <c>--from FOLDER</c> starts with the version that is built there, which every restart replaces.
    /// </summary>
    public static CrashOptions Read(Arguments arguments)
    {
        var kinds = Enum.GetNames<BlowKind>();
        var chosen = arguments.Words("blows", kinds, []);
        var options = new CrashOptions(
            arguments.Number("kills", 8, 0, 10_000),
            arguments.Number("seed", RandomNumberGenerator.GetInt32(1, 1_000_000), 0, int.MaxValue),
            arguments.Number("clients", 64, 1, 1_000),
            arguments.Number("units", 24, 3, 1_000),
            TimeSpan.FromMilliseconds(arguments.Number("think", 1_000, 0, 60_000)),
            TimeSpan.FromMilliseconds(arguments.Number("calm", 5_000, 0, 60_000)),
            arguments.Number("check-every", 10, 1, 10_000),
            chosen.Count == 0 ? null : [.. chosen.Select(Enum.Parse<BlowKind>)],
            arguments.Folder("from"),
            arguments.Has("logs") ? Directory.CreateTempSubdirectory("ceactors-crash-logs-").FullName : null
        );
        arguments.RefuseOthers();
        return options;
    }
}
