using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using CeActors.Local.Timers;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace CeActors.Local.Tests.Timers;

public sealed class DueTimersTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimerFunction Hourly = new("SweepIncoming", "timer", TimerSchedule.Parse("0 17 * * * *"));

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_timer_is_posted_when_it_is_due_and_again_at_its_next_time_even_after_a_failure(
        HttpStatusCode answer
    )
    {
        var time = new FakeTimeProvider(Start);
        var host = new Recorder(answer);
        using var http = new HttpClient(host);
        using var said = new StringWriter();
        using var stopping = new CancellationTokenSource();
        var timers = new DueTimers(http, new Uri("http://127.0.0.1:7071"), new Announcer(said), time);
        var running = timers.RunAsync([Hourly], stopping.Token);

        time.Advance(TimeSpan.FromMinutes(16));
        host.Posted.TryRead(out _).ShouldBeFalse();
        foreach (var expected in (string[])["2026-03-01T10:17:00", "2026-03-01T11:17:00"])
        {
            var (path, body) = await PostedAsync(host, time);
            path.ShouldBe("/SweepIncoming");
            using var envelope = JsonDocument.Parse(body);
            var timer = envelope.RootElement.GetProperty("Data").GetProperty("timer");
            timer.GetProperty("IsPastDue").GetBoolean().ShouldBeFalse();
            var sent = envelope
                .RootElement.GetProperty("Metadata")
                .GetProperty("sys")
                .GetProperty("UtcNow")
                .GetString();
            string.CompareOrdinal(sent, expected).ShouldBeGreaterThanOrEqualTo(0);
        }

        await stopping.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(Limit));
        said.ToString().Contains("failed").ShouldBe(answer != HttpStatusCode.OK);
    }

    // The timer is set only after the answer before it was dealt with, so time goes on in steps until the post comes.
    private static async Task<(string Path, string Body)> PostedAsync(Recorder host, FakeTimeProvider time)
    {
        using var limit = new CancellationTokenSource(Limit);
        var posted = host.Posted.ReadAsync(limit.Token).AsTask();
        while (!posted.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny(posted, Task.Delay(1, limit.Token));
        }

        return await posted;
    }

    private sealed class Recorder(HttpStatusCode answer) : HttpMessageHandler
    {
        private readonly Channel<(string, string)> _posted = Channel.CreateUnbounded<(string, string)>();

        public ChannelReader<(string Path, string Body)> Posted => _posted.Reader;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            await _posted.Writer.WriteAsync((request.RequestUri!.AbsolutePath, body), cancellationToken);
            return new HttpResponseMessage(answer);
        }
    }
}
