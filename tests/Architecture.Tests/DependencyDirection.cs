using System.Reflection;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace CeActors.Architecture.Tests;

/// <summary>The arrows of docs/ARCHITECTURE.md: each project may reference these and nothing else of ours.</summary>
public sealed class DependencyDirection
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Domain"] = [],
        ["Contracts"] = [],
        ["Grains"] = ["Contracts", "Domain"],
        ["AzureStorage"] = [],
        ["Files"] = [],
        ["Statements"] = [],
        ["Hosting"] = [],
        ["Silo"] = ["AzureStorage", "Contracts", "Domain", "Files", "Grains", "Hosting", "Verification"],
        ["Functions"] = ["AzureStorage", "Contracts", "Files", "Hosting", "Statements"],
        ["Verification"] = ["AzureStorage", "Domain", "Files", "Grains"],
        ["Backup"] = ["AzureStorage", "Files", "Grains"],
        ["DevIdentity"] = [],
        ["Local"] = ["Backup", "Verification"],
    };

    public static TheoryData<string> Projects => new(Allowed.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_design_allows(string project)
    {
        var file = Path.Combine(Repository.Root, "src", project, project + ".csproj");
        var referenced = XDocument
            .Load(file)
            .Descendants("ProjectReference")
            .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))
            );

        referenced.Except(Allowed[project]).ShouldBeEmpty($"{project} may not reference these");
    }

    [Fact]
    public void Every_source_project_has_a_line_in_the_table()
    {
        var projects = Directory
            .GetFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension);

        projects.ShouldBe(Allowed.Keys, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Domain", new[] { "Orleans", "Azure", "Microsoft" })]
    [InlineData("Contracts", new[] { "Azure", "Microsoft.AspNetCore" })]
    [InlineData("Grains", new[] { "Azure", "Microsoft.AspNetCore", "CeActors.AzureStorage" })]
    [InlineData("AzureStorage", new[] { "CeActors.Domain", "CeActors.Contracts", "CeActors.Grains" })]
    [InlineData("Files", new[] { "Orleans", "CeActors.Domain", "CeActors.Grains" })]
    [InlineData(
        "Hosting",
        new[] { "CeActors.AzureStorage", "CeActors.Domain", "CeActors.Contracts", "CeActors.Grains" }
    )]
    [InlineData("Statements", new[] { "Orleans", "Azure", "CeActors.Domain", "CeActors.Grains" })]
    [InlineData("Functions", new[] { "CeActors.Domain", "CeActors.Grains", "CeActors.Silo" })]
    public void An_assembly_does_not_even_see_what_is_none_of_its_business(string project, string[] forbidden)
    {
        var assembly = Assembly.Load("CeActors." + project);

        assembly
            .GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => forbidden.Any(prefix => name == prefix || name.StartsWith(prefix + ".")))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_composition_of_Functions_mentions_AzureStorage()
    {
        var mentions = Directory
            .GetFiles(Path.Combine(Repository.Root, "src", "Functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("CeActors.AzureStorage"))
            .Select(Path.GetFileName);

        mentions.ShouldBeSubsetOf(["Program.cs"]);
    }
}
