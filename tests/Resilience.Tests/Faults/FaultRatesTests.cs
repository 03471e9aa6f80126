using CeActors.Testing.Faults;
using Shouldly;
using Xunit;

namespace CeActors.Resilience.Tests.Faults;

public sealed class FaultRatesTests
{
    [Fact]
    public void Each_fault_has_its_share_of_the_requests()
    {
        const int draws = 300_000;
        var drawn = Enumerable
            .Range(0, draws)
            .CountBy(draw => FaultRates.Weather.At((double)draw / draws))
            .ToDictionary();

        Share(StorageFault.Busy).ShouldBe(0.05, 0.001);
        Share(StorageFault.Timeout).ShouldBe(0.02, 0.001);
        Share(StorageFault.LostAnswer).ShouldBe(0.01, 0.001);
        Share(StorageFault.SilentAnswer).ShouldBe(0.01, 0.001);
        Share(StorageFault.Reset).ShouldBe(0.01, 0.001);
        Share(StorageFault.AlteredETag).ShouldBe(0.01 / 3, 0.001);
        Share(StorageFault.FalseConflict).ShouldBe(0.01 / 3, 0.001);
        Share(StorageFault.ConflictAfterCommit).ShouldBe(0.01 / 3, 0.001);
        Share(StorageFault.None).ShouldBe(0.89, 0.001);

        double Share(StorageFault fault) => (double)drawn[fault] / draws;
    }

    [Fact]
    public void Without_rates_nothing_strikes() =>
        Enumerable.Range(0, 1_000).ShouldAllBe(draw => FaultRates.None.At(draw / 1_000.0) == StorageFault.None);
}
