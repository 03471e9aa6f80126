using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Clustering;

/// <summary>Membership and gateways under the runtime itself.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ClusterTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly RealCluster _cluster = new(azurite);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Two_silos_form_a_cluster_and_a_client_finds_them_until_one_stops()
    {
        var first = await _cluster.StartSiloAsync();
        var second = await _cluster.StartSiloAsync();
        var client = await _cluster.StartClientAsync();
        await RealCluster.MembersAreAsync(first, active: 2);
        await RealCluster.MembersAreAsync(second, active: 2);
        await RealCluster.GatewaysAreAsync(client, 2);
        var management = client.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
        (await management.GetHosts(onlyActive: true)).Count.ShouldBe(2);

        await _cluster.StopAsync(second);
        await RealCluster.GatewaysAreAsync(client, 1);
        await RealCluster.MembersAreAsync(first, active: 1);
        (await management.GetHosts(onlyActive: true)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_silo_that_vanishes_is_declared_dead_and_its_gateway_goes()
    {
        var first = await _cluster.StartSiloAsync();
        var second = await _cluster.StartSiloAsync();
        var client = await _cluster.StartClientAsync();
        await RealCluster.MembersAreAsync(first, active: 2);

        await RealCluster.KillAsync(second);

        await RealCluster.MembersAreAsync(first, active: 1);
        await RealCluster.GatewaysAreAsync(client, 1);
        var table = first.Services.GetRequiredService<IMembershipTable>();
        var data = await table.ReadAllAsync(default);
        var dead = data.Members.Single(member => member.Item1.Status == SiloStatus.Dead).Item1;
        dead.SuspectTimes.ShouldNotBeNull().ShouldNotBeEmpty("it was declared dead by the other, not by itself");
    }
}
