using System.Globalization;
using CeActors.Local.Timers;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 0 * * * *", "2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z")]
    [InlineData("0 0 * * * *", "2026-03-01T10:59:59Z", "2026-03-01T11:00:00Z")]
    [InlineData("0 */15 * * * *", "2026-03-01T10:01:02Z", "2026-03-01T10:15:00Z")]
    [InlineData("30 5,50 * * * *", "2026-03-01T10:05:30Z", "2026-03-01T10:50:30Z")]
    [InlineData("0 30 3 * * *", "2026-12-31T03:30:00Z", "2027-01-01T03:30:00Z")]
    [InlineData("0 0 0 1 1 *", "2026-03-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("0 0 9 * * 1", "2026-03-01T00:00:00Z", "2026-03-02T09:00:00Z")]
    public void The_next_time_is_the_first_that_fits(string schedule, string after, string next) =>
        TimerSchedule.Parse(schedule).Next(Time(after)).ShouldBe(Time(next));

    [Fact]
    public void A_day_that_never_comes_is_never_due() =>
        TimerSchedule.Parse("0 0 0 31 2 *").Next(Time("2026-03-01T00:00:00Z")).ShouldBeNull();

    [Theory]
    [InlineData("0 0 * * *")]
    [InlineData("60 0 * * * *")]
    [InlineData("0 0 1/2 * * *")]
    [InlineData("0 0 */0 * * *")]
    [InlineData("a 0 * * * *")]
    public void What_is_no_schedule_is_refused(string schedule) =>
        Should.Throw<FormatException>(() => TimerSchedule.Parse(schedule));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
