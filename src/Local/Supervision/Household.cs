using System.Diagnostics;

namespace CeActors.Local.Supervision;

/// <summary>The running parts: started in order, watched, and stopped in the opposite order, the storage last.</summary>
public sealed class Household(string logFolder, Announcer announcer) : IAsyncDisposable
{
    /// <summary>How long a part may take to be ready: a busy machine with cold caches takes most of a minute.</summary>
    public static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(120);

    /// <summary>How long a part may take to stop before it is killed.</summary>
    public static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);
    private readonly List<ChildProcess> _children = [];
    private readonly TaskCompletionSource<ChildProcess> _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<ChildProcess> _asked = [];
    private volatile bool _isStopping;

    /// <summary>Completes when a part ends that nobody asked to.</summary>
    public Task<ChildProcess> Died => _died.Task;

    /// <summary>Starts a part without waiting for it.</summary>
    public ChildProcess Start(ChildLaunch launch)
    {
        var child = ChildProcess.Start(launch, logFolder);
        _children.Add(child);
        _ = WatchAsync(child);
        return child;
    }

    /// <summary>Waits until the part answers.</summary>
    /// <exception cref="LocalFault">Any part ended meanwhile, or the time is over.</exception>
    public async Task ReadyAsync(
        ChildProcess child,
        Func<CancellationToken, Task<bool>> answers,
        CancellationToken stopping
    )
    {
        var watch = Stopwatch.StartNew();
        while (!await answers(stopping))
        {
            if (Died.IsCompleted)
            {
                throw new LocalFault((await Died).Report);
            }

            if (watch.Elapsed > ReadyLimit)
            {
                throw new LocalFault(
                    $"{child.Name} was not ready after {ReadyLimit.TotalSeconds:0} s; its last lines:{Environment.NewLine}{child.Tail}"
                );
            }

            await Task.Delay(PollEvery, stopping);
        }

        announcer.Say($"  {child.Name, -9} ready after {watch.Elapsed.TotalSeconds:0.0} s (process {child.ProcessId})");
    }

    /// <summary>Stops one part, as a replacement or a fault would; the others run on. Nothing when it is not running.</summary>
    public async Task StopAsync(string name)
    {
        var children = _children.Where(child => child.Name == name).ToList();
        foreach (var child in children)
        {
            lock (_asked)
            {
                _asked.Add(child);
            }

            await child.StopAsync(StopLimit);
            _children.Remove(child);
            child.Dispose();
        }
    }

    /// <summary>Stops everything, the last started first.</summary>
    public async ValueTask DisposeAsync()
    {
        _isStopping = true;
        foreach (var child in Enumerable.Reverse(_children))
        {
            if (!await child.StopAsync(StopLimit))
            {
                announcer.Say($"  {child.Name} did not stop within {StopLimit.TotalSeconds:0} s and was killed.");
            }
        }

        foreach (var child in _children)
        {
            child.Dispose();
        }

        _children.Clear();
    }

    private async Task WatchAsync(ChildProcess child)
    {
        await child.Ended;
        lock (_asked)
        {
            if (!_isStopping && !_asked.Contains(child))
            {
                _died.TrySetResult(child);
            }
        }
    }
}
