using System.Diagnostics;
using CeActors.Testing;

namespace CeActors.Benchmarks.Tests;

/// <summary>The benchmark command as a process.</summary>
internal static class BenchProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    /// <summary>Runs it to its end; output and errors together.</summary>
    /// <exception cref="TimeoutException">It did not end.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
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
