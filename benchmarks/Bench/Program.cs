using System.Runtime.InteropServices;
using CeActors.Benchmarks;
using CeActors.Benchmarks.Crash;
using CeActors.Benchmarks.Faults;
using CeActors.Benchmarks.Flows;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Overload;
using CeActors.Benchmarks.Queue;
using CeActors.Benchmarks.Races;
using CeActors.Benchmarks.Simulate;
using CeActors.Benchmarks.Soak;
using CeActors.Benchmarks.Verify;

// Every command, by name: what it shows, and what runs it.
var commands = new Dictionary<string, (string Shows, Func<Arguments, CancellationToken, Task<int>> Run)>
{
    ["crash"] = (
        "kills silos and fronts under load: what was acknowledged is there, and how fast it recovers",
        CrashCommand.RunAsync
    ),
    ["faults"] = ("the promises, and the speed, while the storage fails in every way", FaultsCommand.RunAsync),
    ["flows"] = ("flows per second of ours and of the peer, with latencies and costs", FlowsCommand.RunAsync),
    ["queue"] = ("a to-do list of 400,000: time to load it, latencies of its pages", QueueCommand.RunAsync),
    ["overload"] = (
        "four times what the system can do: useful work, refusals, drafts, recovery, and that nothing is lost",
        OverloadCommand.RunAsync
    ),
    ["simulate"] = (
        "simulated histories with faults from seeds: whether every promise is kept; replays a seed",
        SimulateCommand.RunAsync
    ),
    ["races"] = ("many who want the same at once: one wins, the others learn it", RacesCommand.RunAsync),
    ["upgrade"] = (
        "replaces silos and fronts one at a time under load, from another version if one is named",
        UpgradeCommand.RunAsync
    ),
    ["soak"] = ("memory of silo and front under a steady load on a fixed set", SoakCommand.RunAsync),
    ["verify"] = ("a verification of 400,000 declarations: seconds and memory", VerifyCommand.RunAsync),
};

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, signal) =>
{
    signal.Cancel = true; // so that the processes we started are stopped in good order
    stop.Cancel();
};

using var terminated = PosixSignalRegistration.Create(
    PosixSignal.SIGTERM,
    signal =>
    {
        signal.Cancel = true; // likewise; the token issuer's host would swallow it otherwise
        stop.Cancel();
    }
);

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command))
{
    Console.Error.WriteLine("Usage: ./bench NAME [--option value …]");
    foreach (var (name, known) in commands)
    {
        Console.Error.WriteLine($"  {name, -10} {known.Shows}");
    }

    return 2;
}

try
{
    return await command.Run(new Arguments(args[1..]), stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped.");
    return 130;
}
catch (BenchmarkException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}
