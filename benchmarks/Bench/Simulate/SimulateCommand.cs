using System.Globalization;
using System.Text.Json;
using CeActors.Benchmarks.Output;
using CeActors.Simulation;

namespace CeActors.Benchmarks.Simulate;

/// <summary>
/// Simulated histories of declarations, units and storage, with faults drawn from seeds: whether every promise is kept, and how many
/// histories a second. A seed that breaks one is run again and its trace written down.
/// </summary>
public static class SimulateCommand
{
    private const int ShownMax = 10;
    private const long HistoriesMax = 1_000_000_000;
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(10);

    /// <summary>
    /// <c>--histories 1000000 --seed 1 --threads 1</c>; 0 when every promise was kept. One history alone is shown as a trace.
    /// </summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var histories = arguments.Number("histories", 1_000_000, 1, (int)HistoriesMax);
        var seed = (ulong)arguments.Number("seed", 1, 0, int.MaxValue);
        var threads = arguments.Number("threads", 1, 1, 64);
        arguments.RefuseOthers();
        if (histories == 1)
        {
            return Replay(seed);
        }

        Progress.Say($"histories of the seeds from {seed}");
        var share = (histories + threads - 1) / threads;
        var since = TimeProvider.System.GetTimestamp();
        long ran = 0;
        using var saying = new Timer(
            _ => Progress.Say($"{Interlocked.Read(ref ran)} histories"),
            null,
            SayEvery,
            SayEvery
        );
        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, threads)
                .Select(thread =>
                    Task.Factory.StartNew(
                        () =>
                            HistoryRun.Of(
                                seed + (ulong)(thread * share),
                                Math.Min(share, histories - (thread * share)),
                                ShownMax,
                                _ =>
                                {
                                    cancellationToken.ThrowIfCancellationRequested();
                                    Interlocked.Increment(ref ran);
                                }
                            ),
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );
        return Report(runs, seed, TimeProvider.System.GetElapsedTime(since));
    }

    private static int Report(IReadOnlyList<HistoryRun> runs, ulong seed, TimeSpan elapsed)
    {
        var broken = runs.SelectMany(run => run.Broken).ToList();
        var histories = runs.Sum(run => run.Histories);
        var table = new TextTable("histories", "steps", "seconds", "histories/s", "broke a promise");
        table.Add(
            histories.ToString(CultureInfo.InvariantCulture),
            runs.Sum(run => run.Steps),
            elapsed.TotalSeconds,
            histories / elapsed.TotalSeconds,
            broken.Count
        );
        Console.WriteLine();
        table.Print();
        foreach (var history in broken)
        {
            Console.WriteLine($"seed {history.Seed}: {history.Broken}");
            Console.WriteLine($"  ./bench simulate --histories 1 --seed {history.Seed}");
        }

        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Histories = histories,
                    Seed = seed,
                    Steps = runs.Sum(run => run.Steps),
                    Seconds = elapsed.TotalSeconds,
                    HistoriesPerSecond = histories / elapsed.TotalSeconds,
                    Broken = broken.Select(history => history.Seed),
                },
                JsonSerializerOptions.Web
            )
        );
        return broken.Count == 0 ? 0 : 1;
    }

    private static int Replay(ulong seed)
    {
        var history = History.Run(seed, keepsTrace: true);
        Console.Write(history.Trace);
        Console.WriteLine(history.Broken ?? "Every promise was kept.");
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    history.Seed,
                    history.Steps,
                    Hash = history.Hash.ToString("x16", CultureInfo.InvariantCulture),
                    history.Broken,
                },
                JsonSerializerOptions.Web
            )
        );
        return history.Broken is null ? 0 : 1;
    }
}
