using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Crash;

/// <summary><c>crash</c>: kills silos and fronts under load and compares what was acknowledged with what is there.</summary>
public static class CrashCommand
{
    private const int FindingsShownMax = 20;

    /// <summary>Runs it; 0 when every promise was kept.</summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = CrashOptions.Read(arguments);
        await using var run = await CrashRun.StartAsync(options, cancellationToken);
        foreach (var (i, kind) in options.Plan.Index())
        {
            await run.DealAsync(kind, null, cancellationToken);
            if ((i + 1) % options.CheckEvery == 0)
            {
                await run.CheckpointAsync(cancellationToken);
            }
        }

        return Report(run, await run.FinishAsync(cancellationToken));
    }

    /// <summary>Prints findings and figures; 0 when every promise was kept.</summary>
    internal static int Report(CrashRun run, CrashFigures figures)
    {
        foreach (var finding in run.Findings.Take(FindingsShownMax))
        {
            Console.WriteLine("  BROKEN: " + finding);
        }

        figures.Print();
        return figures.IsClean ? 0 : 1;
    }
}
