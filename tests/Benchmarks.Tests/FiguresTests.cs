using CeActors.Benchmarks.Flows;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Systems;
using Shouldly;
using Xunit;

namespace CeActors.Benchmarks.Tests;

public sealed class FiguresTests
{
    [Fact]
    public void The_median_is_the_middle_value_and_ignores_what_was_not_counted()
    {
        FlowsFigures.Median([3.0, 1.0, 2.0]).ShouldBe(2.0);
        FlowsFigures.Median([4.0, null, 1.0]).ShouldBe(2.5);
        FlowsFigures.Median([null]).ShouldBeNull();
    }

    [Theory]
    [InlineData(false, 25)]
    [InlineData(true, 1)]
    public void A_province_has_the_units_asked_for_and_every_flow_climbs_from_employer_to_agency(
        bool hasOneAgency,
        int agencies
    )
    {
        var province = new Province(200, hasOneAgency);

        province.Units.Count().ShouldBe(200);
        province.Units.Count(unit => unit.Kind == "agency").ShouldBe(agencies);
        for (var flow = 0; flow < 400; flow++)
        {
            var chain = province.ChainOf(flow);
            chain.Employer.ParentCode.ShouldBe(chain.Department.Code);
            chain.Employer.AgencyCode.ShouldBe(chain.Agency.Code);
            chain.Department.AgencyCode.ShouldBe(chain.Agency.Code);
        }
    }

    [Fact]
    public void A_percentile_is_in_milliseconds_and_absent_when_nothing_was_recorded()
    {
        var latencies = new Latencies();
        latencies.Percentile(99).ShouldBeNull();

        latencies.Record(System.Diagnostics.Stopwatch.GetTimestamp());

        latencies.Percentile(99)!.Value.ShouldBeInRange(0, 1_000);
        Latencies.Sum([latencies, latencies]).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("--clients", "0")]
    [InlineData("--clients", "many")]
    [InlineData("--variants", "3-buckets")]
    [InlineData("--nonsense", "1")]
    public void An_option_that_makes_no_sense_is_refused(string name, string value) =>
        Should.Throw<BenchmarkException>(() => FlowsOptions.Read(new Arguments([name, value])));

    [Fact]
    public void Resident_ids_are_made_up_but_well_formed_and_no_two_are_the_same()
    {
        var ids = Enumerable.Range(0, 2_000).Select(ResidentIds.Number).ToHashSet();

        ids.Count.ShouldBe(2_000);
        ids.ShouldAllBe(id => id.Length == 18);
        ResidentIds.Number(0).ShouldBe("430102195501010006");
    }
}
