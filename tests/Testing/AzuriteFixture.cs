using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Xunit;

namespace CeActors.Testing;

/// <summary>
/// One Azurite for a test class (<c>IClassFixture</c>) or for a collection: declare
/// <c>[CollectionDefinition(…)] class … : ICollectionFixture&lt;AzuriteFixture&gt;</c> in the test project.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess? _process;

    /// <summary>The running Azurite.</summary>
    public AzuriteProcess Azurite =>
        _process ?? throw new InvalidOperationException("Azurite has not been started by xunit.");

    /// <summary>A client of its tables.</summary>
    public TableServiceClient Tables => new(Azurite.ConnectionString);

    /// <summary>A client of its blobs.</summary>
    public BlobServiceClient Blobs => new(Azurite.ConnectionString);

    /// <summary>A name of letters and digits that no other test has: for tables, containers and clusters.</summary>
    public static string UniqueName(string prefix) => $"{prefix}{Guid.NewGuid():N}"[..(prefix.Length + 16)];

    /// <inheritdoc />
    public async Task InitializeAsync() => _process = await AzuriteProcess.StartAsync();

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }
}
