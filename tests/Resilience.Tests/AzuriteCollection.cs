using CeActors.Testing;
using Xunit;

namespace CeActors.Resilience.Tests;

/// <summary>Tests that share one Azurite; they keep to tables and containers of their own.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
