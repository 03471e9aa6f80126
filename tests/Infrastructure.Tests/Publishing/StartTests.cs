using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Publishing;

/// <summary>The published app starts as the Functions host starts it.</summary>
[Collection(PublishedFrontCollection.Name)]
public sealed class StartTests(PublishedFront front)
{
    /// <summary>The host waits half a minute; a third of it leaves room for a cold machine.</summary>
    private static readonly TimeSpan ListensWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task It_listens_within_ten_seconds_without_any_silo_and_without_storage()
    {
        var port = FreePort.Next();
        var begun = Stopwatch.StartNew();
        using var process = Start(port);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            using var live = await UntilAnsweredAsync(http, process, begun);
            live.StatusCode.ShouldBe(HttpStatusCode.OK);
            begun.Elapsed.ShouldBeLessThan(ListensWithin);

            using var page = await http.GetAsync("/");
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            page.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
            using var ready = await http.GetAsync("/health/ready");
            ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            using var api = await http.GetAsync("/api/verification/1?code=x");
            api.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            api.Headers.RetryAfter.ShouldNotBeNull();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Behind_the_host_callers_are_who_the_proxies_say_whatever_they_say_of_themselves()
    {
        var port = FreePort.Next();
        using var process = Start(
            port,
            ("Front__PublicBaseUri", "https://ce.example.org"),
            ("Front__TrustedNetworks__0", "10.1.0.0/23"),
            ("Admission__AddressVerificationsPerMinute", "2")
        );
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            using var live = await UntilAnsweredAsync(http, process, Stopwatch.StartNew());
            live.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();

            // The gateway and the platform's proxy stand behind what callers wrote, who write something else each time.
            HttpStatusCode[] answers =
            [
                await AskAsync(http, "203.0.113.9, 10.1.0.5, 10.1.1.7"),
                await AskAsync(http, "6.6.6.6, 203.0.113.9, 10.1.0.5, 10.1.1.7"),
                await AskAsync(http, "127.0.0.1, 10.1.0.9, 203.0.113.9, 10.1.0.5"),
                await AskAsync(http, "203.0.113.10, 10.1.0.5"),
            ];
            answers.ShouldBe([
                HttpStatusCode.ServiceUnavailable,
                HttpStatusCode.ServiceUnavailable,
                HttpStatusCode.TooManyRequests,
                HttpStatusCode.ServiceUnavailable,
            ]);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/verification/1?code=x");
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "attacker.example");
        using var answer = await http.SendAsync(request);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeTrue("it came by https to the proxy");
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("attacker.example");
        return answer.StatusCode;
    }

    private Process Start(int port, params (string Name, string Value)[] settings)
    {
        // As the host: by what host.json names, in the folder of the app, with the port as a variable.
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(front.Folder, "host.json")))!;
        var description = host["customHandler"]!["description"]!;
        var start = new ProcessStartInfo((string)description["defaultExecutablePath"]!)
        {
            WorkingDirectory = front.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in description["arguments"]!.AsArray())
        {
            start.ArgumentList.Add((string)argument!);
        }

        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString();
        start.Environment["Front__WebRoot"] = Path.Combine(front.Folder, "web");
        // Nobody listens on port 1.
        start.Environment["Cluster__ConnectionString"] =
            "DefaultEndpointsProtocol=http;AccountName=nobody;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/nobody;";
        start.Environment["Evidence__AccountUri"] = "https://127.0.0.1:1/";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<HttpResponseMessage> UntilAnsweredAsync(HttpClient http, Process process, Stopwatch begun)
    {
        while (!process.HasExited && begun.Elapsed < 3 * ListensWithin)
        {
            try
            {
                return await http.GetAsync("/health/live");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(PollEvery);
            }
        }

        throw new TimeoutException(
            process.HasExited
                ? $"The app ended with code {process.ExitCode} before it listened."
                : $"The app did not listen within {begun.Elapsed}."
        );
    }
}
