using System.Net;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Admission;

/// <summary>What one caller, one address and one unit may take.</summary>
public sealed class CallerGateTests
{
    [Fact]
    public async Task A_person_who_asks_too_often_is_refused_and_others_are_not()
    {
        using var gates = new Gates(new AdmissionOptions { CallerBurst = 5, CallerPerSecond = 1 }, Nothing);
        for (var request = 0; request < 5; request++)
        {
            (await gates.AskAsync(Gates.Request("greedy"))).ShouldBeNull();
        }

        var refused = await gates.AskAsync(Gates.Request("greedy"));

        refused.ShouldNotBeNull();
        (refused.Value.Status, refused.Value.Code).ShouldBe((429, "asked-too-often"));
        refused.Value.RetryAfterSeconds.ShouldBeInRange(1, 1 + AdmissionProblems.JitterSeconds);
        (await gates.AskAsync(Gates.Request("modest"))).ShouldBeNull();
        gates.Limit.UnderWay.ShouldBe(0);
    }

    [Fact]
    public async Task Programs_that_send_rows_may_ask_ten_times_as_often()
    {
        using var gates = new Gates(new AdmissionOptions { CallerBurst = 5, CallerPerSecond = 1 }, Nothing);
        for (var request = 0; request < 5 * AdmissionOptions.BulkFactor; request++)
        {
            (await gates.AskAsync(Gates.Request("platform", marks: BulkMetadata.Instance))).ShouldBeNull();
        }

        (await gates.AskAsync(Gates.Request("platform", marks: BulkMetadata.Instance)))!.Value.Code.ShouldBe(
            "asked-too-often"
        );
        // By hand the same person may still work.
        (await gates.AskAsync(Gates.Request("platform"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_person_has_only_so_many_requests_under_way()
    {
        var gate = new TaskCompletionSource();
        using var gates = new Gates(new AdmissionOptions { CallerAtOnce = 3 }, _ => gate.Task);
        Task[] let = [.. Enumerable.Range(0, 3).Select(_ => gates.SendAsync(Gates.Request("greedy")))];

        (await gates.AskAsync(Gates.Request("greedy")))!.Value.Code.ShouldBe("asked-too-often");
        gates.SendAsync(Gates.Request("modest")).IsCompleted.ShouldBeFalse();

        gate.SetResult();
        await Task.WhenAll(let);
        (await gates.AskAsync(Gates.Request("greedy"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_unit_has_only_its_share_and_others_and_drafts_go_on()
    {
        // 20 places, 10 of them for one unit.
        var gate = new TaskCompletionSource();
        using var gates = new Gates(
            new AdmissionOptions
            {
                RequestsMin = 20,
                RequestsMax = 20,
                UnitPercent = 50,
            },
            _ => gate.Task
        );
        Task[] let =
        [
            .. Enumerable.Range(0, 10).Select(number => gates.SendAsync(Gates.Request($"reviewer {number}", "A"))),
        ];

        var refused = await gates.AskAsync(Gates.Request("reviewer 11", "A"));

        refused.ShouldNotBeNull();
        (refused.Value.Status, refused.Value.Code).ShouldBe((429, "unit-busy"));
        gates.SendAsync(Gates.Request("reviewer 11", "B")).IsCompleted.ShouldBeFalse();
        gates.SendAsync(Gates.Request("reviewer 11")).IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await Task.WhenAll(let);
        (await gates.AskAsync(Gates.Request("reviewer 11", "A"))).ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_slow_to_send_holds_no_place_of_the_unit_and_is_refused_if_none_is_left_then()
    {
        // 20 places, 10 of them for one unit.
        var body = new TaskCompletionSource<int>();
        var gate = new TaskCompletionSource();
        using var gates = new Gates(
            new AdmissionOptions
            {
                RequestsMin = 20,
                RequestsMax = 20,
                UnitPercent = 50,
            },
            async context =>
            {
                if (context.Request.ContentLength is not null)
                {
                    await Passage.AwaitSenderAsync(context, new ValueTask<int>(body.Task));
                }

                await gate.Task;
            }
        );
        Task[] slow =
        [
            .. Enumerable
                .Range(0, 16)
                .Select(number =>
                {
                    var request = Gates.Request($"stranger {number}", "A");
                    request.Request.ContentLength = 1;
                    return gates.SendAsync(request);
                }),
        ];
        Task[] let =
        [
            .. Enumerable.Range(0, 10).Select(number => gates.SendAsync(Gates.Request($"reviewer {number}", "A"))),
        ];
        let.ShouldAllBe(request => !request.IsCompleted);
        (await gates.AskAsync(Gates.Request("reviewer 11", "A")))!.Value.Code.ShouldBe("unit-busy");

        body.SetResult(0);
        var refused = await Should.ThrowAsync<RefusedRequestException>(() => slow[0]);
        refused.Problem.Code.ShouldBe("unit-busy");
        gate.SetResult();
        await Task.WhenAll(let);
        await Task.WhenAll(slow).ContinueWith(_ => { }, TaskScheduler.Default);
        gates.Limit.UnderWay.ShouldBe(0);
        for (var request = 0; request < 10; request++)
        {
            (await gates.AskAsync(Gates.Request("reviewer", "A"))).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Who_was_refused_by_one_bound_takes_nothing_of_another()
    {
        var gate = new TaskCompletionSource();
        using var gates = new Gates(
            new AdmissionOptions
            {
                CallerAtOnce = 1,
                RequestsMin = 20,
                RequestsMax = 20,
                UnitPercent = 5,
            },
            _ => gate.Task
        );
        var holds = gates.SendAsync(Gates.Request("one", "A"));
        for (var request = 0; request < 10; request++)
        {
            (await gates.AskAsync(Gates.Request("two", "A")))!.Value.Code.ShouldBe("unit-busy");
        }

        var elsewhere = gates.SendAsync(Gates.Request("two", "B"));

        elsewhere.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await Task.WhenAll(holds, elsewhere);
    }

    [Fact]
    public async Task An_address_may_verify_and_read_only_so_often_whoever_is_signed_in()
    {
        using var gates = new Gates(
            new AdmissionOptions { AddressVerificationsPerMinute = 2, AddressReadsPerMinute = 3 },
            Nothing
        );
        (await gates.AskAsync(Verification("192.0.2.1", null))).ShouldBeNull();
        (await gates.AskAsync(Verification("192.0.2.1", "somebody"))).ShouldBeNull();

        (await gates.AskAsync(Verification("192.0.2.1", "another")))!.Value.Code.ShouldBe("asked-too-often");
        (await gates.AskAsync(Verification("192.0.2.2", null))).ShouldBeNull();
        for (var read = 0; read < 3; read++)
        {
            (await gates.AskAsync(Gates.Request(null))).ShouldBeNull();
        }

        (await gates.AskAsync(Gates.Request(null)))!.Value.Code.ShouldBe("asked-too-often");
        (await gates.AskAsync(Gates.Request("somebody"))).ShouldBeNull();
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void An_address_stands_for_what_one_subscriber_has(string one, string other, bool isSame) =>
        (Rates.HashOf(IPAddress.Parse(one)) == Rates.HashOf(IPAddress.Parse(other))).ShouldBe(isSame);

    [Fact]
    public void Counts_take_the_same_memory_for_any_number_of_keys()
    {
        var counts = new SharedCounts(16);
        for (var key = 0; key < 10_000; key++)
        {
            var slot = counts.SlotOf($"key {key}");
            slot.ShouldBeInRange(0, 15);
            counts.TryAdd(slot, int.MaxValue).ShouldBeTrue();
        }

        Enumerable.Range(0, 16).Sum(counts.Count).ShouldBe(10_000);
    }

    private static Microsoft.AspNetCore.Http.HttpContext Verification(string address, string? person) =>
        Gates.Request(person, address: address, marks: VerificationMetadata.Instance);

    private static Task Nothing(Microsoft.AspNetCore.Http.HttpContext context) => Task.CompletedTask;
}
