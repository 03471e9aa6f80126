namespace CeActors.Functions.Hosting;

/// <summary>
/// Ends calls that can no longer be answered. When a silo dies, its connection to this front breaks at once, but Orleans lets the
/// calls that were under way there wait for their whole time limit, because a client does not know which silo works on a call. So a
/// lost gateway divides time: what began before it and has no answer a moment later fails as unknown, and is sent again by its
/// sender with the same command id. A call of another silo that is merely slow at this moment fails too, which costs one repetition.
/// </summary>
internal sealed class CallsUnderWay(TimeProvider time) : IOutgoingGrainCallFilter
{
    /// <summary>How long calls on the way may still be answered after a gateway was lost; a busy silo answers within a second.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(1_500);

    private CancellationTokenSource _era = new();

    /// <inheritdoc />
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var era = Volatile.Read(ref _era).Token;
        var call = context.Invoke();
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
            throw new GatewayLostException();
        }
    }

    /// <summary>A gateway was lost: calls that began before now end with <see cref="GatewayLostException"/> after <see cref="Grace"/>.</summary>
    public void OnGatewayLost() => _ = EndAsync(Interlocked.Exchange(ref _era, new CancellationTokenSource()));

    private async Task EndAsync(CancellationTokenSource era)
    {
        await Task.Delay(Grace, time);
        await era.CancelAsync(); // not disposed of: a call may be about to wait for it
    }
}

/// <summary>The silo that a call went through has gone; whether the call took effect is not known.</summary>
internal sealed class GatewayLostException() : IOException("A gateway was lost while the call was under way.");
