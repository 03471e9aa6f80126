using System.Text.RegularExpressions;
using CeActors.Functions.Hosting;
using CeActors.Silo.Hosting;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>The list of settings is made by reading them, and nothing reads one past it.</summary>
public sealed partial class SettingKeysTests
{
    [Fact]
    public void Both_hosts_name_every_setting_that_they_read()
    {
        var silo = SiloSettingsReader.Keys();
        silo.ShouldContain("Cluster:TableUri");
        silo.ShouldContain("Registry:AdministratorSubjects:0");
        silo.ShouldContain("AZURE_CLIENT_ID");
        silo.ShouldContain("OTEL_EXPORTER_OTLP_ENDPOINT");
        var front = Settings.Keys();
        front.ShouldContain("FUNCTIONS_CUSTOMHANDLER_PORT");
        front.ShouldContain("Front:Port");
        front.ShouldContain("Evidence:AccountUri");
        front.ShouldContain("Front:TrustedNetworks:0");
    }

    [Fact]
    public void Every_setting_has_a_place_in_the_table_of_the_operators_guide()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"));
        foreach (var key in SiloSettingsReader.Keys().Union(Settings.Keys()))
        {
            guide.ShouldContain($"`{key}`", customMessage: $"{key} is not explained in docs/operations.md");
        }
    }

    [Fact]
    public void Nothing_reads_configuration_or_the_environment_but_the_reader() =>
        ((string[])["AzureStorage", "Files", "Functions", "Grains", "Hosting", "Silo", "Statements", "Verification"])
            .SelectMany(project =>
                Directory.GetFiles(
                    Path.Combine(RepositoryRoot.Path, "src", project),
                    "*.cs",
                    SearchOption.AllDirectories
                )
            )
            .Where(file => Path.GetFileName(file) != "SettingsReader.cs")
            .SelectMany(file =>
                File.ReadLines(file)
                    .Where(line => Reading().IsMatch(line))
                    .Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")
            )
            .ShouldBeEmpty();

    [GeneratedRegex(
        @"onfiguration\[|\.GetSection\(|\.GetValue<|GetConnectionString\(|Environment\.GetEnvironmentVariable"
    )]
    private static partial Regex Reading();
}
