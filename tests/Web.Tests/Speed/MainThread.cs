using System.Text.Json;
using Microsoft.Playwright;

namespace CeActors.Web.Tests.Speed;

/// <summary>One task of the page's main thread: what keeps it from drawing the next frame.</summary>
/// <param name="ProcessorMilliseconds">Processor time it took: the same however busy the machine is with other things.</param>
/// <param name="WallMilliseconds">Time on the clock.</param>
public sealed record MainThreadTask(double ProcessorMilliseconds, double WallMilliseconds);

/// <summary>Records the tasks of a page's main thread with the browser's own tracing.</summary>
public static class MainThread
{
    private const string Categories = "toplevel,disabled-by-default-devtools.timeline,blink.user_timing,__metadata";
    private const double MicrosecondsPerMillisecond = 1000;

    /// <summary>Does something and tells what the main thread did meanwhile, the longest task first.</summary>
    public static async Task<IReadOnlyList<MainThreadTask>> RecordAsync(IPage page, Func<Task> act)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var events = new List<JsonElement>();
        var complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("Tracing.dataCollected").OnEvent += (_, data) =>
        {
            lock (events)
            {
                events.AddRange(data!.Value.GetProperty("value").EnumerateArray().Select(one => one.Clone()));
            }
        };
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.TrySetResult();
        await session.SendAsync(
            "Tracing.start",
            new Dictionary<string, object>
            {
                ["transferMode"] = "ReportEvents",
                ["traceConfig"] = new Dictionary<string, object> { ["includedCategories"] = Categories.Split(',') },
            }
        );
        await act();
        await session.SendAsync("Tracing.end");
        await complete.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await session.DetachAsync();
        return Tasks(events);
    }

    private static List<MainThreadTask> Tasks(List<JsonElement> events)
    {
        var mains = events
            .Where(one =>
                Text(one, "name") == "thread_name"
                && one.GetProperty("args").GetProperty("name").GetString() == "CrRendererMain"
            )
            .Select(Thread)
            .ToHashSet();
        return
        [
            .. events
                .Where(one =>
                    Text(one, "name") is "RunTask" or "ThreadControllerImpl::RunTask" && Text(one, "ph") == "X"
                )
                .Where(one => mains.Contains(Thread(one)))
                .Select(one => new MainThreadTask(Number(one, "tdur"), Number(one, "dur")))
                .OrderByDescending(task => task.ProcessorMilliseconds),
        ];
    }

    private static (int, int) Thread(JsonElement one) =>
        (one.GetProperty("pid").GetInt32(), one.GetProperty("tid").GetInt32());

    private static string? Text(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double Number(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) ? value.GetDouble() / MicrosecondsPerMillisecond : 0;
}
