using System.Text.Json;
using CeActors.Benchmarks.Overload;
using Shouldly;
using Xunit;

namespace CeActors.Benchmarks.Tests;

/// <summary>The overload run, small and short: how much was done says nothing on a busy machine, but nothing may be lost.</summary>
public sealed class OverloadSmokeTests
{
    [Fact]
    public async Task Many_times_the_load_is_refused_with_a_time_to_come_back_and_nothing_acknowledged_is_lost()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // children are started by a shell
        }

        var (exitCode, output) = await BenchProcess.RunAsync("overload", "--smoke");

        exitCode.ShouldBe(0, output);
        using var report = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        long Count(string name) => report.RootElement.GetProperty(name).GetInt64();
        Count("refused").ShouldBeGreaterThan(0, output);
        Count("refusedWithoutTime").ShouldBe(0, output);
        Count("acknowledged").ShouldBeGreaterThan(0, output);
        Count("brokenCount").ShouldBe(0, output);
        Count("undecidedCount").ShouldBe(0, output);
        Count("faultCount").ShouldBe(0, output);
        report.RootElement.GetProperty("endedProcesses").GetArrayLength().ShouldBe(0, output);
        var drafts = report.RootElement.GetProperty("draftShare").GetDouble();
        drafts.ShouldBeGreaterThan(report.RootElement.GetProperty("otherShare").GetDouble(), output);
    }

    [Fact]
    public void Answers_are_as_before_from_the_first_of_three_such_seconds_in_a_row()
    {
        Recovery.NormalP99([900, 800, 20, 30, null]).ShouldBe(30);
        Recovery.Seconds(30, [400, 45, 46, 45, 44, 45, 900]).ShouldBe(3);
        Recovery.Seconds(30, [45, 45, 45]).ShouldBe(0);
        Recovery.Seconds(30, [45, 45, null, 45, 45]).ShouldBeNull();
        Recovery.Seconds(30, []).ShouldBeNull();
    }
}
