using Microsoft.Playwright;

namespace CeActors.Web.Tests.Speed;

/// <summary>The time between one frame and the next.</summary>
/// <param name="From">When the first one was, in milliseconds since 1970.</param>
/// <param name="Milliseconds">How long it took; whole ones, since the page's clock is a coarse one.</param>
public sealed record FrameGap(double From, double Milliseconds)
{
    /// <summary>When the second one was, in milliseconds since 1970.</summary>
    public double To => From + Milliseconds;
}

/// <summary>The frames that a page draws, as its own animation callbacks meet them.</summary>
public sealed class Frames : IAsyncDisposable
{
    private const string Watch = """
        () => {
          const times = [];
          const meet = time => {
            times.push(performance.timeOrigin + time);
            window.frameWatch.next = requestAnimationFrame(meet);
          };
          window.frameWatch = { times, next: requestAnimationFrame(meet) };
        }
        """;

    private readonly IPage _page;

    private Frames(IPage page) => _page = page;

    /// <summary>Begins to watch.</summary>
    public static async Task<Frames> WatchAsync(IPage page)
    {
        await page.EvaluateAsync(Watch);
        return new Frames(page);
    }

    /// <summary>From each frame to the next one so far.</summary>
    public async Task<IReadOnlyList<FrameGap>> GapsAsync()
    {
        var times = await _page.EvaluateAsync<double[]>("() => window.frameWatch.times");
        return [.. times.Zip(times.Skip(1), (from, to) => new FrameGap(from, Math.Round(to - from)))];
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() =>
        await _page.EvaluateAsync("() => cancelAnimationFrame(window.frameWatch.next)");
}
