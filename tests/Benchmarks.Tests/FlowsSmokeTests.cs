using System.Diagnostics;
using System.Text.Json;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Benchmarks.Tests;

/// <summary>The benchmark itself, as a process, small and short: it must not rot between the times it is used.</summary>
public sealed class FlowsSmokeTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Flows_run_without_an_error_and_end_with_one_line_of_figures()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // processor times come from /proc, and children are started by a shell
        }

        var (exitCode, output) = await RunAsync("flows", "--smoke", "--no-peer");

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
        (await RunAsync("flow")).ExitCode.ShouldBe(2);
        (await RunAsync("flows", "--client", "3")).ExitCode.ShouldBe(1);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var program = Path.Combine(
            RepositoryRoot.Path,
            "artifacts",
            "bin",
            "Bench",
            configuration,
            "CeActors.Bench.dll"
        );
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.Start();
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(); // what it has started ends with it
            throw new TimeoutException($"{string.Join(' ', arguments)} did not end in {Limit}.");
        }
    }
}
