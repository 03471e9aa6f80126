using CeActors.Domain.Rules;
using CeActors.Grains.Storage;
using CeActors.Grains.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Reminders;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>One silo whose every write is watched. Its rules ask for no evidence.</summary>
public sealed class WriteSitesFixture : ClusterFixture
{
    /// <summary>Sees all writes.</summary>
    public WriteWatch Watch { get; } = new();

    /// <inheritdoc />
    protected override void ConfigureSilo(ISiloBuilder silo)
    {
        silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, Time);
        silo.Services.AddSingleton<IIncomingGrainCallFilter>(Watch);
        Watch.Decorate(silo.Services, StorageNames.State);
        Watch.Decorate(silo.Services, StorageNames.Registry);
        silo.Services.Replace(
            ServiceDescriptor.Singleton(new RuleSetCatalog(RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!))
        );
    }
}
