using CeActors.Grains.Review.Queues;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Queues;

public sealed class ReadingPlanTests
{
    private static readonly DateTimeOffset Start = SampleEntries.Start;
    private readonly ReadingPlan _plan = new();

    [Fact]
    public void A_reading_is_due_at_its_time_and_once()
    {
        _plan.Add(Start.AddSeconds(60));
        _plan.TakeDue(Start.AddSeconds(59)).ShouldBeFalse();
        _plan.TakeDue(Start.AddSeconds(60)).ShouldBeTrue();
        _plan.TakeDue(Start.AddSeconds(61)).ShouldBeFalse();
    }

    [Fact]
    public void One_planned_shortly_after_serves_for_one_wished_before_it_and_none_is_lost()
    {
        _plan.Add(Start.AddSeconds(60));
        _plan.Add(Start.AddSeconds(56));
        _plan.Count.ShouldBe(1);
        _plan.Add(Start.AddSeconds(62));
        _plan.Add(Start.AddSeconds(30));
        _plan.Count.ShouldBe(3);
        _plan.TakeDue(Start.AddSeconds(30)).ShouldBeTrue();
        _plan.TakeDue(Start.AddSeconds(70)).ShouldBeTrue();
        _plan.Count.ShouldBe(0);
    }

    [Fact]
    public void However_often_readings_are_wished_for_few_are_planned()
    {
        for (var milliseconds = 0; milliseconds < 60_000; milliseconds += 10)
        {
            _plan.Add(Start.AddSeconds(60).AddMilliseconds(-milliseconds));
        }

        _plan.Count.ShouldBeLessThanOrEqualTo(13);
    }
}
