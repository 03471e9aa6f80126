using CeActors.Web.Tests.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace CeActors.Web.Tests.Speed;

/// <summary>What is judged by the time between frames is judged truly.</summary>
[Collection(WebCollection.Name)]
public sealed class FrameTests(WebStage stage)
{
    private const double LeastMilliseconds = 50;

    // Far more than is asked for, since a busy machine gives the page only a part of it.
    private const string BeBusyBetweenTwoFrames = """
        async () => {
          const frame = () => new Promise(requestAnimationFrame);
          await frame();
          const begun = performance.now();
          while (performance.now() - begun < 1000) { /* busy */ }
          await frame();
          await frame();
        }
        """;

    [Fact]
    public Task A_page_that_is_busy_itself_is_not_excused_by_a_busy_machine() =>
        stage.PlayAsync(async scene =>
        {
            var visitor = await scene.VisitorAsync(Look.Desktop);
            await visitor.OpenAsync("/verify");
            await visitor.Page.GetByRole(AriaRole.Textbox).First.WaitForAsync();
            await using var waits = await ProcessorWaits.WatchAsync(stage.Browser);
            await using var frames = await Frames.WatchAsync(visitor.Page);

            await visitor.Page.EvaluateAsync(BeBusyBetweenTwoFrames);

            var gaps = await frames.GapsAsync();
            gaps.Max(gap => gap.Milliseconds - waits.Between(gap.From, gap.To)).ShouldBeGreaterThan(LeastMilliseconds);
        });
}
