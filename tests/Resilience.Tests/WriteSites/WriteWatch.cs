using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>
/// Stands before the storage of a silo and sees every write of every grain: of which type, in which method. The writes of
/// a story fail where the story wants it, each place once.
/// </summary>
public sealed class WriteWatch : IIncomingGrainCallFilter
{
    /// <summary>The method of a write that no call asked for.</summary>
    public const string ByItself = "by itself";

    private const string TimerInterface = "IGrainTimerInvoker";
    private const string StoryKey = "story";
    private const string MethodKey = "method";
    private readonly ConcurrentDictionary<string, StoryWrites> _stories = new();
    private readonly ConcurrentDictionary<GrainId, string> _owners = new();

    /// <summary>Every place that has written, in whatever story or none: grain type and method.</summary>
    public ConcurrentDictionary<string, int> Seen { get; } = new();

    /// <summary>Starts a story; the calls of this flow belong to it.</summary>
    public StoryWrites Begin(WriteFault? fault)
    {
        var story = new StoryWrites(Guid.NewGuid().ToString("N"), fault);
        _stories[story.Id] = story;
        RequestContext.Set(StoryKey, story.Id);
        return story;
    }

    /// <summary>What this grain writes by itself belongs to the story.</summary>
    public void Own(IAddressable grain, StoryWrites story) => _owners[grain.GetGrainId()] = story.Id;

    /// <summary>Puts the watch before a storage provider that has been added.</summary>
    public void Decorate(IServiceCollection services, string name)
    {
        var added = services.Single(service =>
            service.ServiceType == typeof(IGrainStorage) && Equals(service.ServiceKey, name)
        );
        services.Remove(added);
        services.AddKeyedSingleton<IGrainStorage>(
            name,
            (provider, key) => new Watched((IGrainStorage)added.KeyedImplementationFactory!(provider, key), this)
        );
    }

    /// <inheritdoc />
    public Task Invoke(IIncomingGrainCallContext context)
    {
        var method = context.InterfaceMethod;
        RequestContext.Set(
            MethodKey,
            method.DeclaringType?.Name == TimerInterface ? ByItself : $"{method.DeclaringType?.Name}.{method.Name}"
        );
        return context.Invoke();
    }

    private WriteFault? Meet(GrainId grainId)
    {
        var place = $"{grainId.Type} {RequestContext.Get(MethodKey) as string ?? ByItself}";
        Seen.AddOrUpdate(place, 1, (_, count) => count + 1);
        var id = RequestContext.Get(StoryKey) as string ?? _owners.GetValueOrDefault(grainId);
        return id is not null && _stories.TryGetValue(id, out var story) ? story.Meet(place) : null;
    }

    private sealed class Watched(IGrainStorage inner, WriteWatch watch)
        : IGrainStorage,
            ILifecycleParticipant<ISiloLifecycle>
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            inner.ReadStateAsync(stateName, grainId, grainState);

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            MeetAsync(grainId, () => inner.WriteStateAsync(stateName, grainId, grainState));

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            MeetAsync(grainId, () => inner.ClearStateAsync(stateName, grainId, grainState));

        public void Participate(ISiloLifecycle observer) =>
            (inner as ILifecycleParticipant<ISiloLifecycle>)?.Participate(observer);

        private async Task MeetAsync(GrainId grainId, Func<Task> write)
        {
            var fault = watch.Meet(grainId);
            if (fault is not { IsCommitted: false })
            {
                await write();
            }

            if (fault is not null)
            {
                throw fault.Of(grainId);
            }
        }
    }
}

/// <summary>The writes of one story.</summary>
/// <param name="id">Of the story.</param>
/// <param name="fault">What each place meets the first time; null: nothing.</param>
public sealed class StoryWrites(string id, WriteFault? fault)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _struck = [];
    private readonly List<string> _sites = [];
    private string _step = "";

    /// <summary>Of the story.</summary>
    public string Id => id;

    /// <summary>The places that wrote, each as step, grain type and method, as often as they wrote.</summary>
    public IReadOnlyList<string> Sites
    {
        get
        {
            lock (_lock)
            {
                return [.. _sites];
            }
        }
    }

    /// <summary>The places whose write failed.</summary>
    public IReadOnlyList<string> Struck
    {
        get
        {
            lock (_lock)
            {
                return [.. _struck];
            }
        }
    }

    /// <summary>What the story does from now on.</summary>
    public void Enter(string step)
    {
        lock (_lock)
        {
            _step = step;
        }
    }

    internal WriteFault? Meet(string place)
    {
        lock (_lock)
        {
            var site = $"{_step}: {place}";
            _sites.Add(site);
            return fault is not null && _struck.Add(site) ? fault : null;
        }
    }
}
