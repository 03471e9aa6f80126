using CeActors.Domain.Rules;
using CeActors.Grains.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Reminders;

namespace CeActors.Verification.Tests;

/// <summary>One silo whose rules ask for no evidence, so that a declaration can be filed in one body.</summary>
public sealed class LoadTestCluster : ClusterFixture
{
    /// <inheritdoc />
    protected override void ConfigureSilo(ISiloBuilder silo)
    {
        silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, Time);
        silo.Services.Replace(
            ServiceDescriptor.Singleton(new RuleSetCatalog(RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!))
        );
    }
}
