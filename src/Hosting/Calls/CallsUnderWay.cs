namespace CeActors.Hosting.Calls;

/// <summary>
/// Ends calls that can no longer be answered. When a silo dies, Orleans fails what was sent to it, but neither what it had been sent through
/// another silo nor what a client had under way behind it, because their sender does not know who works on them: these would wait
/// for their whole time limit. So a death divides time: what began before it and has no answer a moment later fails, with an outcome that
/// is not known, like a call to the dead silo itself. A call that is merely slow at this moment fails too, which costs one repetition.
/// </summary>
/// <param name="time">The clock of the grace.</param>
/// <param name="grace">How long calls on the way may still be answered after a death became known.</param>
public sealed class CallsUnderWay(TimeProvider time, TimeSpan grace) : IOutgoingGrainCallFilter
{
    private CancellationTokenSource _era = new();

    /// <inheritdoc />
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        var era = Volatile.Read(ref _era).Token;
        var call = context.Invoke();
        // The runtime's own calls, its probes above all, have limits of their own.
        return call.IsCompleted || context.TargetId.IsSystemTarget() ? call : WaitAsync(call, era);
    }

    /// <summary>A silo is known to have gone: calls that began before now fail after the grace.</summary>
    public void OnDeath() => _ = EndAsync(Interlocked.Exchange(ref _era, new CancellationTokenSource()));

    private static async Task WaitAsync(Task call, CancellationToken era)
    {
        try
        {
            await call.WaitAsync(era);
        }
        catch (OperationCanceledException) when (era.IsCancellationRequested && !call.IsCompleted)
        {
            // Its answer, or its time limit, comes later and interests nobody.
            _ = call.ContinueWith(
                static late => late.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            throw new SiloUnavailableException(
                "A silo died while the call was under way; whether it took effect is not known."
            );
        }
    }

    private async Task EndAsync(CancellationTokenSource era)
    {
        await Task.Delay(grace, time);
        await era.CancelAsync(); // not disposed of: a call may be about to wait for it
    }
}
