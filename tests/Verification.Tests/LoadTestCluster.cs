using CeActors.Domain.Rules;
using CeActors.Grains.Tests;
using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Reminders;

namespace CeActors.Verification.Tests;

/// <summary>One silo whose rules ask for no evidence, so that a declaration can be filed in one body.</summary>
/// <param name="prepareAsync">Puts into the storage what must be there before the silo starts; null for nothing.</param>
public sealed class LoadTestCluster(Func<AzuriteProcess, Task>? prepareAsync = null) : ClusterFixture
{
    /// <inheritdoc />
    protected override Task PrepareStorageAsync(AzuriteProcess azurite) =>
        prepareAsync?.Invoke(azurite) ?? Task.CompletedTask;

    /// <inheritdoc />
    protected override void ConfigureSilo(ISiloBuilder silo)
    {
        silo.Services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, Time);
        silo.Services.Replace(
            ServiceDescriptor.Singleton(new RuleSetCatalog(RuleSetCatalog.Embedded(RuleSetCatalog.LoadTest)!))
        );
    }
}
