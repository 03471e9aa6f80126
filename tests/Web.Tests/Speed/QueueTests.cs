using System.Globalization;
using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CeActors.Web.Tests.Speed;

/// <summary>A to-do list of 10,000 moves under the hand.</summary>
[Collection(WebCollection.Name)]
public sealed class QueueTests(WebStage stage, ITestOutputHelper output)
{
    private const double FrameMillisecondsMax = 50;

    // The tests share the machine with the service, and in ./test with other tests: one attempt that nothing came between is enough.
    private const int Attempts = 5;
    private const int Turns = 60;
    private const int WheelPixels = 900;

    [Fact]
    public Task A_queue_of_10000_scrolls_and_searches_without_a_frame_over_50_milliseconds() =>
        stage.PlayAsync(async scene =>
        {
            await LongQueue.LoadAsync(stage);
            var clerk = await Reviewer.ComeAsync(scene, Look.Desktop, scene.Town.BusyAgency);
            var page = clerk.Visitor.Page;
            await Expect(page.GetByText("10000")).Not.ToHaveCountAsync(0);
            await page.Locator("[data-row='0']").WaitForAsync();
            await page.Mouse.MoveAsync(Look.DesktopWidth / 2, 600);

            await ShouldKeepUpAsync("scrolling", page, () => ScrollAsync(page));
            await page.EvaluateAsync("() => window.scrollTo(0, 0)");
            await ShouldKeepUpAsync("searching", page, () => SearchAsync(clerk));
        });

    // Two bounds, because either alone can be met by a page that is too slow: the clock counts all that a frame waited for, save for a processor that other
    // programs had; the processor counts what the page did itself. Recording the tasks slows the page down and keeps the test busy as well, so it is not
    // done while the clock is looked at.
    private async Task ShouldKeepUpAsync(string what, IPage page, Func<Task> act)
    {
        var onTheClock = await BestAsync(async () =>
        {
            await using var waits = await ProcessorWaits.WatchAsync(stage.Browser);
            await using var frames = await Frames.WatchAsync(page);
            await act();
            var gaps = await frames.GapsAsync();
            var own = gaps.Max(gap => gap.Milliseconds - waits.Between(gap.From, gap.To));
            Tell(
                $"{what}: {gaps.Count} frames, {gaps.Max(gap => gap.Milliseconds)} ms on the clock between two at most, {gaps.Count(gap => gap.Milliseconds > FrameMillisecondsMax)} above {FrameMillisecondsMax}; {own:0} ms at most without waiting for a processor"
            );
            return own;
        });
        var ofTheProcessor = await BestAsync(async () =>
        {
            var tasks = await MainThread.RecordAsync(page, act);
            Tell($"{what}: {tasks.Count} tasks, the longest {tasks[0].ProcessorMilliseconds:0.0} ms of processor");
            return tasks[0].ProcessorMilliseconds;
        });

        onTheClock.ShouldBeLessThanOrEqualTo(
            FrameMillisecondsMax,
            $"{what}: between two frames on the clock, less what others had the processor"
        );
        ofTheProcessor.ShouldBeLessThanOrEqualTo(FrameMillisecondsMax, $"{what}: one task, of the processor");
    }

    // The least of some attempts; there is no further one after the first that is good enough.
    private static async Task<double> BestAsync(Func<Task<double>> attempt)
    {
        var best = double.MaxValue;
        for (var number = 0; number < Attempts && best > FrameMillisecondsMax; number++)
        {
            best = Math.Min(best, await attempt());
        }

        return best;
    }

    private void Tell(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static async Task ScrollAsync(IPage page)
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            await page.Mouse.WheelAsync(0, WheelPixels);
        }

        // Whatever was asked for while scrolling has come and been drawn.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private static async Task SearchAsync(Reviewer clerk)
    {
        var (visitor, page) = (clerk.Visitor, clerk.Visitor.Page);
        foreach (var name in (string[])["王伟", "欧阳静", ""])
        {
            await page.RunAndWaitForResponseAsync(
                async () =>
                {
                    await visitor.Field("姓名、单位或申报编号").FillAsync(name);
                    await visitor.Button("查询").ClickAsync();
                },
                answer => answer.Url.Contains("/queue?")
            );
            await page.Locator("[data-row='0']").WaitForAsync();
        }

        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
