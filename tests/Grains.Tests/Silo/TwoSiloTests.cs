using System.Diagnostics;
using CeActors.Contracts.Review;
using CeActors.Hosting.Calls;
using CeActors.Hosting.Tests;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using Registrar = CeActors.Grains.Tests.Review.Units.Registry;

namespace CeActors.Grains.Tests.Silo;

/// <summary>A cluster that loses a silo without a word; it has a collection of its own, because it ends smaller than it began.</summary>
public sealed class TwoSiloTests(TwoSiloFixture cluster, ITestOutputHelper output) : IClassFixture<TwoSiloFixture>
{
    private const int Units = 12;

    /// <summary>Promised after the death of a silo.</summary>
    private static readonly TimeSpan RecoversWithin = TimeSpan.FromSeconds(25);

    // A front gives up such a call too, soon after the silo's connection broke: what is measured is the cluster, not the caller.
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task When_a_silo_dies_its_units_are_as_they_were_on_another()
    {
        var registry = new Registrar(cluster);
        var codes = new List<string>();
        for (var number = 0; number < Units; number++)
        {
            codes.Add(await registry.AgencyAsync($"第{number}经办机构"));
        }

        // As if the silo that dies had it from another one, of which only the caller knows.
        var passedOn = cluster.SiloService<CallsUnderWay>().Invoke(new PlayedCall());
        await cluster.KillSiloAsync(cluster.Silos[^1]);
        var watch = Stopwatch.StartNew();
        foreach (var code in codes)
        {
            var unit = await Eventually.ValueAsync(
                $"{code} answers",
                () => AskAsync(registry.Unit(code)),
                answer => answer is not null
            );
            unit!.Code.ShouldBe(code);
        }

        output.WriteLine($"all units answered {watch.Elapsed.TotalSeconds:f1} s after the silo died");
        watch.Elapsed.ShouldBeLessThan(RecoversWithin);
        await Eventually.ValueAsync(
            "the cluster counts one silo",
            async () => (await cluster.Grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Count,
            count => count == 1
        );
        await Should.ThrowAsync<SiloUnavailableException>(() => passedOn.WaitAsync(RecoversWithin));
    }

    private static async Task<UnitView?> AskAsync(IReviewUnit unit)
    {
        try
        {
            return (await unit.GetAsync(Registrar.Administrator).WaitAsync(CallLimit)).Value;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException or IOException)
        {
            return null; // its silo is dead and nobody knows yet
        }
    }
}
