using CeActors.Testing;
using Xunit;

namespace CeActors.AzureStorage.Tests;

/// <summary>One Azurite for all suites that read and write tables; each takes table names of its own.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
