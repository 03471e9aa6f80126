namespace CeActors.Silo.Hosting;

/// <summary>
/// Ends calls between grains that can no longer be answered. When a silo dies, Orleans fails the calls that were sent to it, but not
/// those that another silo had passed on to it, because their caller does not know that it had them: these held the turn of their
/// caller for the whole time limit. So a death divides time: what began before it and has no answer a moment later fails like a
/// call to the dead silo itself. A call that is merely slow at this moment fails too, which costs one repetition by its sender.
/// </summary>
internal sealed class CallsUnderWay(TimeProvider time) : IOutgoingGrainCallFilter
{
    /// <summary>How long calls on the way may still be answered after a death became known.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private CancellationTokenSource _era = new();

    /// <inheritdoc />
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        var era = Volatile.Read(ref _era).Token;
        var call = context.Invoke();
        // The runtime's own calls, its probes above all, have limits of their own.
        return call.IsCompleted || context.TargetId.IsSystemTarget() ? call : WaitAsync(call, era);
    }

    /// <summary>A silo is known to have died: calls that began before now fail after <see cref="Grace"/>.</summary>
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
        await Task.Delay(Grace, time);
        await era.CancelAsync(); // not disposed of: a call may be about to wait for it
    }
}

/// <summary>Tells <see cref="CallsUnderWay"/> of each silo that dies; apart from it, because the runtime that tells is built from its filters.</summary>
internal sealed class DeathWatch(ISiloStatusOracle silo, CallsUnderWay calls)
    : ISiloStatusListener,
        ILifecycleParticipant<ISiloLifecycle>
{
    /// <inheritdoc />
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(
            nameof(DeathWatch),
            ServiceLifecycleStage.RuntimeServices,
            _ =>
            {
                silo.SubscribeToSiloStatusEvents(this);
                return Task.CompletedTask;
            }
        );

    /// <inheritdoc />
    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead)
        {
            calls.OnDeath();
        }
    }
}
