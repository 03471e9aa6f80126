using Orleans.CodeGeneration;
using Orleans.Serialization.Invocation;
using Orleans.Timers;

namespace CeActors.Simulation.Cluster;

/// <summary>A grain's timer: its tick is a request like others, and the next is due a period after the last has ended.</summary>
internal abstract class ActivationTimer(
    SimulatedCluster cluster,
    Activation activation,
    GrainTimerCreationOptions options
) : IGrainTimer
{
    private readonly CancellationTokenSource _ending = new();
    private SimulatedEvent? _next;
    private TimeSpan _period = options.Period;
    private bool _isTicking;
    private bool _isChanged;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        _next?.Cancel();
        _period = period;
        _isChanged = _isTicking;
        Plan(dueTime);
    }

    public void Dispose()
    {
        _next?.Cancel();
        _ending.Cancel();
    }

    /// <summary>Plans the first tick.</summary>
    public void Begin() => Plan(options.DueTime);

    protected abstract Task TickAsync(CancellationToken cancellationToken);

    private void Plan(TimeSpan wait)
    {
        if (wait != Timeout.InfiniteTimeSpan && !_ending.IsCancellationRequested)
        {
            _next = cluster.Scheduler.After(wait, Fire);
        }
    }

    private void Fire()
    {
        if (activation.Phase is ActivationPhase.Active)
        {
            var interleaves = options.Interleave ? InvokeMethodOptions.AlwaysInterleave : InvokeMethodOptions.None;
            activation.Receive(
                new Message(
                    activation.GrainId,
                    "timer",
                    interleaves,
                    _ => RunAsync(),
                    null,
                    null,
                    cluster.Scheduler.Now
                )
            );
        }
        else if (activation.Phase == ActivationPhase.Activating)
        {
            Plan(TimeSpan.FromMilliseconds(1));
        }
    }

    private async ValueTask<Response> RunAsync()
    {
        _isTicking = true;
        _isChanged = false;
        try
        {
            await TickAsync(_ending.Token);
        }
        catch (Exception exception)
        {
            // As the runtime does: it logs and goes on.
            cluster.Say($"the timer of {activation} failed: {exception.Message}");
        }

        _isTicking = false;
        if (!_isChanged)
        {
            Plan(_period);
        }

        return Response.Completed;
    }
}

/// <summary>The runtime's registry of timers.</summary>
internal sealed class Timers(SimulatedCluster cluster) : ITimerRegistry
{
    public IDisposable RegisterTimer(
        IGrainContext grainContext,
        Func<object?, Task> callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => throw new NotSupportedException("No grain of ours has a timer of the old kind.");

    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        GrainTimerCreationOptions options
    )
    {
        var activation = (Activation)grainContext;
        var timer = new Timer<TState>(cluster, activation, callback, state, options);
        activation.AddTimer(timer);
        timer.Begin();
        return timer;
    }

    private sealed class Timer<TState>(
        SimulatedCluster cluster,
        Activation activation,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        GrainTimerCreationOptions options
    ) : ActivationTimer(cluster, activation, options)
    {
        protected override Task TickAsync(CancellationToken cancellationToken) => callback(state, cancellationToken);
    }
}
