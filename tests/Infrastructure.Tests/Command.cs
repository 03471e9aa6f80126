using System.Diagnostics;

namespace CeActors.Infrastructure.Tests;

/// <summary>Runs a program to its end.</summary>
internal static class Command
{
    /// <summary>After it the program counts as hung and is ended.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    public static async Task<CommandResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IEnumerable<KeyValuePair<string, string?>>? environment = null
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(TimeLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end in {TimeLimit}.");
        }

        return new CommandResult(process.ExitCode, await output, await errors);
    }
}

/// <param name="ExitCode">0 when all went well.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it wrote to the error stream.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>What it wrote, provided that it went well.</summary>
    public string Text =>
        ExitCode == 0 ? Output : throw new InvalidOperationException($"exit code {ExitCode}: {Output}{Errors}");
}
