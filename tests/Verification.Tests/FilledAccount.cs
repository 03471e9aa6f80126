using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CeActors.Files;
using CeActors.Testing;
using Xunit;

namespace CeActors.Verification.Tests;

/// <summary>
/// An account as a system leaves it that has done everything it can: declarations of every status, statements with and without
/// a paper, evidence, a batch, a person with several declarations. The system itself is gone.
/// </summary>
public sealed class FilledAccount : IAsyncLifetime
{
    private readonly LoadTestCluster _cluster = new();

    /// <summary>What was done.</summary>
    public AccountStory Story { get; private set; } = null!;

    /// <summary>The storage.</summary>
    public AzuriteProcess Azurite => _cluster.Azurite;

    /// <summary>Its tables.</summary>
    public TableServiceClient Tables => new(Azurite.ConnectionString);

    /// <summary>Its blobs.</summary>
    public BlobServiceClient Blobs => new(Azurite.ConnectionString);

    /// <summary>Its files.</summary>
    public StoredFiles Files => FilesOf(Azurite);

    /// <summary>The files of an Azurite.</summary>
    public static StoredFiles FilesOf(AzuriteProcess azurite) => new(AccountOf(azurite));

    /// <summary>The evidence account of an Azurite.</summary>
    public static EvidenceAccount AccountOf(AzuriteProcess azurite) =>
        EvidenceAccount.Open(
            new EvidenceOptions { ConnectionString = azurite.ConnectionString },
            credential: null,
            TimeProvider.System
        );

    /// <summary>Verifies it.</summary>
    public Task<VerificationReport> VerifyAsync(int factsHeldMax = VerificationLimits.FactsHeldMax) =>
        AccountVerification.RunAsync(
            new VerificationOptions
            {
                Tables = Tables,
                Files = Files,
                FactsHeldMax = factsHeldMax,
            },
            CancellationToken.None
        );

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await _cluster.InitializeAsync();
        Story = await AccountStory.TellAsync(_cluster, AccountOf(Azurite));
        foreach (var silo in _cluster.Silos.ToList())
        {
            await _cluster.StopSiloAsync(silo);
        }
    }

    /// <inheritdoc />
    public Task DisposeAsync() => _cluster.DisposeAsync();
}
