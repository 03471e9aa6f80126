using System.Reflection;
using System.Text.Json.Nodes;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Templates;

/// <summary>The compiler of the templates.</summary>
internal static class Bicep
{
    /// <summary>Where it is on this machine; empty where no package of it is published.</summary>
    public static string Program { get; } =
        typeof(Bicep)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(each => each.Key == nameof(Bicep) + nameof(Program))
            .Value
        ?? "";

    /// <summary>The templates.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "infra", "bicep");

    /// <summary>A copy of <c>infra</c>, whose templates lie in its folder <c>bicep</c>.</summary>
    public static TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        folder.Take(Path.GetDirectoryName(Folder)!);
        return folder;
    }

    /// <summary>What is wrong with the templates that match: everything that is told, of whatever level.</summary>
    public static async Task<IReadOnlyList<string>> LintAsync(string folder, string pattern)
    {
        var result = await RunAsync(
            folder,
            ["lint", "--pattern", pattern, "--no-restore", "--diagnostics-format", "Sarif"]
        );
        return Findings(result);
    }

    /// <summary>What is wrong with a file of parameters and the template that it is for.</summary>
    public static async Task<IReadOnlyList<string>> CheckParametersAsync(string folder, string file)
    {
        using var output = new TemporaryFolder();
        var result = await RunAsync(
            folder,
            [
                "build-params",
                file,
                "--no-restore",
                "--diagnostics-format",
                "Sarif",
                "--outfile",
                output["parameters.json"],
            ]
        );
        return Findings(result);
    }

    /// <summary>A template as it is sent to the platform.</summary>
    public static async Task<JsonNode> BuildAsync(string folder, string file) =>
        JsonNode.Parse((await RunAsync(folder, ["build", file, "--no-restore", "--stdout"])).Text)!;

    public static Task<CommandResult> RunAsync(
        string folder,
        IEnumerable<string> arguments,
        IEnumerable<KeyValuePair<string, string?>>? environment = null
    ) =>
        Command.RunAsync(
            Program,
            arguments,
            folder,
            [new("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"), .. environment ?? []]
        );

    private static IReadOnlyList<string> Findings(CommandResult result)
    {
        // One report a file, one after the other, and between them what is meant for people.
        var findings = new List<string>();
        var text = (result.Errors + result.Output).ReplaceLineEndings("\n");
        for (var start = text.IndexOf("{\n", StringComparison.Ordinal); start >= 0; )
        {
            var end = text.IndexOf("\n}", start, StringComparison.Ordinal);
            var report = JsonNode.Parse(text[start..(end + 2)])!;
            findings.AddRange(
                report["runs"]!
                    .AsArray()
                    .SelectMany(run => run!["results"]!.AsArray())
                    .Select(finding =>
                        $"{finding!["level"] ?? "warning"} {finding["ruleId"]}: {finding["message"]!["text"]} "
                        + $"({finding["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]})"
                    )
            );
            start = text.IndexOf("{\n", end + 2, StringComparison.Ordinal);
        }

        if (result.ExitCode != 0 && findings.Count == 0)
        {
            findings.Add($"exit code {result.ExitCode}: {text}");
        }

        return findings;
    }
}

/// <summary>A test of the templates; skipped, and said so, where the compiler is not published for the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        if (Bicep.Program.Length == 0)
        {
            Skip = "There is no package of the Bicep compiler for this kind of machine.";
        }
    }
}
