namespace CeActors.Benchmarks.Crash;

/// <summary>Lets clients in for one command at a time each, and can hold all of them outside while something is checked.</summary>
public sealed class Gate
{
    private readonly Lock _lock = new();
    private int _inside;
    private TaskCompletionSource? _closed;
    private TaskCompletionSource? _empty;

    /// <summary>Waits until the gate is open, and enters.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task opened;
            lock (_lock)
            {
                if (_closed is null)
                {
                    _inside++;
                    return;
                }

                opened = _closed.Task;
            }

            await opened.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Leaves.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            if (--_inside == 0)
            {
                _empty?.TrySetResult();
            }
        }
    }

    /// <summary>Closes the gate and waits until nobody is inside.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        Task empty;
        lock (_lock)
        {
            _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _empty = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            empty = _inside == 0 ? Task.CompletedTask : _empty.Task;
        }

        await empty.WaitAsync(cancellationToken);
    }

    /// <summary>Opens it again.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _closed?.TrySetResult();
            (_closed, _empty) = (null, null);
        }
    }
}
