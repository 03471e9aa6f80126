using CeActors.Web.Tests.Speed;
using Shouldly;
using Xunit;

namespace CeActors.Web.Tests.Hosting;

/// <summary>That the stage stands and its visitors notice trouble.</summary>
[Collection(WebCollection.Name)]
public sealed class HarnessTests(WebStage stage)
{
    [Fact]
    public Task An_error_in_the_console_and_a_violated_policy_are_noticed() =>
        stage.PlayAsync(async scene =>
        {
            await using var visitor = await Visitor.ComeAsync(stage, Look.Desktop, 0);
            await visitor.OpenAsync("/");
            await visitor.Page.EvaluateAsync("() => console.error('something broke')");
            await visitor.Page.EvaluateAsync(
                "() => { const s = document.createElement('script'); s.textContent = 'window.inline = 1'; document.body.append(s); }"
            );

            (await visitor.Page.EvaluateAsync<bool>("() => 'inline' in window")).ShouldBeFalse();
            visitor.Troubles.All.ShouldContain(trouble => trouble.Contains("something broke"));
            visitor.Troubles.All.ShouldContain(trouble => trouble.Contains("Content Security Policy"));
        });

    [Fact]
    public Task A_task_that_keeps_the_page_from_drawing_is_measured() =>
        stage.PlayAsync(async scene =>
        {
            var visitor = await scene.VisitorAsync(Look.Desktop);
            await visitor.OpenAsync("/verify");

            var tasks = await MainThread.RecordAsync(
                visitor.Page,
                () =>
                    visitor.Page.EvaluateAsync(
                        "() => new Promise(done => setTimeout(() => { const end = performance.now() + 300; while (performance.now() < end); done(); }))"
                    )
            );

            tasks[0].WallMilliseconds.ShouldBeGreaterThanOrEqualTo(300);
            // On a busy machine the page has a part of the time on the clock; a tenth of it at the very least.
            tasks[0].ProcessorMilliseconds.ShouldBeInRange(30, tasks[0].WallMilliseconds + 1);
        });
}
