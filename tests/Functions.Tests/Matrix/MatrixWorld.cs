using CeActors.Functions.Tests.Hosting;
using CeActors.Testing;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>
/// A world of the matrix's own: a good request of each operation, and nobody else who writes, so that whatever changes in
/// storage was changed by the row that runs.
/// </summary>
public sealed class MatrixWorld : World
{
    private readonly Dictionary<string, Stage> _stages = [];
    private BadThings? _bad;

    /// <summary>Operations of the document without a good request: a new one must be given one.</summary>
    public IReadOnlyList<string> WithoutStage =>
        [.. Operations.All.Select(operation => operation.Id).Where(id => !_stages.ContainsKey(id))];

    /// <summary>What is there only to be asked for wrongly.</summary>
    public BadThings Bad => _bad ?? throw new InvalidOperationException("It has not been started.");

    public StageMaker Maker => new(this);

    /// <summary>What was stored when the last row that changes nothing had ended; null when something may have been written since.</summary>
    public StoredState? Known { get; private set; }

    /// <summary>Something is about to be written that may be.</summary>
    public void Forget() => Known = null;

    /// <summary>What was written since; what is there now is known from then on.</summary>
    public async Task<IReadOnlyList<string>> ChangesSinceAsync(StoredState before)
    {
        Known = await StoredAsync();
        return Known.ChangesSince(before);
    }

    public Stage StageOf(string id) =>
        _stages.GetValueOrDefault(id)
        ?? throw new InvalidOperationException($"Nobody has said what a good request of {id} is: see StageMaker.");

    public Task<StoredState> StoredAsync() => StoredState.ReadAsync(Azurite.ConnectionString);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var operation in Operations.All)
        {
            if (await Maker.MakeAsync(operation) is { } stage)
            {
                _stages[operation.Id] = stage;
            }
        }

        _bad = await Maker.MakeBadThingsAsync();
    }
}

/// <summary>Tests that share the matrix's world, one after the other.</summary>
[CollectionDefinition(nameof(InMatrix))]
public sealed class InMatrix : ICollectionFixture<MatrixWorld>;

/// <summary>
/// Rows that change nothing: whatever a test of a class that derives from this sends, not one row and not one blob may have been
/// written when it ends. The runner looks, so that no row can forget to. A write that lands only after its answer shows with the
/// row that follows.
/// </summary>
public abstract class ChangesNothing(MatrixWorld world) : IAsyncLifetime
{
    private StoredState? _before;

    protected MatrixWorld World { get; } = world;

    public async Task InitializeAsync() => _before = World.Known ?? await World.StoredAsync();

    public async Task DisposeAsync()
    {
        var changes = await World.ChangesSinceAsync(_before!);
        if (changes.Count > 0)
        {
            throw new InvalidOperationException($"Bad input changed what is stored: {string.Join("; ", changes)}");
        }
    }
}

/// <summary>Tests in the same world that do write.</summary>
public abstract class ChangesSomething
{
    protected ChangesSomething(MatrixWorld world)
    {
        World = world;
        world.Forget();
    }

    protected MatrixWorld World { get; }
}
