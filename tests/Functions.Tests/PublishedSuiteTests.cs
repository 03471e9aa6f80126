using System.Diagnostics;
using System.Text.RegularExpressions;
using CeActors.Functions.Tests.Hosting;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>
/// What is published answers like what is tested everywhere else: the tests of the HTTP suite run once more, in a process of their own,
/// against the published folder, which is started as the Functions host starts it.
/// </summary>
public sealed partial class PublishedSuiteTests
{
    /// <summary>Name of the trait.</summary>
    public const string Suite = "Suite";

    /// <summary>Tests that speak to the front by HTTP alone, and that are run against the published one too.</summary>
    public const string Http = "http";

    private const int PassedMin = 100;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    [Fact]
    public async Task The_published_front_passes_the_HTTP_suite()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("ceactors-published-").FullName;
        try
        {
            await PublishAsync(folder);
            var output = await RunAsync(
                ["test", typeof(PublishedSuiteTests).Assembly.Location, "--filter", $"{Suite}={Http}"],
                (PublishedFront.Variable, folder)
            );
            var passed = Passed().Match(output);
            passed.Success.ShouldBeTrue(output);
            int.Parse(passed.Groups[1].Value).ShouldBeGreaterThanOrEqualTo(PassedMin, output);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<string> PublishAsync(string folder)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var configuration = built.StartsWith("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";
        var project = Path.Combine(RepositoryRoot.Path, "src", "Functions", "Functions.csproj");
        return RunAsync(["publish", project, "-c", configuration, "--no-build", "-p:WebClientFolder=", "-o", folder]);
    }

    private static async Task<string> RunAsync(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start).ShouldNotBeNull();
        try
        {
            using var limit = new CancellationTokenSource(Limit);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            process.ExitCode.ShouldBe(0, output + await errors);
            return output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    [GeneratedRegex(@"Failed:\s+0, Passed:\s+(\d+)")]
    private static partial Regex Passed();
}
