using CeActors.Local.Timers;
using CeActors.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Timers;

public sealed class TimerFunctionTests
{
    [Fact]
    public void The_timers_of_the_app_are_found_with_their_schedules()
    {
        var found = TimerFunction.Find(Path.Combine(RepositoryRoot.Path, "src", "Functions", "functions"));
        found.Select(function => function.Name).ShouldContain("SweepIncoming");
        found.ShouldAllBe(function => function.Schedule.Next(DateTimeOffset.UnixEpoch) != null);
    }
}
