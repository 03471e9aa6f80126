using Azure.Core;
using Azure.Core.Pipeline;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>What happens to a request on its way.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It never arrives.</summary>
    FailBefore,

    /// <summary>It is carried out and the answer is lost.</summary>
    LoseAnswer,

    /// <summary>The service says that it is busy.</summary>
    Busy,

    /// <summary>It is carried out and the answer cannot be understood.</summary>
    Garbled,

    /// <summary>The service refuses its second row for what it is.</summary>
    RefuseSecondRow,

    /// <summary>The service refuses the body and names no row.</summary>
    RefuseAll,

    /// <summary>It never arrives, and nothing ever comes back.</summary>
    Swallow,

    /// <summary>It is carried out, and nothing ever comes back.</summary>
    Silence,
}

/// <summary>A transport whose faults a test plans, one for each transaction; reads can be made to fail altogether.</summary>
public sealed class FaultTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport _inner = new();
    private readonly Queue<Fault> _plan = new();
    private readonly List<string> _transactions = [];
    private TaskCompletionSource? _gate;
    private int _reads;
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether every read fails.</summary>
    public bool ReadsFail { get; set; }

    /// <summary>The reads that fail from now on, by number; 1 is the next. They fail once each.</summary>
    public ISet<int> FailingReads { get; } = new HashSet<int>();

    /// <summary>Runs before each transaction is passed on or dropped.</summary>
    public Func<Task>? BeforeTransaction { get; set; }

    /// <summary>The bodies of the transactions that were asked for.</summary>
    public IReadOnlyList<string> Transactions
    {
        get
        {
            lock (_transactions)
            {
                return [.. _transactions];
            }
        }
    }

    /// <summary>The faults of the next transactions.</summary>
    public void Plan(params Fault[] faults)
    {
        lock (_plan)
        {
            foreach (var fault in faults)
            {
                _plan.Enqueue(fault);
            }
        }
    }

    /// <summary>Forgets the planned faults that no transaction met.</summary>
    public void Calm()
    {
        lock (_plan)
        {
            _plan.Clear();
        }
    }

    /// <summary>Holds transactions back until <see cref="Open"/>; completes when the first one is held.</summary>
    public Task Close()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _arrived.Task;
    }

    /// <summary>Lets the transactions go.</summary>
    public void Open() => Interlocked.Exchange(ref _gate, null)?.TrySetResult();

    public override Azure.Core.Request CreateRequest() => _inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("All is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (!message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal))
        {
            if (message.Request.Method == RequestMethod.Get && (ReadsFail || IsFailingRead()))
            {
                throw new HttpRequestException("A read fails, as planned.");
            }

            await _inner.ProcessAsync(message);
            return;
        }

        await RecordAsync(message);
        if (_gate is { } gate)
        {
            _arrived.TrySetResult();
            await gate.Task.WaitAsync(message.CancellationToken);
        }

        if (BeforeTransaction is { } before)
        {
            await before();
        }

        switch (Next())
        {
            case Fault.FailBefore:
                throw new HttpRequestException("A request fails, as planned.");
            case Fault.LoseAnswer:
                await _inner.ProcessAsync(message);
                throw new HttpRequestException("An answer is lost, as planned.");
            case Fault.Swallow:
                await Task.Delay(Timeout.InfiniteTimeSpan, message.CancellationToken);
                return;
            case Fault.Silence:
                await _inner.ProcessAsync(message);
                await Task.Delay(Timeout.InfiniteTimeSpan, message.CancellationToken);
                return;
            case Fault.Busy:
                message.Response = CannedResponse.Busy();
                return;
            case Fault.Garbled:
                await _inner.ProcessAsync(message);
                message.Response = new CannedResponse(202, "--b\r\n--b--\r\n");
                return;
            case Fault.RefuseSecondRow:
                message.Response = CannedResponse.RefusedRow(1);
                return;
            case Fault.RefuseAll:
                message.Response = new CannedResponse(413, "", ("x-ms-error-code", "RequestBodyTooLarge"));
                return;
            default:
                await _inner.ProcessAsync(message);
                return;
        }
    }

    private bool IsFailingRead()
    {
        lock (FailingReads)
        {
            return FailingReads.Count > 0 && FailingReads.Remove(++_reads);
        }
    }

    private Fault Next()
    {
        lock (_plan)
        {
            return _plan.TryDequeue(out var fault) ? fault : Fault.None;
        }
    }

    private async Task RecordAsync(HttpMessage message)
    {
        using var body = new MemoryStream();
        await message.Request.Content!.WriteToAsync(body, CancellationToken.None);
        lock (_transactions)
        {
            _transactions.Add(System.Text.Encoding.UTF8.GetString(body.ToArray()));
        }
    }
}
