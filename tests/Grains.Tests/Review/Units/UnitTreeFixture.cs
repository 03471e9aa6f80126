using CeActors.Grains.Storage;
using CeActors.Grains.Tests.Declarations;
using CeActors.Testing;
using Xunit;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>
/// One silo whose writes of units and of the tree can be made to fail; and, beside it, a cluster on the same storage that knows nothing
/// of it, so that everything can be active twice.
/// </summary>
public sealed class UnitTreeFixture : ClusterFixture, IAsyncLifetime
{
    private Stranger? _other;

    /// <summary>Faults of the storage of units.</summary>
    public WriteFaults Faults { get; } = new();

    /// <summary>The other cluster.</summary>
    public ClusterFixture Other => _other ?? throw new InvalidOperationException("It has not been started by xunit.");

    /// <inheritdoc />
    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _other = new Stranger(Azurite);
        await _other.InitializeAsync();
    }

    /// <inheritdoc />
    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_other is not null)
        {
            await _other.DisposeAsync();
        }

        await DisposeAsync();
    }

    /// <inheritdoc />
    protected override void ConfigureSilo(ISiloBuilder silo) =>
        FaultyStorage.Decorate(silo.Services, StorageNames.Registry, Faults);

    private sealed class Stranger(AzuriteProcess storage) : ClusterFixture
    {
        protected override AzuriteProcess SharedStorage => storage;
    }
}

/// <summary>Tests of the tree of units.</summary>
[CollectionDefinition(nameof(UnitTrees))]
public sealed class UnitTrees : ICollectionFixture<UnitTreeFixture>;
