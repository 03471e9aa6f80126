using CeActors.Grains;
using CeActors.Simulation.Cluster;
using CeActors.Simulation.Model;
using CeActors.Simulation.Stories;
using CeActors.Simulation.Tables;

namespace CeActors.Simulation;

/// <summary>All rules of handing over, ours and those kept on our behalf.</summary>
internal sealed record Rules(HandingRules Handing, ServiceRules Service)
{
    /// <summary>As designed.</summary>
    public static readonly Rules Design = new(HandingRules.Design, ServiceRules.Actual);
}

/// <summary>Everything of one history: clock, storage, cluster, and the model that watches.</summary>
internal sealed class World
{
    public World(ulong seed, bool keepsTrace, Faults? faults, SimulatedStorage? template, Rules rules)
    {
        Chance = new Chance(seed);
        Trace = new Trace(keepsTrace);
        var drawn = faults ?? Faults.Draw(Chance);
        Scheduler = new SimulatedScheduler(Chance, Trace);
        Storage = new SimulatedStorage(Scheduler, rules.Service, template);
        Promises = new Promises();
        Promises.Begin(Storage);
        Storage.Applied = Promises.Applied;
        Cluster = new SimulatedCluster(Scheduler, Storage, Office.Rules, Office.Authority, rules, drawn);
        Drawn = drawn;
        Trace.Say(TimeSpan.Zero, drawn.ToString());
    }

    public Chance Chance { get; }

    public Trace Trace { get; }

    public SimulatedScheduler Scheduler { get; }

    public SimulatedStorage Storage { get; }

    public SimulatedCluster Cluster { get; }

    public Promises Promises { get; }

    /// <summary>The faults of the history before it calms down.</summary>
    public Faults Drawn { get; }

    public IGrainFactory Grains => Cluster.Calls;

    /// <summary>Nothing is under way any more that came of a fault.</summary>
    public bool IsSettled => Cluster.Unsettled == 0 && Storage.Unsettled == 0;

    /// <summary>Starts a client, a lane of its own; whatever it throws breaks the history.</summary>
    public Task Start(string name, Func<Task> story) =>
        new Lane(Scheduler, name).Start(async () =>
        {
            try
            {
                await story();
            }
            catch (Exception exception)
            {
                Promises.Break($"{name} ended with {exception}");
            }
        });

    /// <summary>Waits on the simulated clock.</summary>
    public Task Wait(TimeSpan span) => Task.Delay(span, Scheduler.Time);

    /// <summary>Runs until a promise is broken or the tasks are over; whatever is awaited for too long is a broken promise too.</summary>
    public void Run(IReadOnlyCollection<Task> tasks, TimeSpan limit, string what)
    {
        var until = Scheduler.Now + limit;
        if (!Scheduler.RunUntil(() => Promises.Broken is not null || tasks.All(task => task.IsCompleted), until))
        {
            Promises.Break(
                $"{what} did not end within {limit} of simulated time; awaited: [{string.Join(", ", Cluster.Awaited)}]"
            );
        }
    }

    /// <summary>Runs on for a while, unless a promise is broken.</summary>
    public void RunFor(TimeSpan span) => Scheduler.RunUntil(() => Promises.Broken is not null, Scheduler.Now + span);
}
