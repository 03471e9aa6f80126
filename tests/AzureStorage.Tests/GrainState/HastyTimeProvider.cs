namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>A clock whose timers ring a hundred times sooner than they were set for, so that waits between tries are short.</summary>
internal sealed class HastyTimeProvider : TimeProvider
{
    private const int Haste = 100;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
}
