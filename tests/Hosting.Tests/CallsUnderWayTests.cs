using CeActors.Hosting.Calls;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Hosting.Tests;

/// <summary>What becomes of calls when a silo dies that they had gone to, or through.</summary>
public sealed class CallsUnderWayTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider _time = new();
    private readonly CallsUnderWay _calls;

    public CallsUnderWayTests() => _calls = new CallsUnderWay(_time, Grace);

    [Fact]
    public async Task A_call_that_began_before_a_death_was_known_fails_after_the_grace_as_if_its_silo_had_died()
    {
        var ended = _calls.Invoke(new PlayedCall());

        _calls.OnDeath();
        _time.Advance(Grace - Instant);
        ended.IsCompleted.ShouldBeFalse();
        _time.Advance(Instant);

        await Should.ThrowAsync<SiloUnavailableException>(() => ended.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_call_that_is_answered_within_the_grace_has_its_answer()
    {
        var call = new PlayedCall();
        var ended = _calls.Invoke(call);

        _calls.OnDeath();
        call.Answer.SetResult();

        await ended;
    }

    [Fact]
    public async Task A_call_that_begins_after_the_death_was_known_is_left_alone()
    {
        _calls.OnDeath();
        var call = new PlayedCall();
        var ended = _calls.Invoke(call);

        _time.Advance(Grace * 2);
        ended.IsCompleted.ShouldBeFalse();
        call.Answer.SetResult();

        await ended;
    }

    [Fact]
    public async Task A_failure_of_the_call_itself_comes_through_as_it_is()
    {
        var call = new PlayedCall();
        var ended = _calls.Invoke(call);

        call.Answer.SetException(new TimeoutException("too late"));

        await Should.ThrowAsync<TimeoutException>(() => ended);
    }

    [Fact]
    public void The_runtimes_own_calls_keep_their_limits()
    {
        var call = new PlayedCall { TargetId = GrainId.Create(GrainTypePrefix.SystemTargetPrefix + "probe", "1") };
        var ended = _calls.Invoke(call);

        _calls.OnDeath();
        _time.Advance(Grace * 2);

        ended.ShouldBeSameAs(call.Answer.Task);
    }
}
