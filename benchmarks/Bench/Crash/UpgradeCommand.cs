using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Crash;

/// <summary>
/// <c>upgrade</c>: replaces silos and then fronts one at a time under load, as a new version is brought out. With
/// <c>--from FOLDER</c> they begin as the version built in that working copy, so that both versions run side by side meanwhile.
/// </summary>
public static class UpgradeCommand
{
    /// <summary>Runs it; 0 when every promise was kept.</summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = CrashOptions.Read(arguments);
        await using var run = await CrashRun.StartAsync(options, cancellationToken);
        await ReplaceAllAsync(run, cancellationToken);
        return CrashCommand.Report(run, await run.FinishAsync(cancellationToken));
    }

    /// <summary>Stops and starts every silo and then every front, each when the one before is back.</summary>
    /// <returns>How each was stood.</returns>
    public static async Task<IReadOnlyList<Blow>> ReplaceAllAsync(CrashRun run, CancellationToken cancellationToken)
    {
        var blows = new List<Blow>();
        for (var silo = 0; silo < CrashCluster.SiloCount; silo++)
        {
            blows.Add(await run.DealAsync(BlowKind.Stop, silo, cancellationToken));
            await run.CheckpointAsync(cancellationToken);
        }

        for (var front = 0; front < CrashCluster.FrontCount; front++)
        {
            blows.Add(await run.DealAsync(BlowKind.StopFront, front, cancellationToken));
        }

        return blows;
    }
}
