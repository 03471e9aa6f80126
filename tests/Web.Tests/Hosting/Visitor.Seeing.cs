using System.Text;
using CeActors.Testing;
using Deque.AxeCore.Playwright;

namespace CeActors.Web.Tests.Hosting;

public sealed partial class Visitor
{
    // What has an end, that is: a spinner turns for ever.
    private const string AnimationsEnded =
        "() => document.getAnimations().every(a => a.playState !== 'running' || a.effect?.getComputedTiming().iterations === Infinity)";

    private const string IsAsWideAsTheWindow =
        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    private const int NodesMax = 5;

    private static readonly string Album = Path.Combine(RepositoryRoot.Path, "artifacts", "web-tour");

    /// <summary>
    /// Stops at one step of the guide and leaves a picture in artifacts/web-tour. A page that is wider than the window and everything that axe
    /// finds is trouble: the test goes on, so that all of it is known, and fails at its end.
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

    private async Task FitsAsync(string step)
    {
        if (!await Page.EvaluateAsync<bool>(IsAsWideAsTheWindow))
        {
            Troubles.Add($"{step} {Look}: wider than the window");
        }
    }

    private async Task AxeAsync(string step)
    {
        var result = await Page.RunAxe();
        foreach (var violation in result.Violations)
        {
            var found = new StringBuilder();
            found.AppendLine($"{step} {Look}: {violation.Id} ({violation.Impact}): {violation.Help}");
            foreach (var node in violation.Nodes.Take(NodesMax))
            {
                var why = node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message);
                found.AppendLine($"    {node.Html}  {string.Join("; ", why)}");
            }

            Troubles.Add(found.ToString());
        }
    }

    private Task SettledAsync() => Page.WaitForFunctionAsync(AnimationsEnded);
}
