using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CeActors.Local.Settings;
using CeActors.Testing;

namespace CeActors.Local.Tests.EndToEnd;

/// <summary>Local as a process of its own, as <c>./run</c> starts it, on free ports.</summary>
internal sealed class LocalProcess : IDisposable
{
    /// <summary>From a start with an empty folder to the end of the demo, on a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    /// <summary>Exit code of a process that SIGKILL ended.</summary>
    public const int KilledCode = 137;

    private const int InterruptSignal = 2;
    private readonly Process _process = new();
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LocalProcess() { }

    /// <summary>Whether <see cref="KillOutright"/> ended it.</summary>
    public bool WasKilled { get; private set; }

    /// <summary>Everything it said.</summary>
    public string Output => string.Join(Environment.NewLine, _output);

    /// <summary>Ports for one run after the other.</summary>
    public static string[] FreePorts() =>
        [
            .. PortSetting.All.SelectMany(port =>
                new[] { port.Flag, FreePort.Next().ToString(CultureInfo.InvariantCulture) }
            ),
        ];

    public static LocalProcess Start(params IEnumerable<string> arguments) =>
        Start(new Dictionary<string, string>(), arguments);

    /// <summary>With variables that it and its children inherit.</summary>
    public static LocalProcess Start(IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var local = new LocalProcess();
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        start.ArgumentList.Add(
            Path.Combine(RepositoryRoot.Path, "artifacts", "bin", "Local", configuration, "CeActors.Local.dll")
        );
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        local._process.StartInfo = start;
        local._process.OutputDataReceived += (_, line) => local.Hear(line.Data);
        local._process.ErrorDataReceived += (_, line) => local.Hear(line.Data);
        local._process.Start();
        local._process.BeginOutputReadLine();
        local._process.BeginErrorReadLine();
        return local;
    }

    /// <summary>Waits until it ends.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndedAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits until it waits for Ctrl-C.</summary>
    /// <exception cref="InvalidOperationException">It ended instead.</exception>
    public async Task WelcomedAsync()
    {
        var ended = EndedAsync();
        if (await Task.WhenAny(_welcomed.Task, ended) == ended)
        {
            throw new InvalidOperationException($"Local ended ({await ended}): {Output}");
        }
    }

    /// <summary>What Ctrl-C does.</summary>
    public void Interrupt() => _ = Kill(_process.Id, InterruptSignal);

    /// <summary>As if the machine had no mercy.</summary>
    public void KillOutright()
    {
        WasKilled = true;
        _process.Kill();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (line.Contains("Ctrl-C"))
        {
            _welcomed.TrySetResult();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);
}
