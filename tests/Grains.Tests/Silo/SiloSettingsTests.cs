using CeActors.Hosting.Configuration;
using CeActors.Silo.Hosting;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Silo;

public sealed class SiloSettingsTests
{
    [Fact]
    public void Two_connection_strings_are_enough()
    {
        var settings = Read([]);
        settings.ClusterId.ShouldBe("ceactors-local");
        settings.ServiceId.ShouldBe("ceactors");
        settings.BucketCount.ShouldBe(2);
        (settings.SiloPort, settings.GatewayPort, settings.DashboardPort).ShouldBe((11111, 30000, 7073));
        settings.AdministratorSubjects.ShouldBeEmpty();
        settings.Telemetry.IsOn.ShouldBeFalse();
        (settings.SheddingCpuPercent, settings.SheddingMemoryPercent).ShouldBe((95, 90));
    }

    [Fact]
    public void Every_wrong_value_is_named_at_once()
    {
        var exception = Should.Throw<SettingsException>(() =>
            SiloSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(Wrong()).Build())
        );
        foreach (var (key, _) in Wrong())
        {
            exception.Problems.ShouldContain(problem => problem.StartsWith(key, StringComparison.Ordinal), key);
        }

        exception.Problems.ShouldContain(problem => problem.StartsWith("Cluster:ConnectionString is missing"));
        exception.Problems.ShouldContain(problem => problem.StartsWith("Storage:ConnectionString is missing"));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("999", true)]
    [InlineData("0", false)]
    [InlineData("1000", false)]
    public void The_number_of_buckets_has_bounds(string count, bool isRight)
    {
        var reading = () => Read(new() { ["Storage:BucketCount"] = count });
        if (isRight)
        {
            reading().BucketCount.ShouldBe(int.Parse(count));
        }
        else
        {
            Should.Throw<SettingsException>(reading);
        }
    }

    [Fact]
    public void A_port_cannot_serve_silos_and_clients_both() =>
        Should.Throw<SettingsException>(() => Read(new() { ["Silo:Port"] = "20000", ["Silo:GatewayPort"] = "20000" }));

    [Fact]
    public void Health_lies_beside_the_dashboard_unless_it_has_a_port_of_its_own()
    {
        Read(new() { ["Dashboard:Port"] = "7099" }).HealthPort.ShouldBe(7099);
        Read(new() { ["Dashboard:Port"] = "0" }).HealthPort.ShouldBe(0);
        var apart = Read(
            new()
            {
                ["Dashboard:Port"] = "0",
                ["Health:Port"] = "8081",
                ["Health:Address"] = "0.0.0.0",
            }
        );
        (apart.DashboardPort, apart.HealthPort).ShouldBe((0, 8081));
        apart.HealthAddress.ShouldBe(System.Net.IPAddress.Any);
    }

    [Fact]
    public void Health_beside_the_dashboard_has_its_address_too() =>
        Should
            .Throw<SettingsException>(() => Read(new() { ["Health:Address"] = "0.0.0.0" }))
            .Problems.ShouldHaveSingleItem()
            .ShouldStartWith("Dashboard:Port and Health:Port are both 7073");

    [Theory]
    [InlineData("10.0.0.4", null, "7073", false)]
    [InlineData("0.0.0.0", null, "7073", false)]
    [InlineData("0.0.0.0", null, "0", true)]
    [InlineData("0.0.0.0", "nineteen characters", "7073", false)]
    [InlineData("0.0.0.0", "twenty characters ok", "7073", true)]
    [InlineData("127.0.0.1", null, "7073", true)]
    [InlineData("::1", null, "7073", true)]
    public void Beyond_this_machine_the_dashboard_needs_a_password(
        string address,
        string? password,
        string port,
        bool isRight
    )
    {
        var reading = () =>
            Read(
                new()
                {
                    ["Dashboard:Address"] = address,
                    ["Dashboard:Password"] = password,
                    ["Dashboard:Port"] = port,
                }
            );
        if (isRight)
        {
            reading().DashboardAddress.ToString().ShouldBe(address);
        }
        else
        {
            var wrong = Should.Throw<SettingsException>(reading);
            wrong.Message.ShouldContain("Dashboard:Password");
            wrong.Message.ShouldNotContain(password ?? "(none)");
        }
    }

    [Fact]
    public void Subjects_are_listed_by_number()
    {
        var settings = Read(
            new() { ["Registry:AdministratorSubjects:0"] = "registrar", ["Registry:AdministratorSubjects:1"] = " " }
        );
        settings.AdministratorSubjects.ShouldBe(["registrar"]);
    }

    private static Dictionary<string, string?> Wrong() =>
        new()
        {
            ["Cluster:ClusterId"] = "no spaces please",
            ["Storage:BucketCount"] = "two",
            ["Silo:Port"] = "65536",
            ["Silo:GatewayPort"] = "-1",
            ["Dashboard:Port"] = "70000",
            ["Silo:Address"] = "0.0.0.0",
            ["Identity:RealmName"] = "地方",
            ["Silo:SheddingCpuPercent"] = "49",
            ["Silo:SheddingMemoryPercent"] = "101",
        };

    private static SiloSettings Read(Dictionary<string, string?> values)
    {
        values["Cluster:ConnectionString"] = "UseDevelopmentStorage=true";
        values["Storage:ConnectionString"] = "UseDevelopmentStorage=true";
        return SiloSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
