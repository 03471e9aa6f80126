using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace CeActors.Functions.Tests.Hosting;

/// <summary>The front as the Functions host starts it: from a published folder, by its host.json, on the port that the host chooses.</summary>
public sealed class PublishedFront : IAsyncDisposable
{
    /// <summary>Names the folder; where it is set, the worlds of these tests have this front in place of one in their own process.</summary>
    public const string Variable = "CEACTORS_PUBLISHED_FRONT";

    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private PublishedFront(Process process) => _process = process;

    /// <summary>The folder; null where the front is to be built in the process.</summary>
    public static string? Folder =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">What was published.</param>
    /// <param name="port">The port that the host would choose.</param>
    /// <param name="settings">Application settings by key.</param>
    public static async Task<PublishedFront> StartAsync(
        string folder,
        int port,
        IReadOnlyDictionary<string, string> settings
    )
    {
        var host = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "host.json")))!;
        var description = host["customHandler"]!["description"]!;
        var start = new ProcessStartInfo(description["defaultExecutablePath"]!.GetValue<string>())
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in description["arguments"]!.AsArray())
        {
            start.ArgumentList.Add(argument!.GetValue<string>());
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment.Remove(Variable);
        var front = new PublishedFront(new Process { StartInfo = start });
        front.Begin();
        await front.ReadyAsync(port);
        return front;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        using var limit = new CancellationTokenSource(EndLimit);
        await _process.WaitForExitAsync(limit.Token);
        _process.Dispose();
    }

    private void Begin()
    {
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task ReadyAsync(int port)
    {
        using var http = new HttpClient();
        await Until.Async(
            async () =>
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"It ended: {string.Join(Environment.NewLine, _output)}");
                }

                try
                {
                    using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
                    return answer.StatusCode;
                }
                catch (HttpRequestException)
                {
                    return (HttpStatusCode)0;
                }
            },
            status => status == HttpStatusCode.OK,
            "the published front is ready"
        );
    }
}
