using CeActors.Contracts.Verification;

namespace CeActors.Grains.Verification;

/// <summary>One run in the background; read by the grain while it works.</summary>
internal sealed class VerificationRun : IProgress<VerificationStep>, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _time;
    private volatile VerificationStep? _step;
    private volatile VerificationView? _end;

    private VerificationRun(string command, TimeProvider time)
    {
        Command = command;
        _time = time;
        StartedAt = time.GetUtcNow();
    }

    /// <summary>Digest of caller and command id that started it.</summary>
    public string Command { get; }

    public DateTimeOffset StartedAt { get; }

    public bool IsRunning => _end is null;

    /// <summary>Starts a run on the thread pool: its work is not the grain's and must not take its turns.</summary>
    /// <param name="command">What started it.</param>
    /// <param name="verifier">Does the work.</param>
    /// <param name="time">The clock.</param>
    /// <param name="failed">Told when the storage could not be read.</param>
    public static VerificationRun Start(
        string command,
        IAccountVerifier verifier,
        TimeProvider time,
        Action<Exception> failed
    )
    {
        var run = new VerificationRun(command, time);
        _ = Task.Run(() => run.WorkAsync(verifier, failed), CancellationToken.None);
        return run;
    }

    /// <inheritdoc />
    public void Report(VerificationStep value) => _step = value;

    public VerificationView ToView() => _end ?? View(VerificationState.Running, null, null);

    /// <summary>Gives up what is under way.</summary>
    public void Dispose() => _stop.Cancel();

    private async Task WorkAsync(IAccountVerifier verifier, Action<Exception> failed)
    {
        try
        {
            var result = await verifier.RunAsync(this, _stop.Token);
            _end = View(VerificationState.Finished, _time.GetUtcNow(), result);
        }
        catch (Exception exception)
        {
            _end = View(VerificationState.Failed, _time.GetUtcNow(), null);
            failed(exception);
        }
    }

    private VerificationView View(VerificationState state, DateTimeOffset? finishedAt, VerificationResult? result)
    {
        var step = _step;
        return new VerificationView(
            state,
            StartedAt,
            finishedAt,
            step?.Name,
            step?.BucketsDone ?? 0,
            step?.Buckets ?? 0,
            step?.Rows ?? 0,
            result
        );
    }
}
