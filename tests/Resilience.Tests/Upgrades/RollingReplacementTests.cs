using System.Security.Cryptography;
using CeActors.Benchmarks.Crash;
using CeActors.Resilience.Tests.Crashes;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Resilience.Tests.Upgrades;

/// <summary>How a new version is brought out, and how a cluster that was killed whole forms again.</summary>
[Collection(RealProcesses.Name)]
public sealed class RollingReplacementTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    // The silos that come back must be started, read their tables and join; a busy machine takes its time for three at once.
    private static readonly TimeSpan FormsWithin = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Silos_and_fronts_are_replaced_one_at_a_time_under_load_and_each_hands_over_within_seconds()
    {
        await RunAsync(
            async (run, stop) =>
            {
                var blows = await UpgradeCommand.ReplaceAllAsync(run, stop);
                foreach (var blow in blows)
                {
                    blow.Recovery.TotalSeconds.ShouldBeLessThan(ShortRuns.StopRecoverySeconds, blow.ToString());
                }
            }
        );
    }

    [Fact]
    public async Task A_cluster_that_was_killed_whole_forms_by_itself_and_the_fronts_find_it()
    {
        await RunAsync(
            async (run, stop) =>
            {
                (await run.DealAsync(BlowKind.KillAll, null, stop)).Recovery.ShouldBeLessThan(FormsWithin);
                (await run.DealAsync(BlowKind.KillAllAndMove, null, stop)).Recovery.ShouldBeLessThan(FormsWithin);
            }
        );
    }

    private async Task RunAsync(Func<CrashRun, CancellationToken, Task> play)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // processes are started by a shell and stopped by signals
        }

        using var limit = new CancellationTokenSource(Limit);
        var options = ShortRuns.Options(RandomNumberGenerator.GetInt32(1_000_000));
        output.WriteLine($"seed {options.Seed}");
        await using var run = await CrashRun.StartAsync(options, limit.Token);
        await play(run, limit.Token);
        var figures = await run.FinishAsync(limit.Token);
        output.WriteLine(figures.ToString());
        run.Findings.ShouldBeEmpty();
        figures.Acknowledged.ShouldBeGreaterThan(50);
    }
}
