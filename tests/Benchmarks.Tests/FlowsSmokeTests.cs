using System.Text.Json;
using Shouldly;
using Xunit;

namespace CeActors.Benchmarks.Tests;

/// <summary>The benchmark itself, as a process, small and short: it must not rot between the times it is used.</summary>
public sealed class FlowsSmokeTests
{
    [Fact]
    public async Task Flows_run_without_an_error_and_end_with_one_line_of_figures()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // processor times come from /proc, and children are started by a shell
        }

        var (exitCode, output) = await BenchProcess.RunAsync("flows", "--smoke", "--no-peer");

        exitCode.ShouldBe(0, output);
        using var report = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        report.RootElement.GetProperty("errorCount").GetInt64().ShouldBe(0, output);
        var ours = report.RootElement.GetProperty("figures")[0];
        ours.GetProperty("flowsPerSecond").GetDouble().ShouldBeGreaterThan(0, output);
        ours.GetProperty("rowsPerTransition").GetDouble().ShouldBeGreaterThan(0, output);
        ours.GetProperty("writeRequestsPerTransition").GetDouble().ShouldBeGreaterThan(0, output);
        ours.GetProperty("processorSecondsPerFlow").EnumerateObject().Count().ShouldBe(4, output);
    }

    [Fact]
    public async Task An_unknown_command_or_option_is_refused_before_anything_starts()
    {
        (await BenchProcess.RunAsync("flow")).ExitCode.ShouldBe(2);
        (await BenchProcess.RunAsync("flows", "--client", "3")).ExitCode.ShouldBe(1);
    }
}
