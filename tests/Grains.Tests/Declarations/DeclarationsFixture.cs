using CeActors.Domain.Rules;
using CeActors.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Reminders;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

/// <summary>
/// One silo whose writes a test can make fail. Its rules are those of load runs, which ask for no evidence, so that a declaration
/// can be filed in one body.
/// </summary>
public sealed class DeclarationsFixture : ClusterFixture
{
    /// <summary>Faults of the storage of declarations, professionals, statements and batches.</summary>
    public WriteFaults Faults { get; } = new();

    /// <inheritdoc />
    protected override void ConfigureSilo(ISiloBuilder silo)
    {
        silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, Time);
        FaultyStorage.Decorate(silo.Services, StorageNames.State, Faults);
        silo.Services.Replace(
            ServiceDescriptor.Singleton(new RuleSetCatalog(RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!))
        );
    }
}

/// <summary>Tests that share the cluster; each has its own units and people.</summary>
[CollectionDefinition(nameof(DeclarationsCluster))]
public sealed class DeclarationsCluster : ICollectionFixture<DeclarationsFixture>;
