using System.Security.Cryptography;
using CeActors.Benchmarks.Crash;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Resilience.Tests.Crashes;

/// <summary>
/// Real processes, killed under load: three silos, two fronts, one Azurite. The long version is <c>./bench crash --kills 200</c>.
/// </summary>
[Collection(RealProcesses.Name)]
public sealed class CrashRunTests(ITestOutputHelper output)
{
    private const int Kills = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task After_eight_kills_nothing_acknowledged_is_missing_or_there_twice()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // processes are started by a shell and killed by signals
        }

        using var limit = new CancellationTokenSource(Limit);
        var options = ShortRuns.Options(RandomNumberGenerator.GetInt32(1_000_000));
        output.WriteLine($"seed {options.Seed}");
        await using var run = await CrashRun.StartAsync(options, limit.Token);
        foreach (var kind in Blows.Plan(Kills))
        {
            await run.DealAsync(kind, null, limit.Token);
        }

        var figures = await run.FinishAsync(limit.Token);

        output.WriteLine(figures.ToString());
        run.Findings.ShouldBeEmpty();
        figures.Kills.ShouldBe(Kills);
        figures.FrontKills.ShouldBe(1);
        figures.Acknowledged.ShouldBeGreaterThan(100);
        figures.Kill.P99.ShouldBeLessThan(ShortRuns.KillRecoverySeconds);
        figures.Stop.Max.ShouldBeLessThan(ShortRuns.StopRecoverySeconds);
    }
}
