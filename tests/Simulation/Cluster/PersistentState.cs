using Orleans.Storage;

namespace CeActors.Simulation.Cluster;

/// <summary>A grain's state over the real storage provider, as the runtime's own bridge keeps it.</summary>
internal sealed class PersistentState<TState>(string name, GrainId grainId, IGrainStorage storage)
    : IPersistentState<TState>
{
    private readonly GrainState<TState> _state = new();

    public TState State
    {
        get => _state.State!;
        set => _state.State = value;
    }

    public string? Etag => _state.ETag;

    public bool RecordExists => _state.RecordExists;

    public Task ReadStateAsync() => storage.ReadStateAsync(name, grainId, _state);

    public Task WriteStateAsync() => storage.WriteStateAsync(name, grainId, _state);

    public Task ClearStateAsync() => storage.ClearStateAsync(name, grainId, _state);
}
