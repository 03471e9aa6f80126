using System.Text.Json;
using CeActors.Benchmarks.Soak;
using Shouldly;
using Xunit;

namespace CeActors.Benchmarks.Tests;

public sealed class SoakTests
{
    [Fact]
    public void The_growth_of_a_straight_line_is_its_slope_in_ten_minutes_over_its_mean()
    {
        var trend = new MemoryTrend();
        for (var minute = 0; minute <= 30; minute++)
        {
            trend.Add(TimeSpan.FromMinutes(minute), 85 + minute);
        }

        trend.Mean.ShouldBe(100);
        trend.GrowthPercent.ShouldBe(10, 1e-9);
        (trend.First, trend.Last, trend.Count).ShouldBe((85, 115, 31));
    }

    [Fact]
    public void Noise_around_a_level_is_no_growth_and_a_fall_is_negative()
    {
        var level = new MemoryTrend();
        var fall = new MemoryTrend();
        foreach (var (minute, noise) in new[] { -1.0, 1, 1, -1 }.Index())
        {
            level.Add(TimeSpan.FromMinutes(minute), 100 + noise);
            fall.Add(TimeSpan.FromMinutes(minute), 100 - minute);
        }

        level.GrowthPercent.ShouldBe(0, 1e-9);
        fall.GrowthPercent.ShouldBeLessThan(0);
    }

    [Fact]
    public void Fewer_than_two_samples_tell_no_growth()
    {
        var trend = new MemoryTrend();
        trend.GrowthPercent.ShouldBe(double.NaN);
        trend.Add(TimeSpan.Zero, 100);
        trend.GrowthPercent.ShouldBe(double.NaN);
    }

    [Fact]
    public async Task A_short_soak_runs_without_an_error_and_tells_the_memory_of_silo_and_front()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // memory comes from /proc
        }

        var (exitCode, output) = await BenchProcess.RunAsync("soak", "--smoke");

        exitCode.ShouldBe(0, output);
        using var report = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        report.RootElement.GetProperty("errors").EnumerateObject().ShouldBeEmpty(output);
        report.RootElement.GetProperty("requestsPerSecond").GetDouble().ShouldBeGreaterThan(0, output);
        report.RootElement.GetProperty("meanMegabytes").GetProperty("silo").GetDouble().ShouldBeGreaterThan(0, output);
        report.RootElement.GetProperty("meanMegabytes").GetProperty("front").GetDouble().ShouldBeGreaterThan(0, output);
    }
}
