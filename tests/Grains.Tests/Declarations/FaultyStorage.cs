using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace CeActors.Grains.Tests.Declarations;

/// <summary>When a write fails.</summary>
public enum WriteFault
{
    /// <summary>Nothing has been written.</summary>
    Before,

    /// <summary>Everything has been written, but the writer is not told.</summary>
    AfterCommit,
}

/// <summary>Faults that a test arms: the next write of a grain fails, once.</summary>
public sealed class WriteFaults
{
    private readonly ConcurrentDictionary<GrainId, WriteFault> _armed = new();
    private long _writes;

    /// <summary>Writes that were asked for so far.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    /// <summary>The next write of this grain fails.</summary>
    public void Arm(IAddressable grain, WriteFault fault) => _armed[grain.GetGrainId()] = fault;

    internal WriteFault? Take(GrainId grainId)
    {
        Interlocked.Increment(ref _writes);
        return _armed.TryRemove(grainId, out var fault) ? fault : null;
    }
}

/// <summary>The real storage, with faults.</summary>
internal sealed class FaultyStorage(IGrainStorage inner, WriteFaults faults)
    : IGrainStorage,
        ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>Puts faults before a storage provider that has been added.</summary>
    public static void Decorate(IServiceCollection services, string name, WriteFaults faults)
    {
        var added = services.Single(service =>
            service.ServiceType == typeof(IGrainStorage) && Equals(service.ServiceKey, name)
        );
        services.Remove(added);
        services.AddKeyedSingleton<IGrainStorage>(
            name,
            (provider, key) =>
                new FaultyStorage((IGrainStorage)added.KeyedImplementationFactory!(provider, key), faults)
        );
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var fault = faults.Take(grainId);
        if (fault == WriteFault.Before)
        {
            throw new IOException("The write failed before it was sent.");
        }

        await inner.WriteStateAsync(stateName, grainId, grainState);
        if (fault == WriteFault.AfterCommit)
        {
            throw new IOException("The answer to the write was lost.");
        }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        inner.ClearStateAsync(stateName, grainId, grainState);

    public void Participate(ISiloLifecycle observer) =>
        (inner as ILifecycleParticipant<ISiloLifecycle>)?.Participate(observer);
}
