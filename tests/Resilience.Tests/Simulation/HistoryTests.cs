using CeActors.Silo.Hosting;
using CeActors.Simulation;
using CeActors.Simulation.Cluster;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Resilience.Tests.Simulation;

/// <summary>
/// The real grains over the real write path of the storage provider, on a scheduler, a clock, a network and a storage service that are
/// simulated. A seed that fails replays with its trace: <c>./bench simulate --seed N --histories 1</c>.
/// </summary>
[Collection(nameof(SimulatedHistories))]
public sealed class HistoryTests(ITestOutputHelper output)
{
    private const int Histories = 10_000;
    private const int HistoriesTwice = 150;
    private const ulong FirstSeed = 1;
    private const int ShownMax = 5;

    [Fact]
    public void Ten_thousand_histories_keep_every_promise()
    {
        var run = HistoryRun.Of(FirstSeed, Histories, ShownMax);
        output.WriteLine(run.ToString());

        run.Broken.ShouldBeEmpty(
            string.Join("\n", run.Broken.Select(history => $"seed {history.Seed}: {history.Broken}"))
        );
    }

    /// <summary>
    /// A long run found them: a batch whose older activation denied it, and a decision that was missed because the deletion of its
    /// declaration was announced before anybody asked.
    /// </summary>
    [Theory]
    [InlineData(31_365)]
    [InlineData(54_605)]
    [InlineData(91_033)]
    [InlineData(721_946)]
    public void A_history_that_broke_a_promise_once_keeps_them_all(ulong seed) =>
        History.Run(seed).Broken.ShouldBeNull();

    [Fact]
    public void Simulated_callers_wait_as_long_as_those_of_a_silo() =>
        SimulatedCluster.ResponseTimeout.ShouldBe(SiloLimits.ResponseTimeout);

    [Fact]
    public void The_same_seed_gives_the_same_history()
    {
        for (var seed = FirstSeed; seed < FirstSeed + HistoriesTwice; seed++)
        {
            var first = History.Run(seed);
            var second = History.Run(seed, keepsTrace: true);
            second.Hash.ShouldBe(first.Hash, $"seed {seed}");
            second.Steps.ShouldBe(first.Steps, $"seed {seed}");
        }
    }
}

/// <summary>Histories take a processor each: one test of them at a time.</summary>
[CollectionDefinition(nameof(SimulatedHistories))]
public sealed class SimulatedHistories;
