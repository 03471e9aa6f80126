using Orleans.CodeGeneration;
using Orleans.Serialization.Invocation;

namespace CeActors.Simulation.Cluster;

/// <summary>A request on its way to a grain, or being answered there.</summary>
/// <param name="Target">The grain.</param>
/// <param name="Name">What is asked, for the trace.</param>
/// <param name="Options">Whether it interleaves or only reads.</param>
/// <param name="Invoke">Asks it of an activation.</param>
/// <param name="Request">The request itself, which may decide whether it interleaves; null for a timer's tick or a reminder.</param>
/// <param name="Call">Whom to answer; null when nobody waits.</param>
/// <param name="SentAt">When it was sent; after the response timeout nobody waits for it and it is not begun.</param>
internal sealed record Message(
    GrainId Target,
    string Name,
    InvokeMethodOptions Options,
    Func<Activation, ValueTask<Response>> Invoke,
    IInvokable? Request,
    Call? Call,
    TimeSpan SentAt
)
{
    /// <summary>The sender's, so that its request context travels along; null for none.</summary>
    public ExecutionContext? Context { get; init; }

    public bool AlwaysInterleaves => Options.HasFlag(InvokeMethodOptions.AlwaysInterleave);

    public bool OnlyReads => Options.HasFlag(InvokeMethodOptions.ReadOnly);
}

/// <summary>Somebody who waits for an answer.</summary>
internal abstract class Call(string method, GrainId target)
{
    public string Method => method;

    /// <summary>What is awaited.</summary>
    public string Name => $"{method} of {target.Key}";

    /// <summary>The activation that has it; null while it is on its way.</summary>
    public Activation? At { get; set; }

    public SimulatedEvent? Limit { get; set; }

    public abstract bool IsOver { get; }

    public abstract void Complete(Response response);

    public abstract void Fail(Exception exception);
}

/// <inheritdoc />
internal sealed class Call<T>(string method, GrainId target) : Call(method, target)
{
    private readonly TaskCompletionSource<T> _answer = new();

    public Task<T> Answer => _answer.Task;

    public override bool IsOver => _answer.Task.IsCompleted;

    public override void Complete(Response response)
    {
        Limit?.Cancel();
        if (response.Exception is { } exception)
        {
            _answer.TrySetException(exception);
        }
        else
        {
            _answer.TrySetResult(typeof(T) == typeof(object) ? default! : response.GetResult<T>()!);
        }
    }

    public override void Fail(Exception exception)
    {
        Limit?.Cancel();
        _answer.TrySetException(exception);
    }
}
