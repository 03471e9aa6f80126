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
    public async Task Processes_are_replaced_one_at_a_time_under_load_and_a_cluster_killed_whole_forms_by_itself()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // processes are started by a shell and stopped by signals
        }

        using var limit = new CancellationTokenSource(Limit);
        var options = ShortRuns.Options(RandomNumberGenerator.GetInt32(1_000_000));
        output.WriteLine($"seed {options.Seed}");
        await using var run = await CrashRun.StartAsync(options, limit.Token);

        foreach (var blow in await UpgradeCommand.ReplaceAllAsync(run, limit.Token))
        {
            blow.Recovery.TotalSeconds.ShouldBeLessThan(ShortRuns.StopRecoverySeconds, blow.ToString());
        }

        foreach (var kind in (BlowKind[])[BlowKind.KillAll, BlowKind.KillAllAndMove])
        {
            var blow = await run.DealAsync(kind, null, limit.Token);
            blow.Recovery.ShouldBeLessThan(FormsWithin, blow.ToString());
        }

        var figures = await run.FinishAsync(limit.Token);
        output.WriteLine(figures.ToString());
        run.Findings.ShouldBeEmpty();
        figures.Acknowledged.ShouldBeGreaterThan(50);
    }
}
