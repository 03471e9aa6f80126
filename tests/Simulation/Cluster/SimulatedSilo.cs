using CeActors.AzureStorage;
using CeActors.AzureStorage.GrainState;
using CeActors.Domain.Identity;
using CeActors.Grains;
using CeActors.Grains.Declarations;
using CeActors.Grains.Professionals;
using CeActors.Grains.Registry;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Queues;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Rules;
using CeActors.Grains.Storage;
using CeActors.Simulation.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Serialization.Activators;
using Orleans.Serialization.Serializers;
using Orleans.Timers;

namespace CeActors.Simulation.Cluster;

/// <summary>What one process holds: the services of its grains, its storage providers with their queues, its activations.</summary>
internal sealed class SimulatedSilo
{
    /// <summary>Buckets of declarations: two, so that a unit's rows are read at two instants.</summary>
    public const int BucketCount = 2;

    private readonly List<Lane> _lanes = [];

    public SimulatedSilo(SimulatedCluster cluster, int number)
    {
        Number = number;
        Time = cluster.Scheduler.Time;
        Grains = cluster.Calls;
        Authority = cluster.Authority;
        Handing = cluster.Rules.Handing;
        var background = new Lane(cluster.Scheduler, $"silo {number}") { Home = this };
        _lanes.Add(background);
        State = StorageOf(StorageNames.State, "State", BucketCount, cluster, background, Indexed<DeclarationDocument>);
        Registry = StorageOf(StorageNames.Registry, "Registry", 1, cluster, background, Indexed<ReviewUnitDocument>);
        StateRows = new SimulatedRows(cluster.Storage, "State", BucketCount);
        RegistryRows = new SimulatedRows(cluster.Storage, "Registry", 1);
        Reader = new QueueReader(StateRows, Time, NullLogger<QueueReader>.Instance) { Background = background };
        Changes = new ClusterChanges(new NoMembership(), Time);
        Rules = new RulesInForce(cluster.Catalog, Time);
        Notices = new UnitNotices(Grains, Time, Handing, NullLogger<UnitNotices>.Instance);
        Places = new UnitPlaces(Grains, Time, NullLogger<UnitPlaces>.Instance);
        Residents = new ResidentRegisters(Grains, Time, NullLogger<ResidentRegisters>.Instance);
        Services = new SiloServices(cluster);
    }

    public int Number { get; }

    public bool IsDead { get; private set; }

    public TimeProvider Time { get; }

    public IGrainFactory Grains { get; }

    public GroupCommitStorage State { get; }

    public GroupCommitStorage Registry { get; }

    public IStoredRowReader StateRows { get; }

    public IStoredRowReader RegistryRows { get; }

    public QueueReader Reader { get; }

    public ClusterChanges Changes { get; }

    public RulesInForce Rules { get; }

    public HandingRules Handing { get; }

    public UnitNotices Notices { get; }

    public UnitPlaces Places { get; }

    public ResidentRegisters Residents { get; }

    public IServiceProvider Services { get; }

    public IOptions<ProfessionalOptions> Professionals { get; } =
        Options.Create(new ProfessionalOptions { BucketCount = BucketCount, ResidentIdKey = "simulation" });

    public IOptions<RegistryAuthorityOptions> Authority { get; }

    public void Add(Lane lane) => _lanes.Add(lane);

    /// <summary>Nothing of it makes another step.</summary>
    public void Kill()
    {
        IsDead = true;
        _lanes.ForEach(lane => lane.Kill());
    }

    public override string ToString() => $"silo {Number}";

    private static GroupCommitStorage StorageOf(
        string name,
        string tablePrefix,
        int bucketCount,
        SimulatedCluster cluster,
        Lane background,
        Action<GroupCommitOptions> index
    )
    {
        var options = new GroupCommitOptions
        {
            Accounts = [cluster.Storage.Account],
            TablePrefix = tablePrefix,
            BucketCount = bucketCount,
            BucketOf = grainId => BucketOf(grainId, bucketCount),
            Json = DocumentJson.Options,
            Background = background,
            Answers = cluster.Scheduler.Time,
        };
        index(options);
        return new GroupCommitStorage(
            name,
            options,
            new BucketMap(options),
            new GroupCommitInstruments(name, new GroupCommitStatistics()),
            new Activators(),
            cluster.Scheduler.Time,
            NullLogger<GroupSender>.Instance
        );
    }

    private static int? BucketOf(GrainId grainId, int bucketCount) =>
        grainId.Type.ToString() == GrainMaker.Declaration
        && DeclarationId.TryParse(grainId.Key.ToString()) is { } id
        && id.Bucket < bucketCount
            ? id.Bucket
            : null;

    private static void Indexed<TDocument>(GroupCommitOptions options)
        where TDocument : IIndexedDocument =>
        options.Index<TDocument>(document => [.. document.ToRows().Select(row => new IndexRow(row.Key, row.Columns))]);

    /// <summary>What grains and their timers look up.</summary>
    private sealed class SiloServices(SimulatedCluster cluster) : IServiceProvider, IGrainRuntime
    {
        private readonly Timers _timers = new(cluster);

        public string SiloIdentity => "";

        public SiloAddress SiloAddress => SiloAddress.Zero;

        public IGrainFactory GrainFactory => cluster.Calls;

        public ITimerRegistry TimerRegistry => _timers;

        public IServiceProvider ServiceProvider => this;

        public TimeProvider TimeProvider => cluster.Scheduler.Time;

        public object? GetService(Type serviceType) =>
            serviceType == typeof(IGrainRuntime) ? this
            : serviceType == typeof(ITimerRegistry) ? _timers
            : serviceType == typeof(IReminderRegistry) ? cluster.Reminders
            : null;

        public void DeactivateOnIdle(IGrainContext grainContext) => grainContext.Deactivate(default);

        public void DelayDeactivation(IGrainContext grainContext, TimeSpan timeSpan) { }

        public Orleans.Core.IStorage<TGrainState> GetStorage<TGrainState>(IGrainContext grainContext) =>
            throw new NotSupportedException("State is given to constructors.");
    }

    private sealed class Activators : IActivatorProvider
    {
        public IActivator<T> GetActivator<T>() => New<T>.Instance;

        private sealed class New<T> : IActivator<T>
        {
            public static readonly New<T> Instance = new();

            public T Create() => Activator.CreateInstance<T>();
        }
    }

    /// <summary>The cluster tells a silo of changes directly.</summary>
    private sealed class NoMembership : IClusterMembershipService
    {
        public ClusterMembershipSnapshot CurrentSnapshot => throw new NotSupportedException();

        public IAsyncEnumerable<ClusterMembershipSnapshot> MembershipUpdates => throw new NotSupportedException();

        public ValueTask Refresh(
            MembershipVersion minimumVersion = default,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public Task<bool> TryKill(SiloAddress siloAddress) => throw new NotSupportedException();
    }
}
