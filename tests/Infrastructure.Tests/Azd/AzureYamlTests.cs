using System.Text.RegularExpressions;
using CeActors.Infrastructure.Tests.Templates;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Azd;

/// <summary>What azd reads names things that are there.</summary>
public sealed partial class AzureYamlTests
{
    private static readonly string[] Hooks = ["preprovision", "postprovision"];
    private readonly IReadOnlyDictionary<string, string> _yaml = AzureYaml.Parse(
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "azure.yaml"))
    );

    [Fact]
    public void Its_module_is_a_file_of_parameters()
    {
        _yaml["infra.provider"].ShouldBe("bicep");
        Path.GetFullPath(Path.Combine(RepositoryRoot.Path, _yaml["infra.path"])).ShouldBe(Bicep.Folder);
        File.Exists(Path.Combine(Bicep.Folder, _yaml["infra.module"] + ".bicepparam")).ShouldBeTrue();
    }

    [Fact]
    public void Its_hooks_are_scripts_that_can_be_run()
    {
        _yaml
            .Keys.Where(key => key.EndsWith(".run", StringComparison.Ordinal))
            .Select(key => key.Split('.')[1])
            .ShouldBe(Hooks);
        foreach (var hook in Hooks)
        {
            var script = Path.Combine(RepositoryRoot.Path, _yaml[$"hooks.{hook}.run"]);
            File.Exists(script).ShouldBeTrue(script);
            _yaml[$"hooks.{hook}.shell"].ShouldBe("sh");
            _yaml[$"hooks.{hook}.continueOnError"].ShouldBe("false");
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue(script);
            }
        }
    }

    [Fact]
    public void It_names_nothing_else_that_azd_would_deploy() =>
        _yaml.Keys.Select(key => key.Split('.')[0]).Distinct().ShouldBe(["name", "infra", "hooks"]);

    [Fact]
    public void What_the_hooks_tell_azd_is_what_the_parameters_read()
    {
        var told = Set().Matches(ScriptOf("images")).Select(match => match.Groups[1].Value).Order().ToArray();
        told.ShouldBe(["FRONT_IMAGE", "REGISTRY_NAME", "SILO_IMAGE", "SILO_SET"]);
        foreach (var parameters in Directory.GetFiles(Bicep.Folder, "*.bicepparam").Select(File.ReadAllText))
        {
            told.ShouldAllBe(name => parameters.Contains($"readEnvironmentVariable('{name}'"));
        }
    }

    [Fact]
    public void The_images_are_those_of_the_dockerfiles()
    {
        foreach (var part in new[] { "silo", "front" })
        {
            File.Exists(Path.Combine(RepositoryRoot.Path, "infra", "docker", part + ".Dockerfile")).ShouldBeTrue();
            ScriptOf("images").ShouldContain("for part in silo front");
        }
    }

    [Fact]
    public void A_line_that_is_no_mapping_is_not_taken_for_one()
    {
        Should.Throw<FormatException>(() => AzureYaml.Parse("a:\n  - b"));
        Should.Throw<FormatException>(() => AzureYaml.Parse("a:\n   b: c"));
        AzureYaml.Parse("a:\n  b: c\n# d\ne: f")["a.b"].ShouldBe("c");
    }

    private static string ScriptOf(string name) =>
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "infra", "hooks", name + ".sh"));

    [GeneratedRegex("azd env set ([A-Z_]+)")]
    private static partial Regex Set();
}
