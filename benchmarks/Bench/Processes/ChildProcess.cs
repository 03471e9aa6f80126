using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CeActors.Benchmarks.Processes;

/// <summary>
/// A process that the benchmark starts, watches and stops. It also ends by itself when the benchmark dies: a watcher
/// beside it waits for the end of a pipe that only we hold.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int OutputLinesMax = 60;
    private const int InterruptSignal = 2;
    private const int TerminateSignal = 15;
    private const int FreezeSignal = 19;
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    // exec keeps the process id: the watcher is a child of the program, and the program is our child.
    private const string WithWatcher =
        "signal=$1; shift; exec 3<&0; (read _ <&3; kill -$signal $$) >/dev/null 2>&1 & exec 3<&- </dev/null; exec \"$@\"";

    private readonly Process _process;
    private readonly int _stopSignal;
    private readonly Queue<string> _output = new();
    private readonly StreamWriter? _log;

    private ChildProcess(string name, Process process, int stopSignal, string? logPath)
    {
        _log = logPath is null ? null : new StreamWriter(logPath, append: true) { AutoFlush = true };
        Name = name;
        _process = process;
        _stopSignal = stopSignal;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>What it is called in tables and messages.</summary>
    public string Name { get; }

    /// <summary>Its process id.</summary>
    public int Id => _process.Id;

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>How it ended; only when it has.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>What it printed last.</summary>
    public string RecentOutput
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output);
            }
        }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="name">What it is called in tables and messages.</param>
    /// <param name="command">Program and arguments.</param>
    /// <param name="environment">Added to ours.</param>
    /// <param name="interrupts">Stopped by SIGINT and not by SIGTERM; PostgreSQL's fast shutdown.</param>
    /// <param name="logPath">A file that all it prints is added to; null keeps the last lines only.</param>
    public static ChildProcess Start(
        string name,
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string>? environment = null,
        bool interrupts = false,
        string? logPath = null
    )
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])["-c", WithWatcher, "watch", interrupts ? "INT" : "TERM", .. command])
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        var signal = interrupts ? InterruptSignal : TerminateSignal;
        var child = new ChildProcess(name, new Process { StartInfo = start }, signal, logPath);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until it is ready.</summary>
    /// <exception cref="BenchmarkException">It ended, or was not ready in time; its last output is in the message.</exception>
    public async Task WaitAsync(Func<Task<bool>> isReady, TimeSpan limit, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (!await isReady())
        {
            if (HasEnded || watch.Elapsed > limit)
            {
                var what = HasEnded ? $"ended with {_process.ExitCode}" : $"was not ready in {limit.TotalSeconds} s";
                throw new BenchmarkException(
                    string.Create(CultureInfo.InvariantCulture, $"{Name} {what}:{Environment.NewLine}{RecentOutput}")
                );
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    /// <summary>Makes it stand still (SIGSTOP): what it holds open stays open, and it answers nothing. It can still be killed.</summary>
    public void Freeze() => _ = SendSignal(_process.Id, FreezeSignal);

    /// <summary>Ends it without a word (SIGKILL), and what watches over it.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
        await DisposeAsync();
    }

    /// <summary>Asks it to stop and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _ = SendSignal(_process.Id, _stopSignal);
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
        lock (_output)
        {
            _log?.Dispose();
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Enqueue(line);
            if (_log is { BaseStream.CanWrite: true })
            {
                _log.WriteLine(line);
            }

            if (_output.Count > OutputLinesMax)
            {
                _output.Dequeue();
            }
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int SendSignal(int processId, int signal);
}
