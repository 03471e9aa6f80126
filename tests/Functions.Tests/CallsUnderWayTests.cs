using System.Reflection;
using CeActors.Functions.Hosting;
using CeActors.Functions.Http;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization.Invocation;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>What becomes of calls when a silo dies that they went through.</summary>
public sealed class CallsUnderWayTests
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);
    private readonly FakeTimeProvider _time = new();
    private readonly CallsUnderWay _calls;

    public CallsUnderWayTests() => _calls = new CallsUnderWay(_time);

    [Fact]
    public async Task A_call_that_began_before_a_gateway_was_lost_ends_after_the_grace_with_an_unknown_outcome()
    {
        var call = new PlayedCall();
        var ended = _calls.Invoke(call);

        _calls.OnGatewayLost();
        _time.Advance(CallsUnderWay.Grace - Instant);
        ended.IsCompleted.ShouldBeFalse();
        _time.Advance(Instant);

        var lost = await Should.ThrowAsync<GatewayLostException>(() => ended.WaitAsync(TimeSpan.FromSeconds(10)));
        Failures.KindOf(lost).ShouldBe(FailureKind.UnknownOutcome);
    }

    [Fact]
    public async Task A_call_that_is_answered_within_the_grace_has_its_answer()
    {
        var call = new PlayedCall();
        var ended = _calls.Invoke(call);

        _calls.OnGatewayLost();
        call.Answer.SetResult();

        await ended;
    }

    [Fact]
    public async Task A_call_that_begins_after_the_loss_is_left_alone()
    {
        _calls.OnGatewayLost();
        var call = new PlayedCall();
        var ended = _calls.Invoke(call);

        _time.Advance(CallsUnderWay.Grace * 2);
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

    private sealed class PlayedCall : IOutgoingGrainCallContext
    {
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IGrainContext? SourceContext => null;

        public IInvokable Request => throw new NotSupportedException();

        public object Grain => throw new NotSupportedException();

        public MethodInfo InterfaceMethod => throw new NotSupportedException();

        public object? Result { get; set; }

        public Response? Response { get; set; }

        public GrainId? SourceId => null;

        public GrainId TargetId => default;

        public GrainInterfaceType InterfaceType => default;

        public string InterfaceName => "";

        public string MethodName => "";

        public Task Invoke() => Answer.Task;
    }
}
