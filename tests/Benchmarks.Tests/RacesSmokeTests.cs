using System.Text.Json;
using Shouldly;
using Xunit;

namespace CeActors.Benchmarks.Tests;

/// <summary>The benchmark itself, as a process, small and short.</summary>
public sealed class RacesSmokeTests
{
    [Fact]
    public async Task Races_end_as_they_must_and_with_one_line_of_figures()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // children are started by a shell
        }

        var (exitCode, output) = await BenchProcess.RunAsync(
            "races",
            "--reviewers",
            "10",
            "--races",
            "5",
            "--copies",
            "8",
            "--filings",
            "5"
        );

        exitCode.ShouldBe(0, output);
        using var report = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        long Figure(string name) => report.RootElement.GetProperty(name).GetInt64();
        Figure("wonOnce").ShouldBe(5, output);
        Figure("losersTold").ShouldBe(45, output);
        Figure("filedOnce").ShouldBe(5, output);
        Figure("equalAnswers").ShouldBe(40, output);
        Figure("otherBodiesRefused").ShouldBe(5, output);
    }
}
