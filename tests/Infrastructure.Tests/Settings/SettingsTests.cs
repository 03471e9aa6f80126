using CeActors.Infrastructure.Tests.Containers;
using CeActors.Infrastructure.Tests.Templates;
using CeActors.Silo.Hosting;

namespace CeActors.Infrastructure.Tests.Settings;

/// <summary>
/// Every setting that the code reads is set by the deployment, or has the right value there without being set; nothing is set that nobody
/// reads; and the documentation names them all.
/// </summary>
public sealed class SettingsTests
{
    private const string WouldBeAKey = "it would hold a key, and the accounts can be opened with none";

    private static readonly IReadOnlySet<string> ReadBySilo = SiloSettingsReader.Keys();
    private static readonly IReadOnlySet<string> ReadByFront = Functions.Hosting.Settings.Keys();

    // Why each is not set in Azure.
    private static readonly Dictionary<string, string> LeftOutForSilo = new()
    {
        ["Cluster:ConnectionString"] = WouldBeAKey,
        ["Storage:ConnectionString"] = WouldBeAKey,
        ["Evidence:ConnectionString"] = WouldBeAKey,
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "telemetry goes to Application Insights, and would go there twice",
        ["Silo:Shedding*"] = "the standards are the measured ones; nothing is known of Azure that would change them",
        ["Registry:TrainingPlatformSubjects:0"] = "the files of parameters name none: the platform is connected later",
    };

    private static readonly Dictionary<string, string> LeftOutForFront = new()
    {
        ["Cluster:ConnectionString"] = WouldBeAKey,
        ["Evidence:ConnectionString"] = WouldBeAKey,
        ["Admission:*"] = "the standards are the measured ones; nothing is known of Azure that would change them",
        ["FUNCTIONS_CUSTOMHANDLER_PORT"] = "the Functions host sets it",
        ["Front:Port"] = "the host's port counts",
        ["Evidence:AllowedOrigins:0"] = "the deployment writes the rule itself, and the front has no right to",
        ["Evidence:BrowserOrigin"] = "browsers reach the account at its own name",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "telemetry goes to Application Insights, and would go there twice",
    };

    [BicepFact]
    public async Task Every_setting_that_a_silo_reads_is_set_or_left_out_for_a_reason()
    {
        foreach (var silo in (await Deployments.All).SelectMany(deployment => deployment.Silos))
        {
            SettingsComparison.Missing(ReadBySilo, SetFor(silo, "silo"), LeftOutForSilo).ShouldBeEmpty();
        }
    }

    [BicepFact]
    public async Task Every_setting_that_the_front_reads_is_set_or_left_out_for_a_reason()
    {
        foreach (var deployment in await Deployments.All)
        {
            SettingsComparison.Missing(ReadByFront, SetFor(deployment.Front, "front"), LeftOutForFront).ShouldBeEmpty();
        }
    }

    [BicepFact]
    public async Task Nothing_is_set_that_nobody_reads()
    {
        foreach (var deployment in await Deployments.All)
        {
            SetFor(deployment.Front, "front").Except(ReadByFront).ShouldBeEmpty();
            deployment.Silos.SelectMany(silo => SetFor(silo, "silo")).Except(ReadBySilo).ShouldBeEmpty();
        }
    }

    [BicepFact]
    public async Task Nothing_is_left_out_that_is_set_or_that_nobody_reads()
    {
        LeftOutForSilo.Keys.Where(key => !SettingsComparison.IsSection(key)).Except(ReadBySilo).ShouldBeEmpty();
        LeftOutForFront.Keys.Where(key => !SettingsComparison.IsSection(key)).Except(ReadByFront).ShouldBeEmpty();
        var deployment = await Deployments.Province;
        LeftOutForFront.Keys.Intersect(SetFor(deployment.Front, "front")).ShouldBeEmpty();
        LeftOutForSilo.Keys.Intersect(SetFor(deployment.Silos[0], "silo")).ShouldBeEmpty();
    }

    [BicepFact]
    public async Task Each_setting_that_went_missing_would_be_told()
    {
        var silo = SetFor((await Deployments.Pilot).Silos[0], "silo");
        silo.Count.ShouldBeGreaterThan(10);
        foreach (var key in silo)
        {
            SettingsComparison
                .Missing(ReadBySilo, silo.Where(other => other != key).ToHashSet(), LeftOutForSilo)
                .ShouldBe([key]);
        }
    }

    [Fact]
    public void The_documentation_names_every_setting_and_no_other()
    {
        var documented = SettingsComparison.Documented();
        var read = ReadBySilo.Union(ReadByFront).ToHashSet();
        read.Except(documented).ShouldBeEmpty("read, and not in the table of docs/operations.md");
        documented.Except(read).ShouldBeEmpty("in the table of docs/operations.md, and read by nobody");
    }

    private static IReadOnlySet<string> SetFor(System.Text.Json.Nodes.JsonNode app, string part) =>
        SettingsComparison.KeysOf(Deployment.VariablesOf(app).Keys.Concat(Dockerfile.Of(part).Variables.Keys));
}
