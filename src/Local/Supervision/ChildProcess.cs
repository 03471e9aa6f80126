using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CeActors.Local.Supervision;

/// <summary>A process that Local started and will stop.</summary>
public sealed class ChildProcess : IDisposable
{
    private const int TerminateSignal = 15;
    private readonly Process _process;
    private readonly LogFile _log;

    private ChildProcess(string name, Process process, LogFile log)
    {
        Name = name;
        _process = process;
        _log = log;
        Ended = process.WaitForExitAsync();
    }

    /// <summary>Short name.</summary>
    public string Name { get; }

    /// <summary>Completes when it is gone, for whatever reason.</summary>
    public Task Ended { get; }

    /// <summary>Its process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>How it ended and its last words.</summary>
    public string Report =>
        $"{Name} ended with code {_process.ExitCode}; its last lines ({_log.FilePath}):{Environment.NewLine}{_log.Tail}";

    /// <summary>Its last words so far.</summary>
    public string Tail => _log.Tail;

    /// <exception cref="LocalFault">The program could not be started.</exception>
    public static ChildProcess Start(ChildLaunch launch, string logFolder)
    {
        var log = new LogFile(logFolder, launch.Name);
        var process = new Process { StartInfo = launch.StartInfo() };
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            log.Dispose();
            throw new LocalFault($"{launch.Name} cannot be started ({launch.Program}): {failure.Message}");
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(launch.Name, process, log);
    }

    /// <summary>Asks it to stop and waits; one that does not stop in time is killed.</summary>
    /// <returns>Whether it stopped by itself.</returns>
    public async Task<bool> StopAsync(TimeSpan limit)
    {
        if (!_process.HasExited)
        {
            if (!OperatingSystem.IsWindows())
            {
                _ = Kill(_process.Id, TerminateSignal);
            }

            // The end of its input means the same to it, and is all there is on Windows.
            _process.StandardInput.Close();
        }

        try
        {
            await Ended.WaitAsync(limit);
            return true;
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await Ended;
            return false;
        }
    }

    public void Dispose()
    {
        _process.Dispose();
        _log.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);
}
