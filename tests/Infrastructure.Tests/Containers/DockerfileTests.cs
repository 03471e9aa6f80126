using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Containers;

/// <summary>What a build of the images would stumble over; there is no engine here that could build them.</summary>
public sealed partial class DockerfileTests
{
    public static TheoryData<string> Names => [.. Dockerfile.All.Select(file => file.Name)];

    [Fact]
    public void There_is_one_for_the_silo_and_one_for_the_front() =>
        Dockerfile.All.Select(file => file.Name).ShouldBe(["front.Dockerfile", "silo.Dockerfile"]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_that_is_copied_exists_and_is_let_in(string name)
    {
        var context = new BuildContext(File.ReadAllText(Path.Combine(RepositoryRoot.Path, ".dockerignore")));
        foreach (
            var source in Copies(Named(name)).Where(copy => copy.FromStage is null).SelectMany(copy => copy.Sources)
        )
        {
            Path.Exists(Path.Combine(RepositoryRoot.Path, source)).ShouldBeTrue(source);
            context.Has(source).ShouldBeTrue($"{source} is kept out by .dockerignore");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stages_copy_from_earlier_ones(string name)
    {
        var known = new HashSet<string>();
        foreach (var stage in Named(name).Stages)
        {
            stage.Name.ShouldNotBeEmpty();
            foreach (var copy in stage.Instructions.Where(each => each.Word == "COPY"))
            {
                (copy.FromStage is null || known.Contains(copy.FromStage)).ShouldBeTrue(copy.Rest);
            }

            known.Add(stage.Name).ShouldBeTrue(stage.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_runs_has_no_rights_of_root(string name)
    {
        var last = Named(name).Stages[^1];
        var user = last.Instructions.Last(each => each.Word == "USER").Rest;
        int.Parse(user).ShouldBeGreaterThan(0);
        var after = last.Instructions.SkipWhile(each => each.Word != "USER").Select(each => each.Word);
        after.ShouldNotContain("RUN");
        after.ShouldNotContain("COPY");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tools_are_those_of_the_repository(string name)
    {
        var sdk = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "global.json")))!["sdk"]!;
        var version = string.Join('.', ((string)sdk["version"]!).Split('.').Take(2));
        foreach (var image in Named(name).Stages.Select(stage => stage.Image))
        {
            image.ShouldNotContain("latest");
            image.ShouldContain(":");
            if (image.Contains("/dotnet/", StringComparison.Ordinal))
            {
                image.Split(':')[1].ShouldBe(version);
            }
            else if (image.Contains("azure-functions", StringComparison.Ordinal))
            {
                image.ShouldEndWith("dotnet-isolated" + version);
            }
            else
            {
                var node = int.Parse(Number().Match(image.Split(':')[1]).Value);
                node.ShouldBeGreaterThanOrEqualTo(NodeMin());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_ports_are_those_that_are_asked(string name)
    {
        var last = Named(name).Stages[^1];
        var exposed = last.Instructions.Single(each => each.Word == "EXPOSE").Rest.Split(' ');
        var asked = Asked().Match(HealthCheckOf(last)[^1]).Groups[1].Value;
        exposed.ShouldContain(asked);
        Named(name).Variables.Values.ShouldContain(value => value.EndsWith(asked, StringComparison.Ordinal));
    }

    [Fact]
    public void What_starts_is_what_was_published()
    {
        Entry("silo").ShouldBe(["dotnet", "CeActors.Silo.dll"]);
        // The Functions host starts the front, as host.json says: the image's own command stays.
        var words = Dockerfile.Of("front").Stages[^1].Instructions.Select(each => each.Word).ToArray();
        words.Intersect(["ENTRYPOINT", "CMD"]).ShouldBeEmpty();
        foreach (var build in Dockerfile.All.SelectMany(file => file.Instructions).Where(IsPublish))
        {
            var project = build.Rest.Split(' ').Single(word => word.EndsWith(".csproj", StringComparison.Ordinal));
            File.Exists(Path.Combine(RepositoryRoot.Path, project)).ShouldBeTrue(project);
        }
    }

    [Fact]
    public void A_missing_source_would_be_seen()
    {
        var file = Dockerfile.Parse("x", "FROM a AS b\nCOPY src/Missing \\\n  src/Silo ./\nCOPY --from=c /x .\n");
        var copies = Copies(file).ToArray();
        copies[0].Sources.ShouldBe(["src/Missing", "src/Silo"]);
        copies[1].FromStage.ShouldBe("c");
        var context = new BuildContext("**\n!src\n**/obj\n");
        context.Has("web").ShouldBeFalse();
        context.Has("src/Silo").ShouldBeTrue();
        context.Has("src/Silo/obj").ShouldBeFalse();
    }

    internal static string[] HealthCheckOf(Stage stage)
    {
        var check = stage.Instructions.Single(each => each.Word == "HEALTHCHECK").Rest;
        var command = check[(check.IndexOf("CMD ", StringComparison.Ordinal) + "CMD ".Length)..];
        return [.. JsonNode.Parse(command)!.AsArray().Select(word => (string)word!)];
    }

    private static Dockerfile Named(string name) => Dockerfile.All.Single(file => file.Name == name);

    private static IEnumerable<Instruction> Copies(Dockerfile file) =>
        file.Instructions.Where(each => each.Word == "COPY");

    private static bool IsPublish(Instruction instruction) =>
        instruction.Word == "RUN" && instruction.Rest.StartsWith("dotnet publish", StringComparison.Ordinal);

    private static string[] Entry(string part) =>
        [
            .. JsonNode
                .Parse(Dockerfile.Of(part).Stages[^1].Instructions.Single(each => each.Word == "ENTRYPOINT").Rest)!
                .AsArray()
                .Select(word => (string)word!),
        ];

    private static int NodeMin()
    {
        var package = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "web", "package.json")))!;
        return int.Parse(Number().Match((string)package["engines"]!["node"]!).Value);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"/dev/tcp/127\.0\.0\.1/(\d+)")]
    private static partial Regex Asked();
}
