using CeActors.Domain.Rules;
using CeActors.Grains.Registry;
using CeActors.Simulation.Tables;
using Microsoft.Extensions.Options;
using Orleans.CodeGeneration;
using Orleans.Serialization.Invocation;

namespace CeActors.Simulation.Cluster;

/// <summary>Silos, the directory of activations and the network between them, for one history.</summary>
internal sealed partial class SimulatedCluster
{
    /// <summary>How long a caller waits, and a message may be under way; as long as in a silo (<c>SiloLimits</c>).</summary>
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(12);

    /// <summary>How long a deactivation waits for requests that run.</summary>
    public static readonly TimeSpan DeactivationTimeout = TimeSpan.FromSeconds(30);

    private const string Outcome = "SettleAsync";

    private readonly List<Call> _outstanding = [];
    private readonly Faults _drawn;

    public SimulatedCluster(
        SimulatedScheduler scheduler,
        SimulatedStorage storage,
        RuleSetCatalog catalog,
        RegistryAuthorityOptions authority,
        Rules rules,
        Faults faults
    )
    {
        Scheduler = scheduler;
        Storage = storage;
        Catalog = catalog;
        Authority = Options.Create(authority);
        Rules = rules;
        _drawn = faults;
        Calls = new GrainCalls(this);
        Reminders = new SimulatedReminders(this);
        AddSilo();
        AddSilo();
    }

    public SimulatedScheduler Scheduler { get; }

    public SimulatedStorage Storage { get; }

    public RuleSetCatalog Catalog { get; }

    public IOptions<RegistryAuthorityOptions> Authority { get; }

    public Rules Rules { get; }

    public GrainCalls Calls { get; }

    public SimulatedReminders Reminders { get; }

    /// <summary>What goes wrong at present.</summary>
    public Faults Faults { get; private set; } = Faults.None;

    /// <summary>Late messages, undetected crashes and second activations that there still are.</summary>
    public int Unsettled { get; private set; }

    /// <summary>What somebody waits for, for the watchdog.</summary>
    public IEnumerable<string> Awaited => _outstanding.Where(call => !call.IsOver).Select(call => call.Name);

    private Chance Chance => Scheduler.Chance;

    public void Say(string words) => Scheduler.Trace.Say(Scheduler.Now, words);

    public bool IsExpired(Message message) =>
        message.Call is not null && Scheduler.Now - message.SentAt >= ResponseTimeout;

    /// <summary>Sends a request from whoever runs at this moment.</summary>
    public Task<T> SendAsync<T>(GrainId target, IInvokable request, InvokeMethodOptions options)
    {
        var from = Scheduler.Running?.Home as SimulatedSilo;
        var call = new Call<T>(request.GetMethodName(), target);
        Expect(call);
        var message = new Message(
            target,
            call.Method,
            Rules.Service.ReadsInterleave ? options : options & ~InvokeMethodOptions.AlwaysInterleave,
            activation =>
            {
                request.SetTarget(activation);
                return request.Invoke();
            },
            request,
            call,
            Scheduler.Now
        )
        {
            Context = ExecutionContext.Capture(),
        };
        if (Scheduler.Trace.IsKept)
        {
            Say($"{Scheduler.Running?.Name ?? "client"} calls {call.Method} of {target.Key}");
        }

        var isOutcome = message.Name == Outcome;
        if (Chance.Happens(Faults.MessageLost) || (isOutcome && Chance.Happens(Faults.OutcomeLost)))
        {
            Say($"  which is lost");
        }
        else
        {
            var isLate = Chance.Happens(Faults.MessageLate) || (isOutcome && Chance.Happens(Faults.OutcomeLate));
            Post(message, from, isLate ? Chance.Between(TimeSpan.Zero, Faults.MessageLateMax) : Latency());
            if (Chance.Happens(Faults.MessageDoubled))
            {
                Post(message, from, Chance.Between(TimeSpan.Zero, Faults.MessageLateMax));
            }
        }

        return call.Answer;
    }

    /// <summary>Hands a message to the activation that the directory knows of, which is made if there is none.</summary>
    public void Route(Message message, SimulatedSilo? from)
    {
        if (!IsExpired(message))
        {
            Find(message.Target, from)?.Receive(message);
        }
    }

    /// <summary>Sends an answer back.</summary>
    public void Answer(Message message, Response response)
    {
        if (message.Call is not { IsOver: false } call)
        {
            return;
        }

        if (Chance.Happens(Faults.MessageLost))
        {
            Say($"the answer of {message.Name} is lost");
            return;
        }

        Scheduler.After(
            Latency(),
            () =>
            {
                if (!call.IsOver)
                {
                    Scheduler.Trace.Mix(2);
                    call.Complete(response);
                }
            }
        );
    }

    private void Post(Message message, SimulatedSilo? from, TimeSpan latency)
    {
        var isLate = latency > TimeSpan.FromSeconds(1);
        Unsettled += isLate ? 1 : 0;
        if (isLate && Scheduler.Trace.IsKept)
        {
            Say($"  which is on its way for {latency.TotalSeconds:F1} s");
        }

        Scheduler.After(
            latency,
            () =>
            {
                Unsettled -= isLate ? 1 : 0;
                Scheduler.Trace.Mix(1);
                Route(message, from);
            }
        );
    }

    private void Expect(Call call)
    {
        if (_outstanding.Count > 0 && _outstanding.Count % 64 == 0)
        {
            _outstanding.RemoveAll(other => other.IsOver);
        }

        _outstanding.Add(call);
        call.Limit = Scheduler.After(
            ResponseTimeout,
            () => call.Fail(new TimeoutException($"No answer of {call.Name} within {ResponseTimeout}."))
        );
    }

    /// <summary>Whoever waits for what is gone is told so.</summary>
    private void Break(Func<Activation, bool> isGone)
    {
        foreach (var call in _outstanding)
        {
            if (!call.IsOver && call.At is { } at && isGone(at))
            {
                call.Fail(new SiloUnavailableException($"{at} is gone; {call.Name} has no answer."));
            }
        }
    }

    private TimeSpan Latency() => Chance.Milliseconds(0.1, Chance.Happens(0.05) ? 60 : 3);
}
