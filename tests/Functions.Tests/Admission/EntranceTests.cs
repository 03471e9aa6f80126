using CeActors.Functions.Admission;
using CeActors.Functions.Http;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Admission;

/// <summary>What is let in behind the front, and what is told to those who are not.</summary>
public sealed class EntranceTests : IDisposable
{
    // 20 places of which 4 are kept.
    private static readonly AdmissionOptions Options = new()
    {
        RequestsMin = 20,
        RequestsMax = 20,
        UnitPercent = 100,
    };

    private readonly TaskCompletionSource _gate = new();
    private readonly Gates _gates;

    public EntranceTests() => _gates = new Gates(Options, _ => _gate.Task);

    public void Dispose() => _gates.Dispose();

    [Fact]
    public async Task Who_finds_no_place_is_refused_with_a_time_to_come_back_and_later_let_in()
    {
        var let = Send(16);

        var refused = await _gates.AskAsync(Gates.Request());

        refused.ShouldNotBeNull();
        (refused.Value.Status, refused.Value.Code).ShouldBe((429, "overloaded"));
        refused.Value.RetryAfterSeconds.ShouldBeInRange(
            AdmissionProblems.FullLeastSeconds,
            AdmissionProblems.FullMostSeconds
        );
        _gate.SetResult();
        await Task.WhenAll(let);
        (await _gates.AskAsync(Gates.Request())).ShouldBeNull();
        _gates.Limit.UnderWay.ShouldBe(0);
    }

    [Fact]
    public async Task Typed_work_finds_the_places_that_are_kept_for_it()
    {
        var let = Send(16);
        (await _gates.AskAsync(Gates.Request())).ShouldNotBeNull();

        Task[] kept =
        [
            .. Enumerable.Range(0, 4).Select(_ => _gates.SendAsync(Gates.Request(marks: TypedWorkMetadata.Instance))),
        ];

        kept.ShouldAllBe(request => !request.IsCompleted);
        (await _gates.AskAsync(Gates.Request(marks: TypedWorkMetadata.Instance)))!.Value.Code.ShouldBe("overloaded");
        _gate.SetResult();
        await Task.WhenAll([.. let, .. kept]);
    }

    [Fact]
    public async Task What_the_front_answers_by_itself_is_never_refused()
    {
        _ = Send(16);
        _gate.Task.IsCompleted.ShouldBeFalse();
        var health = new DefaultHttpContext();
        health.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(), "health"));

        var answer = _gates.SendAsync(health);

        health.Response.StatusCode.ShouldBe(200);
        _gate.SetResult();
        await answer;
    }

    [Fact]
    public async Task A_place_is_given_up_however_the_request_ends()
    {
        using var failing = new Gates(Options, _ => throw new TimeoutException());
        for (var request = 0; request < 100; request++)
        {
            await Should.ThrowAsync<TimeoutException>(() => failing.SendAsync(Gates.Request()));
        }

        failing.Limit.UnderWay.ShouldBe(0);
    }

    [Fact]
    public async Task The_times_to_come_back_differ_so_that_not_all_come_back_at_once()
    {
        _ = Send(16);
        var times = new HashSet<int>();
        for (var request = 0; request < 200; request++)
        {
            times.Add((await _gates.AskAsync(Gates.Request()))!.Value.RetryAfterSeconds);
        }

        times.Count.ShouldBe(AdmissionProblems.FullMostSeconds - AdmissionProblems.FullLeastSeconds + 1);
        _gate.SetResult();
    }

    [Fact]
    public async Task Who_is_slow_to_send_holds_no_place_meanwhile()
    {
        var body = new TaskCompletionSource<int>();
        using var gates = new Gates(
            Options,
            async context => await Passage.AwaitSenderAsync(context, new ValueTask<int>(body.Task))
        );
        Task[] slow = [.. Enumerable.Range(0, 16).Select(_ => gates.SendAsync(Gates.Request()))];
        gates.Limit.UnderWay.ShouldBe(0);

        Task[] more = [.. Enumerable.Range(0, 4).Select(_ => gates.SendAsync(Gates.Request()))];
        body.SetResult(0);

        await Task.WhenAll([.. slow, .. more]);
        gates.Limit.UnderWay.ShouldBe(0);
    }

    [Fact]
    public async Task Who_comes_with_a_body_after_all_places_have_gone_is_refused_and_nothing_was_done()
    {
        var body = new TaskCompletionSource<int>();
        var work = new TaskCompletionSource();
        var done = 0;
        using var gates = new Gates(
            Options,
            async context =>
            {
                if (context.Request.ContentLength is not null)
                {
                    await Passage.AwaitSenderAsync(context, new ValueTask<int>(body.Task));
                    Interlocked.Increment(ref done);
                }

                await work.Task;
            }
        );
        var slow = Gates.Request();
        slow.Request.ContentLength = 1;
        var late = gates.SendAsync(slow);
        Task[] others =
        [
            .. Enumerable
                .Range(0, Options.RequestsMax)
                .Select(number =>
                    gates.SendAsync(number < 12 ? Gates.Request(marks: TypedWorkMetadata.Instance) : Gates.Request())
                ),
        ];

        body.SetResult(1);

        var refused = await Should.ThrowAsync<RefusedRequestException>(() => late);
        refused.Problem.Code.ShouldBe("overloaded");
        done.ShouldBe(0);
        work.SetResult();
        await Task.WhenAll(others);
        gates.Limit.UnderWay.ShouldBe(0);
    }

    // Each from a person of their own.
    private Task[] Send(int count) =>
        [.. Enumerable.Range(0, count).Select(number => _gates.SendAsync(Gates.Request($"person {number}")))];
}
