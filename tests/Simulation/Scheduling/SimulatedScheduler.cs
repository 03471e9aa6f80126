using System.Reflection;

namespace CeActors.Simulation.Scheduling;

/// <summary>
/// Runs everything of one history on one thread: the steps of all lanes in an order drawn from the seed, and what is due by the
/// simulated clock, which moves only when no lane has anything to do.
/// </summary>
internal sealed class SimulatedScheduler
{
    private static readonly Action<IGrainContext?> SetContext = ContextSetter();
    private readonly List<Lane> _ready = [];
    private readonly PriorityQueue<SimulatedEvent, (long At, long Number)> _events = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _numbers;

    public SimulatedScheduler(Chance chance, Trace trace)
    {
        Chance = chance;
        Trace = trace;
        Time = new SimulatedTime(this);
    }

    public Chance Chance { get; }

    public Trace Trace { get; }

    public SimulatedTime Time { get; }

    /// <summary>Simulated time since the beginning.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Steps made so far.</summary>
    public long Steps { get; private set; }

    /// <summary>The lane that makes a step at this moment; null between steps.</summary>
    public Lane? Running { get; private set; }

    /// <summary>Called before each step with the lane that is to make it.</summary>
    public Action<Lane>? BeforeStep { get; set; }

    /// <summary>Does something later.</summary>
    public SimulatedEvent After(TimeSpan wait, Action action)
    {
        var due = new SimulatedEvent(action);
        _events.Enqueue(due, ((Now + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero)).Ticks, _numbers++));
        return due;
    }

    /// <summary>Runs until something holds; false when the time has come before.</summary>
    public bool RunUntil(Func<bool> holds, TimeSpan until)
    {
        while (!holds())
        {
            if (_ready.Count > 0)
            {
                Step();
            }
            else if (!_events.TryPeek(out _, out var due) || due.At > until.Ticks)
            {
                Now = until > Now ? until : Now;
                return holds();
            }
            else
            {
                var next = _events.Dequeue();
                Now = TimeSpan.FromTicks(due.At);
                if (!next.IsCancelled)
                {
                    next.Action();
                }
            }
        }

        return true;
    }

    /// <summary>Runs to an instant.</summary>
    public void RunTo(TimeSpan instant) => RunUntil(() => false, instant);

    internal void HasWork(Lane lane)
    {
        if (!lane.IsListed)
        {
            lane.IsListed = true;
            _ready.Add(lane);
        }
    }

    /// <summary>Whatever runs elsewhere is no part of the history, and would make two runs of a seed differ.</summary>
    internal void RequireOwnThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException(
                "Simulated work has left its scheduler: an await went to the thread pool."
            );
        }
    }

    private void Step()
    {
        var index = _ready.Count == 1 ? 0 : Chance.Below(_ready.Count);
        var lane = _ready[index];
        if (lane.HasSteps)
        {
            BeforeStep?.Invoke(lane);
        }

        // The lane may have crashed just now.
        if (lane.HasSteps)
        {
            Steps++;
            Trace.Mix(index);
            Running = lane;
            SetContext(lane.Context);
            try
            {
                lane.Step();
            }
            finally
            {
                Running = null;
                SetContext(null);
            }
        }

        if (!lane.HasSteps)
        {
            lane.IsListed = false;
            _ready[index] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
        }
    }

    // The runtime's own, so that grains find themselves; it is internal there.
    private static Action<IGrainContext?> ContextSetter()
    {
        var field = typeof(IGrainContext)
            .Assembly.GetType("Orleans.Runtime.RuntimeContext", throwOnError: true)!
            .GetMethod("ResetExecutionContext", BindingFlags.Static | BindingFlags.NonPublic)!;
        return field.CreateDelegate<Action<IGrainContext?>>();
    }
}

/// <summary>Something that is due.</summary>
internal sealed class SimulatedEvent(Action action)
{
    public Action Action => action;

    public bool IsCancelled { get; private set; }

    public void Cancel() => IsCancelled = true;
}
