using CeActors.AzureStorage.Tests.Contracts;
using CeActors.Testing;
using Orleans.Storage;
using Xunit;

namespace CeActors.AzureStorage.Tests.GrainState;

[Collection(AzuriteCollection.Name)]
public sealed class GroupCommitStorageTests(AzuriteFixture azurite) : GrainStorageContract, IAsyncLifetime
{
    private StorageRig _rig = null!;
    private StorageRig _other = null!;

    protected override IGrainStorage Storage => _rig.Storage;

    protected override IGrainStorage Other => _other.Storage;

    public async Task InitializeAsync()
    {
        _rig = await StorageRig.StartAsync(azurite);
        _other = await StorageRig.StartAsync(azurite);
    }

    public async Task DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _other.DisposeAsync();
    }
}
