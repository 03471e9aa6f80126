namespace CeActors.Infrastructure.Tests.Templates;

/// <summary>Nothing of the templates is told by the compiler: it calls wrong names and types of properties mere warnings.</summary>
public sealed class LintTests
{
    private const string Everything = "**/*.bicep";

    private static readonly string[] ParameterFiles = ["pilot.bicepparam", "province.bicepparam"];

    [BicepFact]
    public async Task No_template_has_anything_that_the_compiler_tells() =>
        (await Bicep.LintAsync(Bicep.Folder, Everything)).ShouldBeEmpty();

    [BicepFact]
    public async Task The_files_of_parameters_fit_the_template()
    {
        Directory
            .GetFiles(Bicep.Folder, "*.bicepparam")
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal)
            .ShouldBe(ParameterFiles);
        foreach (var file in ParameterFiles)
        {
            (await Bicep.CheckParametersAsync(Bicep.Folder, file)).ShouldBeEmpty(file);
        }
    }

    [BicepFact]
    public async Task A_mere_warning_fails()
    {
        using var folder = Bicep.Copy();
        // A property that does not exist: the compiler warns and ends with 0.
        Plant(folder, "modules/tables.bicep", "allowSharedKeyAccess: false", "allowSharedKeys: false");

        var built = await Bicep.RunAsync(
            folder["bicep"],
            ["build", "modules/tables.bicep", "--no-restore", "--stdout"]
        );
        built.ExitCode.ShouldBe(0, built.Errors);
        (await Bicep.LintAsync(folder["bicep"], "modules/tables.bicep"))
            .ShouldHaveSingleItem()
            .ShouldContain("allowSharedKeys");
    }

    [BicepFact]
    public async Task A_broken_rule_fails()
    {
        using var folder = Bicep.Copy();
        Plant(
            folder,
            "registry.bicep",
            "@description('Region.')",
            "param spare string = ''\n\n@description('Region.')"
        );
        (await Bicep.LintAsync(folder["bicep"], "registry.bicep"))
            .ShouldHaveSingleItem()
            .ShouldContain("no-unused-params");
    }

    [BicepFact]
    public async Task A_parameter_that_does_not_exist_fails()
    {
        using var folder = Bicep.Copy();
        Plant(folder, "pilot.bicepparam", "param siloCount = 2", "param siloCount = 2\nparam silos = 2");
        (await Bicep.CheckParametersAsync(folder["bicep"], "pilot.bicepparam")).ShouldNotBeEmpty();
    }

    private static void Plant(TemporaryFolder folder, string file, string from, string to)
    {
        var path = Path.Combine(folder["bicep"], file);
        var text = File.ReadAllText(path);
        text.ShouldContain(from);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
