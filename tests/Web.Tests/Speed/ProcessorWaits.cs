using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace CeActors.Web.Tests.Speed;

/// <summary>
/// When the threads that draw a page stood ready and got no processor, because other programs had it: Linux counts it for each thread. Where it is not
/// counted nothing was waited for, and whatever the clock says is held against the page.
/// </summary>
public sealed class ProcessorWaits : IAsyncDisposable
{
    // The second number of schedstat counts nanoseconds.
    private const double NanosecondsPerMillisecond = 1_000_000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    // Besides the first thread of a process; the kernel keeps 15 letters of a name.
    private static readonly string[] Drawing = ["Compositor", "VizCompositorTh"];

    private readonly List<(double From, double To)> _waits = [];
    private readonly Dictionary<string, double> _counted = [];
    private readonly PeriodicTimer _timer = new(Interval);
    private readonly Task _watching;

    private ProcessorWaits(IReadOnlyList<string> threads)
    {
        foreach (var thread in threads)
        {
            _counted[thread] = Count(thread);
        }

        _watching = WatchAsync();
    }

    /// <summary>Begins to watch the browser's threads.</summary>
    public static async Task<ProcessorWaits> WatchAsync(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var answer = await session.SendAsync("SystemInfo.getProcessInfo");
        await session.DetachAsync();
        var processes = answer!.Value.GetProperty("processInfo").EnumerateArray().ToList();
        return new ProcessorWaits([.. processes.Select(Number).SelectMany(ThreadsOf)]);
    }

    /// <summary>Milliseconds of this time, in milliseconds since 1970, in which at least one of the threads waited.</summary>
    public double Between(double from, double to)
    {
        lock (_waits)
        {
            var (sum, end) = (0.0, from);
            foreach (var wait in _waits.Where(wait => wait.To > from && wait.From < to).OrderBy(wait => wait.From))
            {
                sum += Math.Max(0, Math.Min(wait.To, to) - Math.Max(wait.From, end));
                end = Math.Max(end, wait.To);
            }

            return sum;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _watching;
    }

    // A wait is counted when it is over: it lies before the moment at which it is found.
    private async Task WatchAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            var now = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            foreach (var (thread, before) in _counted.ToList())
            {
                var counted = Count(thread);
                if (counted > before)
                {
                    _counted[thread] = counted;
                    lock (_waits)
                    {
                        _waits.Add((now - (counted - before), now));
                    }
                }
            }
        }
    }

    private static int Number(JsonElement process) => process.GetProperty("id").GetInt32();

    private static IEnumerable<string> ThreadsOf(int process)
    {
        var folder = $"/proc/{process}/task";
        return Directory.Exists(folder)
            ? Directory
                .GetDirectories(folder)
                .Where(thread => Path.GetFileName(thread) == $"{process}" || Drawing.Contains(NameOf(thread)))
                .Select(thread => Path.Combine(thread, "schedstat"))
                .Where(File.Exists)
            : [];
    }

    private static string NameOf(string thread) => Read(Path.Combine(thread, "comm"))?.Trim() ?? "";

    private static double Count(string thread) =>
        Read(thread)?.Split(' ') is [_, var waited, ..]
            ? double.Parse(waited, CultureInfo.InvariantCulture) / NanosecondsPerMillisecond
            : 0;

    // Null when the thread has ended.
    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
