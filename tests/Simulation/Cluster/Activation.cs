using System.Reflection;
using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace CeActors.Simulation.Cluster;

/// <summary>
/// One activation of a grain, with the runtime's rules of turns: one request at a time unless an attribute of the grain or of the
/// method lets them interleave; what comes while it goes is sent on.
/// </summary>
internal sealed class Activation : IGrainContext
{
    private static readonly Dictionary<Type, Func<IInvokable, bool>?> InterleavingRules = [];

    private readonly SimulatedCluster _cluster;
    private readonly List<Message> _waiting = [];
    private readonly List<ActivationTimer> _timers = [];
    private Message? _blocking;
    private int _running;

    public Activation(SimulatedCluster cluster, SimulatedSilo silo, GrainId grainId, string name)
    {
        _cluster = cluster;
        Silo = silo;
        GrainId = grainId;
        Lane = new Lane(cluster.Scheduler, name) { Context = this, Home = silo };
    }

    public SimulatedSilo Silo { get; }

    public Lane Lane { get; }

    public ActivationPhase Phase { get; private set; }

    public GrainId GrainId { get; }

    public object? GrainInstance { get; private set; }

    public ActivationId ActivationId => default;

    public GrainAddress Address => new() { GrainId = GrainId };

    public IServiceProvider ActivationServices => Silo.Services;

    public GrainReference GrainReference =>
        throw new NotSupportedException("No grain of ours takes its own reference.");

    public IGrainLifecycle ObservableLifecycle => throw new NotSupportedException("State is loaded by the simulation.");

    public IWorkItemScheduler Scheduler => throw new NotSupportedException("Work is scheduled by the simulation.");

    public Task Deactivated => Task.CompletedTask;

    /// <summary>Reads the state, then lets the grain begin.</summary>
    public void Begin(Func<Activation, (IGrainBase Grain, Func<Task> Load)> make) =>
        Lane.Start(async () =>
        {
            try
            {
                var (grain, load) = make(this);
                GrainInstance = grain;
                await load();
                await grain.OnActivateAsync(CancellationToken.None);
            }
            catch (Exception exception)
            {
                End();
                _waiting.ForEach(message => _cluster.Answer(message, Response.FromException(exception)));
                _waiting.Clear();
                return;
            }

            Phase = ActivationPhase.Active;
            Pump();
        });

    public void Receive(Message message)
    {
        if (Phase == ActivationPhase.Gone)
        {
            _cluster.Route(message, Silo);
            return;
        }

        if (message.Call is { } call)
        {
            call.At = this;
        }

        _waiting.Add(message);
        Pump();
    }

    public void AddTimer(ActivationTimer timer) => _timers.Add(timer);

    /// <summary>It ceases between two steps, without a word to anybody, the directory included.</summary>
    public void Crash()
    {
        Lane.Kill();
        Cease();
        _waiting.Clear();
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        if (Phase is ActivationPhase.Activating or ActivationPhase.Active)
        {
            Phase = ActivationPhase.Deactivating;
            _timers.ForEach(timer => timer.Dispose());
            _cluster.Scheduler.After(SimulatedCluster.DeactivationTimeout, Finish);
            FinishWhenQuiet();
        }
    }

    public TTarget? GetTarget<TTarget>()
        where TTarget : class => (TTarget?)GrainInstance;

    public object? GetTarget() => GrainInstance;

    public object? GetComponent(Type componentType) => null;

    public TComponent? GetComponent<TComponent>()
        where TComponent : class => null;

    public void SetComponent<TComponent>(TComponent? value)
        where TComponent : class => throw new NotSupportedException();

    public void ReceiveMessage(object message) => Receive((Message)message);

    public void Activate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) { }

    public void Rehydrate(IRehydrationContext context) { }

    public void Migrate(Dictionary<string, object>? requestContext, CancellationToken cancellationToken = default) { }

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override string ToString() => Lane.Name;

    private void Pump()
    {
        for (var at = 0; at < _waiting.Count && Phase == ActivationPhase.Active; )
        {
            var message = _waiting[at];
            if (!MayStart(message))
            {
                at++;
                continue;
            }

            _waiting.RemoveAt(at);
            if (_cluster.IsExpired(message))
            {
                continue;
            }

            _running++;
            if (_blocking is null && !message.AlwaysInterleaves && !MayInterleave(message))
            {
                _blocking = message;
            }

            Start(message);
        }
    }

    private void Start(Message message)
    {
        if (message.Context is { } context)
        {
            ExecutionContext.Run(context, _ => Lane.Start(() => RunAsync(message)), null);
        }
        else
        {
            Lane.Start(() => RunAsync(message));
        }
    }

    private async Task RunAsync(Message message)
    {
        Response response;
        try
        {
            response = await message.Invoke(this);
        }
        catch (Exception exception)
        {
            response = Response.FromException(exception);
        }

        _cluster.Answer(message, response);
        _running--;
        if (_blocking == message)
        {
            _blocking = null;
        }

        Pump();
        FinishWhenQuiet();
    }

    private bool MayStart(Message message) =>
        _running == 0
        || message.AlwaysInterleaves
        || _blocking is null
        || (message.OnlyReads && _blocking.OnlyReads)
        || MayInterleave(message)
        || MayInterleave(_blocking);

    private bool MayInterleave(Message message) =>
        message.Request is { } request && RuleOf(GrainInstance!.GetType()) is { } rule && rule(request);

    private static Func<IInvokable, bool>? RuleOf(Type grain)
    {
        lock (InterleavingRules)
        {
            if (!InterleavingRules.TryGetValue(grain, out var rule))
            {
                var named = grain
                    .GetCustomAttributesData()
                    .FirstOrDefault(data => data.AttributeType == typeof(MayInterleaveAttribute));
                rule =
                    grain.IsDefined(typeof(ReentrantAttribute), inherit: false) ? _ => true
                    : named is null ? null
                    : grain
                        .GetMethod(
                            (string)named.ConstructorArguments[0].Value!,
                            BindingFlags.Public | BindingFlags.Static
                        )!
                        .CreateDelegate<Func<IInvokable, bool>>();
                InterleavingRules.Add(grain, rule);
            }

            return rule;
        }
    }

    private void FinishWhenQuiet()
    {
        if (Phase == ActivationPhase.Deactivating && _running == 0)
        {
            Finish();
        }
    }

    private void Finish()
    {
        if (Phase != ActivationPhase.Deactivating)
        {
            return;
        }

        End();
        Lane.Start(async () =>
        {
            if (GrainInstance is IGrainBase grain)
            {
                await grain.OnDeactivateAsync(
                    new DeactivationReason(DeactivationReasonCode.ApplicationRequested, ""),
                    CancellationToken.None
                );
            }
        });
        foreach (var message in _waiting)
        {
            _cluster.Route(message, Silo);
        }

        _waiting.Clear();
    }

    private void End()
    {
        Cease();
        _cluster.Ended(this);
    }

    private void Cease()
    {
        Phase = ActivationPhase.Gone;
        _timers.ForEach(timer => timer.Dispose());
    }
}

/// <summary>Where an activation is in its life.</summary>
internal enum ActivationPhase
{
    Activating,
    Active,
    Deactivating,
    Gone,
}
