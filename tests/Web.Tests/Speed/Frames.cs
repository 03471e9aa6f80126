using Microsoft.Playwright;

namespace CeActors.Web.Tests.Speed;

/// <summary>The frames that a page draws, as its own animation callbacks meet them.</summary>
public sealed class Frames : IAsyncDisposable
{
    private const string Watch = """
        () => {
          const times = [];
          const meet = time => {
            times.push(time);
            window.frameWatch.next = requestAnimationFrame(meet);
          };
          window.frameWatch = { times, next: requestAnimationFrame(meet) };
        }
        """;

    private const string Read =
        "() => window.frameWatch.times.slice(1).map((time, index) => time - window.frameWatch.times[index])";

    private readonly IPage _page;

    private Frames(IPage page) => _page = page;

    /// <summary>Begins to watch.</summary>
    public static async Task<Frames> WatchAsync(IPage page)
    {
        await page.EvaluateAsync(Watch);
        return new Frames(page);
    }

    /// <summary>Milliseconds between each frame and the one before it so far, the longest first.</summary>
    public async Task<IReadOnlyList<double>> GapsAsync() =>
        [.. (await _page.EvaluateAsync<double[]>(Read)).OrderDescending()];

    /// <inheritdoc />
    public async ValueTask DisposeAsync() =>
        await _page.EvaluateAsync("() => cancelAnimationFrame(window.frameWatch.next)");
}
