using CeActors.Infrastructure.Tests.Templates;
using static CeActors.Infrastructure.Tests.Capacity.CapacityInputs;

namespace CeActors.Infrastructure.Tests.Capacity;

/// <summary>The figures of docs/operations.md are those that their inputs give, and the files of parameters are large enough for them.</summary>
public sealed class CapacityTests
{
    private static readonly CapacityModel LargestProvince = new(3e6, 64, 1);

    [Fact]
    public void The_documented_tables_are_the_computed_ones()
    {
        // As golden files: CEACTORS_WRITE_CAPACITY=1 writes them.
        if (Environment.GetEnvironmentVariable("CEACTORS_WRITE_CAPACITY") == "1")
        {
            CapacityTables.Write();
        }

        CapacityTables.Documented().ShouldBe(CapacityTables.Compute());
    }

    [BicepFact]
    public async Task The_province_has_what_three_million_people_need_and_one_silo_more()
    {
        var province = await Deployments.Province;
        var silos = province.Silos.Count;
        var perSilo = CoresOf(province.Silos[0]);
        ((silos - 1) * perSilo).ShouldBeGreaterThan(LargestProvince.SiloCoresNeeded);
        ((silos - 1) * GibibytesOf(province.Silos[0])).ShouldBeGreaterThan(2 * LargestProvince.QueueGibibytes);

        var scale = province.Front["properties"]!["template"]!["scale"]!;
        ((int)scale["minReplicas"]! * CoresOf(province.Front)).ShouldBeGreaterThan(LargestProvince.FrontCoresNeeded);
        // Both sets of silos stand while a version is brought out.
        ((2 * silos * perSilo) + ((int)scale["maxReplicas"]! * CoresOf(province.Front))).ShouldBeLessThanOrEqualTo(
            EnvironmentCoresByDefault
        );
        int.Parse(Deployment.VariablesOf(province.Silos[0])["Storage__BucketCount"]).ShouldBe(LargestProvince.Buckets);
    }

    [Fact]
    public void A_province_meets_no_limit_of_the_platform() => LargestProvince.Headroom.ShouldBeGreaterThan(2);

    [Fact]
    public void The_model_grows_with_the_people_alone()
    {
        var one = new CapacityModel(1e6, 64, 1);
        LargestProvince.RowsPerSecond.ShouldBe(3 * one.RowsPerSecond, 1e-6);
        LargestProvince.Headroom.ShouldBe(one.Headroom / 3, 1e-6);
        // Four requests and 3.5 rows each, as the benchmark counts them, and nothing twice.
        (one.RowsPerSecond / one.FilingsPerSecond).ShouldBe(
            CapacityModel.DraftWrites + (CapacityModel.Transitions * RowsPerTransition),
            1e-6
        );
    }

    private static double CoresOf(System.Text.Json.Nodes.JsonNode app) =>
        (double)app["properties"]!["template"]!["containers"]![0]!["resources"]!["cpu"]!;

    private static double GibibytesOf(System.Text.Json.Nodes.JsonNode app) =>
        double.Parse(
            ((string)app["properties"]!["template"]!["containers"]![0]!["resources"]!["memory"]!).Replace("Gi", ""),
            System.Globalization.CultureInfo.InvariantCulture
        );
}
