using System.Text.Json;
using Shouldly;
using Xunit;

namespace CeActors.Benchmarks.Tests;

/// <summary>A minute of a storage that fails in every way: what clients were told holds. How fast is for a quiet machine.</summary>
public sealed class FaultsSmokeTests
{
    [Fact]
    public async Task Through_a_failing_storage_nothing_acknowledged_is_lost_doubled_or_astray()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // processor times come from /proc, and children are started by a shell
        }

        var (exitCode, output) = await BenchProcess.RunAsync("faults", "--smoke");

        exitCode.ShouldBe(0, output);
        using var report = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        var promises = report.RootElement.GetProperty("promises");
        promises.GetProperty("acknowledged").GetInt64().ShouldBeGreaterThan(0, output);
        promises.GetProperty("brokenCount").GetInt64().ShouldBe(0, output);
        report.RootElement.GetProperty("repeated").GetInt32().ShouldBeGreaterThan(0, output);
        var faults = report.RootElement.GetProperty("faults");
        foreach (var fault in (string[])["Busy", "Timeout", "Reset"])
        {
            faults.GetProperty(fault).GetInt64().ShouldBeGreaterThan(0, output);
        }
    }
}
