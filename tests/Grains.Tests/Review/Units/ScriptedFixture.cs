using CeActors.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>One silo whose queue rows and whose declarations' answers are a test's to write.</summary>
public sealed class ScriptedFixture : ClusterFixture
{
    internal ScriptedRows Rows { get; } = new();

    internal ScriptedCalls Calls { get; } = new();

    /// <inheritdoc />
    protected override void ConfigureSilo(ISiloBuilder silo)
    {
        silo.AddIncomingGrainCallFilter(Calls);
        silo.Services.AddKeyedSingleton<IStoredRowReader>(StorageNames.State, Rows);
    }
}

/// <summary>Tests of units that script what surrounds them.</summary>
[CollectionDefinition(nameof(ScriptedUnits))]
public sealed class ScriptedUnits : ICollectionFixture<ScriptedFixture>;
