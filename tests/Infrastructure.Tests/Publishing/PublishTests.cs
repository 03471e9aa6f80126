using System.Text;
using System.Text.Json.Nodes;
using CeActors.Functions;
using CeActors.Functions.Hosting;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Publishing;

/// <summary>The published Functions app is laid out as the host expects it.</summary>
[Collection(PublishedFrontCollection.Name)]
public sealed class PublishTests(PublishedFront front)
{
    [Fact]
    public void The_host_finds_its_file_and_what_it_starts()
    {
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(front.Folder, "host.json")))!;
        ((string?)host["version"]).ShouldBe("2.0");
        var handler = host["customHandler"]!;
        ((bool)handler["enableProxyingHttpRequest"]!).ShouldBeTrue();
        var description = handler["description"]!;
        ((string?)description["defaultExecutablePath"]).ShouldBe("dotnet");
        var program = (string)description["arguments"]!.AsArray()[0]!;
        Path.IsPathRooted(program).ShouldBeFalse();
        File.Exists(Path.Combine(front.Folder, program)).ShouldBeTrue(program);
        File.Exists(Path.Combine(front.Folder, Path.ChangeExtension(program, ".runtimeconfig.json"))).ShouldBeTrue();
    }

    [Fact]
    public void The_host_tells_nobody_of_requests_since_it_would_tell_their_whole_addresses()
    {
        var logging = JsonNode.Parse(File.ReadAllText(Path.Combine(front.Folder, "host.json")))!["logging"]!;
        ((string?)logging["logLevel"]!["Host.Results"]).ShouldBe("None");
        ((string?)logging["logLevel"]!["default"]).ShouldBe("Warning");
        var insights = logging["applicationInsights"]!;
        ((bool)insights["enableDependencyTracking"]!).ShouldBeFalse();
        ((bool)insights["enableLiveMetrics"]!).ShouldBeFalse();
        insights["httpAutoCollectionOptions"]!.AsObject().ShouldAllBe(option => !(bool)option.Value!);
    }

    [Fact]
    public async Task Each_function_of_the_app_has_its_folder_and_there_is_no_other()
    {
        await using var app = Program.Build([], describeOnly: true);
        var expected = FunctionFiles.Of(Program.EndpointsOf(app));
        var found = Directory
            .GetFiles(front.Folder, "function.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(front.Folder, Path.GetDirectoryName(file)!))
            .ToArray();
        found.ShouldBe(expected.Keys, ignoreOrder: true);
        foreach (var function in found)
        {
            var file = JsonNode.Parse(File.ReadAllText(Path.Combine(front.Folder, function, "function.json")))!;
            file["bindings"]!.AsArray().Count.ShouldBeGreaterThan(0, function);
            file["scriptFile"].ShouldBeNull(function);
        }
    }

    [Fact]
    public void The_web_client_is_beside_it_without_what_its_build_left()
    {
        var web = Path.Combine(front.Folder, "web");
        File.Exists(Path.Combine(web, "index.html")).ShouldBeTrue();
        Directory.GetFiles(Path.Combine(web, "assets")).ShouldNotBeEmpty();
        Directory.GetFileSystemEntries(web).Select(Path.GetFileName).ShouldNotContain(name => name!.StartsWith('.'));
    }

    [Fact]
    public void No_file_of_text_names_a_path_of_this_machine()
    {
        var root = RepositoryRoot.Path;
        var forms = new[] { root, root.Replace("\\", "\\\\"), root.Replace('\\', '/') }.Distinct();
        foreach (var file in Directory.GetFiles(front.Folder, "*", SearchOption.AllDirectories).Where(IsText))
        {
            var text = File.ReadAllText(file, Encoding.UTF8);
            forms.ShouldAllBe(form => !text.Contains(form, StringComparison.OrdinalIgnoreCase), file);
        }
    }

    [Fact]
    public void Nothing_of_development_is_published()
    {
        var files = Directory
            .GetFiles(front.Folder, "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .ToArray();
        files.ShouldNotContain("local.settings.json");
        files.ShouldNotContain(name => name!.StartsWith("CeActors.DevIdentity", StringComparison.Ordinal));
        files.ShouldNotContain(name => name!.StartsWith("appsettings.Development", StringComparison.Ordinal));
    }

    private static bool IsText(string file) =>
        Path.GetExtension(file) is ".json" or ".html" or ".js" or ".css" or ".txt" or ".xml" or ".config";
}
