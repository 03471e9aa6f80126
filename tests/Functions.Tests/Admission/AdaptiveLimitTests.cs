using CeActors.Functions.Admission;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Admission;

/// <summary>How many are let in, and how that number follows what answers take.</summary>
public sealed class AdaptiveLimitTests
{
    private static readonly AdmissionOptions Options = new()
    {
        RequestsMin = 100,
        RequestsMax = 300,
        TargetMilliseconds = 200,
    };

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(201);
    private static readonly TimeSpan Timely = TimeSpan.FromMilliseconds(200);
    private readonly FakeTimeProvider _time = new();
    private readonly AdaptiveLimit _limit;

    public AdaptiveLimitTests() => _limit = new AdaptiveLimit(Options, _time);

    [Fact]
    public void It_begins_at_twice_its_least() => _limit.Current.ShouldBe(200);

    [Fact]
    public void What_is_not_typed_work_leaves_a_fifth_free_and_typed_work_takes_it()
    {
        Enter(160, isReserved: false);

        _limit.TryEnter(isReserved: false).ShouldBeFalse();
        Enter(40, isReserved: true);
        _limit.TryEnter(isReserved: true).ShouldBeFalse();
        _limit.UnderWay.ShouldBe(200);
    }

    [Fact]
    public void Typed_work_leaves_two_fifths_to_the_rest_however_much_of_it_there_is()
    {
        Enter(120, isReserved: true);

        _limit.TryEnter(isReserved: true).ShouldBeFalse();
        Enter(80, isReserved: false);
        _limit.TryEnter(isReserved: false).ShouldBeFalse();
        _limit.UnderWay.ShouldBe(200);
    }

    [Fact]
    public void A_place_that_is_given_up_can_be_taken_again()
    {
        Enter(160, isReserved: false);
        _limit.Leave(isReserved: false, null);

        _limit.TryEnter(isReserved: false).ShouldBeTrue();
        _limit.TryEnter(isReserved: false).ShouldBeFalse();
    }

    [Fact]
    public void While_it_is_full_and_answers_are_timely_it_rises_by_a_step_a_window_up_to_its_most()
    {
        FillAndAnswer(Timely);
        _limit.Current.ShouldBe(200 + AdaptiveLimit.AddedEachWindow);

        for (var window = 0; window < 20; window++)
        {
            FillAndAnswer(Timely);
        }

        _limit.Current.ShouldBe(Options.RequestsMax);
    }

    [Fact]
    public void When_answers_take_too_long_it_falls_by_a_share_a_window_down_to_its_least()
    {
        FillAndAnswer(Slow);
        _limit.Current.ShouldBe(200 * AdaptiveLimit.KeptPercentWhenSlow / 100);

        for (var window = 0; window < 20; window++)
        {
            FillAndAnswer(Slow);
        }

        _limit.Current.ShouldBe(Options.RequestsMin);
    }

    [Fact]
    public void Timely_answers_do_not_raise_it_while_there_is_room()
    {
        Answer(50, Timely);

        _limit.Current.ShouldBe(200);
    }

    [Fact]
    public void Slow_answers_do_not_lower_it_while_few_are_under_way()
    {
        Answer(100, Slow);
        _limit.Current.ShouldBe(200);

        Answer(101, Slow);
        _limit.Current.ShouldBe(180);
    }

    [Fact]
    public void Few_answers_or_a_short_time_judge_nothing()
    {
        FillAndAnswer(Slow, samples: AdaptiveLimit.SamplesMin - 1);
        _limit.Current.ShouldBe(200);

        var young = new AdaptiveLimit(Options, _time);
        Enter(young, 160, isReserved: false);
        _time.Advance(AdaptiveLimit.Window - TimeSpan.FromMilliseconds(1));
        Leave(young, 160, Slow);
        young.Current.ShouldBe(200);
    }

    [Fact]
    public void What_fails_at_once_counts_as_slow()
    {
        Enter(150, isReserved: false);
        _time.Advance(AdaptiveLimit.Window);
        for (var request = 0; request < 150; request++)
        {
            _limit.Leave(isReserved: false, TimeSpan.Zero, hasFailed: true);
        }

        _limit.Current.ShouldBe(180);
    }

    [Fact]
    public void What_did_not_reach_the_cluster_judges_nothing()
    {
        Enter(150, isReserved: false);
        _time.Advance(AdaptiveLimit.Window);
        for (var request = 0; request < 150; request++)
        {
            _limit.Leave(isReserved: false, null, hasFailed: true);
        }

        _limit.Current.ShouldBe(200);
    }

    [Fact]
    public void Who_stepped_aside_makes_room_and_comes_back_over_the_limit_but_never_over_the_most()
    {
        Enter(160, isReserved: false);
        for (var request = 0; request < 160; request++)
        {
            _limit.StepAside(isReserved: false);
        }

        Enter(160, isReserved: false);
        for (var request = 0; request < 140; request++)
        {
            _limit.TryComeBack(isReserved: false).ShouldBeTrue();
        }

        _limit.UnderWay.ShouldBe(Options.RequestsMax);
        _limit.TryComeBack(isReserved: false).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_threads_never_have_more_under_way_than_the_limit_and_leave_nothing_behind()
    {
        var most = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(thread =>
                    Task.Run(() =>
                    {
                        for (var request = 0; request < 20_000; request++)
                        {
                            var isReserved = (request + thread) % 3 == 0;
                            if (_limit.TryEnter(isReserved))
                            {
                                InterlockedMax(ref most, _limit.UnderWay);
                                _limit.Leave(isReserved, Timely);
                            }
                        }
                    })
                )
        );

        _limit.UnderWay.ShouldBe(0);
        most.ShouldBeInRange(1, 8);
    }

    private void FillAndAnswer(TimeSpan took, int samples = 100)
    {
        var entered = 0;
        while (_limit.TryEnter(isReserved: true))
        {
            entered++;
        }

        _time.Advance(AdaptiveLimit.Window);
        for (var request = 0; request < entered; request++)
        {
            _limit.Leave(isReserved: true, request < samples ? took : null);
        }

        // The peak of the next window is counted from nothing.
        _limit.UnderWay.ShouldBe(0);
    }

    private void Answer(int requests, TimeSpan took)
    {
        Enter(requests, isReserved: true);
        _time.Advance(AdaptiveLimit.Window);
        Leave(_limit, requests, took, isReserved: true);
    }

    private void Enter(int requests, bool isReserved) => Enter(_limit, requests, isReserved);

    private static void Enter(AdaptiveLimit limit, int requests, bool isReserved)
    {
        for (var request = 0; request < requests; request++)
        {
            limit.TryEnter(isReserved).ShouldBeTrue($"request {request}");
        }
    }

    // The last answers judge: those before them lie in the window.
    private static void Leave(AdaptiveLimit limit, int requests, TimeSpan took, bool isReserved = false)
    {
        for (var request = 0; request < requests; request++)
        {
            limit.Leave(isReserved, request < requests - AdaptiveLimit.SamplesMin ? null : took);
        }
    }

    private static void InterlockedMax(ref int most, int seen)
    {
        for (var known = Volatile.Read(ref most); seen > known; known = Volatile.Read(ref most))
        {
            _ = Interlocked.CompareExchange(ref most, seen, known);
        }
    }
}
