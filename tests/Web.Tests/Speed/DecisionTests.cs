using System.Globalization;
using CeActors.Web.Tests.Hands;
using CeActors.Web.Tests.Hosting;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace CeActors.Web.Tests.Speed;

/// <summary>A decision shows at once, whatever the service still has to do.</summary>
[Collection(WebCollection.Name)]
public sealed class DecisionTests(WebStage stage, ITestOutputHelper output)
{
    private const double ShownWithinMilliseconds = 300;
    private const int Decisions = 5;

    // From the click to the frame in which the page says it.
    private const string Stopwatch = """
        text => {
          window.shown = new Promise(done => {
            let clicked = null;
            document.addEventListener('click', () => { clicked = performance.now(); }, { capture: true, once: true });
            const observer = new MutationObserver(() => {
              if (clicked !== null && document.body.textContent.includes(text)) {
                observer.disconnect();
                requestAnimationFrame(() => done(performance.now() - clicked));
              }
            });
            observer.observe(document.body, { childList: true, subtree: true, characterData: true });
          });
        }
        """;

    [Fact]
    public Task A_review_decision_shows_within_300_milliseconds() =>
        stage.PlayAsync(async scene =>
        {
            var school = scene.Town.School;
            var reviewer = await Reviewer.ComeAsync(scene, Look.Desktop, school);
            var times = new List<double>();
            for (var decision = 0; decision < Decisions; decision++)
            {
                var person = await scene.PersonAsync(school);
                var id = await scene.Shortcuts.SubmitAsync(person);
                await reviewer.OpenAsync(id);
                var dialog = await reviewer.BeginPassAsync();
                var pass = reviewer.Visitor.Button("审核通过", dialog);
                await pass.WaitForAsync();
                await reviewer.Visitor.Page.EvaluateAsync(Stopwatch, $"审核通过：{person.Name}，已送");
                await pass.ClickAsync();
                times.Add(await reviewer.Visitor.Page.EvaluateAsync<double>("() => window.shown"));
                await reviewer.NoticedAsync("审核通过", person.Name);
                await reviewer.GoToQueueAsync();
            }

            var text = string.Join(", ", times.Select(time => time.ToString("0", CultureInfo.InvariantCulture)));
            output.WriteLine($"shown after {text} ms");
            // The machine may be busy with something else: one decision that nothing came between is enough.
            times.Min().ShouldBeLessThanOrEqualTo(ShownWithinMilliseconds, text);
        });
}
