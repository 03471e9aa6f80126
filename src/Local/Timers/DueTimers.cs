using System.Globalization;
using System.Net.Http.Json;

namespace CeActors.Local.Timers;

/// <summary>
/// Posts timer triggers that are due to the Functions app, in the Functions host's envelope for custom handlers. That is all that stands in
/// for the host on a developer's machine.
/// </summary>
public sealed class DueTimers(HttpClient http, Uri front, Announcer announcer, TimeProvider time)
{
    // The host keeps the names as they are.
    private static readonly System.Text.Json.JsonSerializerOptions HostWriting = new();

    /// <summary>Runs until stopped; a timer that fails is reported and is due again at its next time.</summary>
    public Task RunAsync(IReadOnlyList<TimerFunction> functions, CancellationToken stopping) =>
        Task.WhenAll(functions.Select(function => RunAsync(function, stopping)));

    private async Task RunAsync(TimerFunction function, CancellationToken stopping)
    {
        var last = time.GetUtcNow();
        while (function.Schedule.Next(last) is { } due)
        {
            while (due - time.GetUtcNow() is { Ticks: > 0 } ahead)
            {
                await Task.Delay(ahead, time, stopping);
            }

            try
            {
                using var answer = await http.PostAsJsonAsync(
                    new Uri(front, function.Name),
                    Envelope(function, last, due),
                    HostWriting,
                    stopping
                );
                if (!answer.IsSuccessStatusCode)
                {
                    announcer.Say($"  Timer {function.Name} failed: {(int)answer.StatusCode}");
                }
            }
            catch (HttpRequestException failure)
            {
                announcer.Say($"  Timer {function.Name} failed: {failure.Message}");
            }

            last = due;
        }
    }

    private object Envelope(TimerFunction function, DateTimeOffset last, DateTimeOffset due) =>
        new
        {
            Data = new Dictionary<string, object>
            {
                [function.Binding] = new
                {
                    Schedule = new { AdjustForDST = true },
                    ScheduleStatus = new
                    {
                        Last = Text(last),
                        LastUpdated = Text(last),
                        Next = Text(function.Schedule.Next(due) ?? due),
                    },
                    IsPastDue = false,
                },
            },
            Metadata = new
            {
                sys = new
                {
                    MethodName = function.Name,
                    UtcNow = Text(time.GetUtcNow()),
                    RandGuid = Guid.NewGuid(),
                },
            },
        };

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
