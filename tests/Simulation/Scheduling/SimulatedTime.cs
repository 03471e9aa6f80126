namespace CeActors.Simulation.Scheduling;

/// <summary>The clock of everything in a history, with its timers.</summary>
internal sealed class SimulatedTime(SimulatedScheduler world) : TimeProvider
{
    /// <summary>When each history begins: a day on which the shipped rules are in force.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Beginning + world.Now;

    public override long GetTimestamp() => world.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(world, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(SimulatedScheduler world, TimerCallback callback, object? state) : ITimer
    {
        private SimulatedEvent? _next;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _next?.Cancel();
            _period = period;
            _next = dueTime == Timeout.InfiniteTimeSpan ? null : world.After(dueTime, Fire);
            return true;
        }

        public void Dispose() => _next?.Cancel();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            _next = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? null : world.After(_period, Fire);
            callback(state);
        }
    }
}
