using System.Net;
using Orleans.Messaging;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Contracts;

/// <summary>What every list of gateways must do.</summary>
public abstract class GatewayListContract : MembershipTableContract
{
    /// <summary>The gateways of the silos in <see cref="MembershipTableContract.Table"/>.</summary>
    protected abstract IGatewayListProvider Gateways { get; }

    /// <summary>A list in a store that cannot be reached.</summary>
    protected abstract IGatewayListProvider UnreachableGateways { get; }

    /// <summary><see cref="Gateways"/>, read a few rows at a time.</summary>
    protected abstract IGatewayListProvider PagedGateways(int rowsPerPage, bool laterPagesFail = false);

    [Fact]
    public async Task Before_the_first_silo_there_is_no_gateway()
    {
        await Gateways.InitializeGatewayListProviderAsync(default);
        (await Gateways.GetGatewaysAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Gateways_are_those_of_active_silos_with_a_port()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        await Gateways.InitializeGatewayListProviderAsync(default);
        MembershipEntry[] serving = [Silo(gatewayPort: 30_001), Silo(gatewayPort: 30_002)];
        var others = Enum.GetValues<SiloStatus>().Where(status => status != SiloStatus.Active).Select(Inactive);
        foreach (var silo in serving.Concat(others).Append(Silo(gatewayPort: 0)))
        {
            (await InsertAsync(silo)).ShouldBeTrue();
        }

        var gateways = await Gateways.GetGatewaysAsync(default);
        gateways.ShouldBe(
            serving.Select(silo => new Uri($"gwy.tcp://127.0.0.1:{silo.ProxyPort}/{silo.SiloAddress.Generation}")),
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task A_gateway_comes_and_goes_with_its_silo()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silo = Silo(SiloStatus.Joining, address: IPAddress.IPv6Loopback);
        await InsertAsync(silo);
        (await Gateways.GetGatewaysAsync(default)).ShouldBeEmpty();
        await ChangeAsync(SiloStatus.Active);
        (await Gateways.GetGatewaysAsync(default))
            .ShouldHaveSingleItem()
            .ShouldBe(new Uri($"gwy.tcp://[::1]:30001/{silo.SiloAddress.Generation}"));
        await ChangeAsync(SiloStatus.ShuttingDown);
        (await Gateways.GetGatewaysAsync(default)).ShouldBeEmpty();

        async Task ChangeAsync(SiloStatus status)
        {
            silo.Status = status;
            var read = await Table.ReadRowAsync(silo.SiloAddress, default);
            (await Table.UpdateRowAsync(silo, read.Members[0].Item2, read.Version.Next(), default)).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Gateways_of_many_pages_are_all_found_and_a_lost_page_is_an_error()
    {
        await Table.InitializeMembershipTableAsync(true, default);
        var silos = Enumerable.Range(0, 7).Select(_ => Silo()).ToArray();
        foreach (var silo in silos)
        {
            await InsertAsync(silo);
        }

        (await PagedGateways(2).GetGatewaysAsync(default)).Count.ShouldBe(7);
        await FailsAsync(() => PagedGateways(2, laterPagesFail: true).GetGatewaysAsync(default));
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_an_error_and_never_no_gateways()
    {
        await FailsAsync(() => UnreachableGateways.InitializeGatewayListProviderAsync(default));
        await FailsAsync(() => UnreachableGateways.GetGatewaysAsync(default));
    }

    private static MembershipEntry Inactive(SiloStatus status) => Silo(status);
}
