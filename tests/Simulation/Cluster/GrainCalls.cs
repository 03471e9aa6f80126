using Microsoft.Extensions.DependencyInjection;
using Orleans.CodeGeneration;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Invocation;
using Orleans.Serialization.Serializers;

namespace CeActors.Simulation.Cluster;

/// <summary>
/// Makes the generated proxies of our grain interfaces, whose requests become messages of the simulated cluster. Who calls is known
/// by the lane that runs.
/// </summary>
internal sealed class GrainCalls : IGrainFactory, IGrainReferenceRuntime
{
    private static readonly ServiceProvider Serializers = new ServiceCollection()
        .AddSerializer()
        .BuildServiceProvider();
    private static readonly CodecProvider Codecs = Serializers.GetRequiredService<CodecProvider>();
    private static readonly CopyContextPool Copies = Serializers.GetRequiredService<CopyContextPool>();
    private static readonly Dictionary<Type, Func<GrainReferenceShared, IdSpan, object>> Proxies = FindProxies();

    private readonly SimulatedCluster _cluster;
    private readonly Dictionary<Type, GrainReferenceShared> _shared = [];
    private readonly Dictionary<(Type, string), object> _references = [];

    public GrainCalls(SimulatedCluster cluster)
    {
        _cluster = cluster;
        foreach (var (face, type) in GrainMaker.Types)
        {
            _shared[face] = new GrainReferenceShared(
                GrainType.Create(type),
                GrainInterfaceType.Create(face.Name),
                0,
                this,
                InvokeMethodOptions.None,
                Codecs,
                Copies,
                Serializers
            );
        }
    }

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        var face = typeof(TGrainInterface);
        if (!_references.TryGetValue((face, primaryKey), out var reference))
        {
            reference = Proxies[face](_shared[face], IdSpan.Create(primaryKey));
            _references.Add((face, primaryKey), reference);
        }

        return (TGrainInterface)reference;
    }

    public ValueTask<T?> InvokeMethodAsync<T>(
        GrainReference reference,
        IInvokable request,
        InvokeMethodOptions options
    ) => new(_cluster.SendAsync<T?>(reference.GrainId, request, options));

    public ValueTask InvokeMethodAsync(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        new(_cluster.SendAsync<object>(reference.GrainId, request, options));

    public void InvokeMethod(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        throw new NotSupportedException("No method of ours is one-way.");

    public object Cast(IAddressable grain, Type interfaceType) => throw Unused;

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw Unused;

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        (TGrainInterface)
            Proxies[typeof(TGrainInterface)]
                (_shared[typeof(TGrainInterface)], GrainIdKeyExtensions.CreateIntegerKey(primaryKey));

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw Unused;

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw Unused;

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw Unused;

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw Unused;

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw Unused;

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw Unused;

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw Unused;

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw Unused;

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw Unused;

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw Unused;

    public IAddressable GetGrain(GrainId grainId) => throw Unused;

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw Unused;

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw Unused;

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw Unused;

    private static NotSupportedException Unused => new("Grains of ours are found by interface and text key.");

    private static Dictionary<Type, Func<GrainReferenceShared, IdSpan, object>> FindProxies()
    {
        var generated = typeof(Contracts.Review.IReviewUnit)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(GrainReference)))
            .ToList();
        return GrainMaker.Types.Keys.ToDictionary(
            face => face,
            face =>
            {
                var constructor = generated.Single(face.IsAssignableFrom).GetConstructors().Single();
                return (Func<GrainReferenceShared, IdSpan, object>)((shared, key) => constructor.Invoke([shared, key]));
            }
        );
    }
}
