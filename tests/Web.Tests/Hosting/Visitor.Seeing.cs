using System.Text;
using CeActors.Testing;
using Deque.AxeCore.Playwright;
using Shouldly;

namespace CeActors.Web.Tests.Hosting;

public sealed partial class Visitor
{
    // What has an end, that is: a spinner turns for ever.
    private const string AnimationsEnded =
        "() => document.getAnimations().every(a => a.playState !== 'running' || a.effect?.getComputedTiming().iterations === Infinity)";

    private const string IsAsWideAsTheWindow =
        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    private static readonly string Album = Path.Combine(RepositoryRoot.Path, "artifacts", "web-tour");

    /// <summary>
    /// Stops at one step of the guide: nothing is wider than the window, axe finds nothing, and a picture goes to artifacts/web-tour.
    /// </summary>
    /// <param name="step">Names the picture, such as <c>individual-02-years</c>.</param>
    /// <param name="isWhole">Whether the picture shows the whole page, or the window alone.</param>
    public async Task StepAsync(string step, bool isWhole = true)
    {
        await SettledAsync();
        await PictureAsync(step, isWhole);
        await FitsAsync(step);
        await AxeAsync(step);
    }

    /// <summary>A picture in artifacts/web-tour.</summary>
    public async Task PictureAsync(string step, bool isWhole = true)
    {
        var folder = Path.Combine(Album, Look.ToString());
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, step + ".png"), FullPage = isWhole });
    }

    /// <exception cref="ShouldAssertException">The page must be scrolled sideways.</exception>
    public async Task FitsAsync(string step) =>
        (await Page.EvaluateAsync<bool>(IsAsWideAsTheWindow)).ShouldBeTrue($"{step} {Look}: wider than the window");

    /// <exception cref="ShouldAssertException">axe found something.</exception>
    public async Task AxeAsync(string step)
    {
        await SettledAsync();
        var result = await Page.RunAxe();
        var found = new StringBuilder();
        foreach (var violation in result.Violations)
        {
            found.AppendLine($"{violation.Id} ({violation.Impact}): {violation.Help}");
            foreach (var node in violation.Nodes.Take(5))
            {
                var why = node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message);
                found.AppendLine($"  {node.Target}  {node.Html}  {string.Join("; ", why)}");
            }
        }

        found.ToString().ShouldBeEmpty($"{step} {Look} {Page.Url}");
    }

    private Task SettledAsync() => Page.WaitForFunctionAsync(AnimationsEnded);
}
