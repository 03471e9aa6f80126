namespace CeActors.Simulation.Scheduling;

/// <summary>
/// What runs one after the other: an activation, the background work of a silo, the clients. Each piece of work between two
/// awaits is one step; which lane makes the next step is the scheduler's choice.
/// </summary>
internal sealed class Lane(SimulatedScheduler world, string name) : TaskScheduler
{
    private readonly Queue<Task> _steps = new();

    /// <summary>For the trace.</summary>
    public string Name => name;

    /// <summary>What it belongs to; set as the runtime's context while it runs.</summary>
    public IGrainContext? Context { get; init; }

    /// <summary>The silo it lives on; null for clients.</summary>
    public object? Home { get; init; }

    /// <summary>It has crashed: nothing of it runs any more.</summary>
    public bool IsDead { get; private set; }

    internal bool IsListed { get; set; }

    internal bool HasSteps => _steps.Count > 0;

    /// <summary>Ends it between two steps.</summary>
    public void Kill()
    {
        IsDead = true;
        _steps.Clear();
    }

    /// <summary>Starts work here.</summary>
    public Task Start(Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    internal void Step() => TryExecuteTask(_steps.Dequeue());

    /// <inheritdoc />
    protected override void QueueTask(Task task)
    {
        world.RequireOwnThread();
        if (!IsDead)
        {
            _steps.Enqueue(task);
            world.HasWork(this);
        }
    }

    /// <inheritdoc />
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && world.Running == this && TryExecuteTask(task);

    /// <inheritdoc />
    protected override IEnumerable<Task> GetScheduledTasks() => _steps;
}
