using CeActors.AzureStorage.Tests.Backends;
using CeActors.AzureStorage.Tests.Contracts;
using CeActors.Testing;
using Orleans.Storage;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

/// <summary>Transactions that the provider writes itself.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class DirectGroupCommitStorageTests(AzuriteFixture azurite)
    : GroupCommitStorageTests(azurite, TableAccount.Connect(azurite.Azurite.ConnectionString));

/// <summary>Transactions of a client that was made elsewhere.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SdkGroupCommitStorageTests(AzuriteFixture azurite)
    : GroupCommitStorageTests(azurite, azurite.Tables);

public abstract class GroupCommitStorageTests(AzuriteFixture azurite, TableAccount account)
    : GrainStorageContract,
        IAsyncLifetime
{
    private StorageRig _rig = null!;
    private StorageRig _other = null!;
    private StorageRig _unreachable = null!;

    protected override IGrainStorage Storage => _rig.Storage;

    protected override IGrainStorage Other => _other.Storage;

    protected override IGrainStorage Unreachable => _unreachable.Storage;

    public async Task InitializeAsync()
    {
        _rig = await StorageRig.StartAsync(azurite, options => options.Accounts = [account]);
        _other = await StorageRig.StartAsync(azurite, options => options.Accounts = [account]);
        _unreachable = StorageRig.Unstarted(
            options => options.Accounts = [Backend.Nowhere(azurite)],
            new HastyTimeProvider()
        );
    }

    public async Task DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _other.DisposeAsync();
        await _unreachable.DisposeAsync();
    }
}
