using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Messaging;
using Shouldly;
using Xunit;

namespace CeActors.AzureStorage.Tests.Clustering;

/// <summary>Real silos on real sockets, which know each other through the table alone, and a client that finds them by it.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ClusterTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    private readonly string _clusterId = AzuriteFixture.UniqueName("cluster");
    private readonly List<IHost> _hosts = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts.AsEnumerable().Reverse())
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    [Fact]
    public async Task Two_silos_form_a_cluster_and_a_client_finds_them_until_one_stops()
    {
        var first = await StartSiloAsync();
        var second = await StartSiloAsync();
        var client = await StartClientAsync();
        await MembersAreAsync(first, active: 2);
        await MembersAreAsync(second, active: 2);
        await GatewaysAreAsync(client, 2);
        var management = client.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
        (await management.GetHosts(onlyActive: true)).Count.ShouldBe(2);

        await second.StopAsync();
        await GatewaysAreAsync(client, 1);
        await MembersAreAsync(first, active: 1);
        (await management.GetHosts(onlyActive: true)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_silo_that_vanishes_is_declared_dead_and_its_gateway_goes()
    {
        var first = await StartSiloAsync();
        var second = await StartSiloAsync();
        var client = await StartClientAsync();
        await MembersAreAsync(first, active: 2);

        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();
        await second.StopAsync(killed.Token); // without a farewell

        await MembersAreAsync(first, active: 1);
        await GatewaysAreAsync(client, 1);
        var table = first.Services.GetRequiredService<IMembershipTable>();
        var data = await table.ReadAllAsync(default);
        var dead = data.Members.Single(member => member.Item1.Status == SiloStatus.Dead).Item1;
        dead.SuspectTimes.ShouldNotBeNull().ShouldNotBeEmpty("it was declared dead by the other, not by itself");
    }

    private async Task<IHost> StartSiloAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo =>
        {
            silo.UseAzureTableClustering(options => options.Client = azurite.Tables);
            silo.UseAzureTableReminders(options => options.Client = azurite.Tables);
            silo.Configure<ClusterOptions>(IsOurs);
            silo.Configure<EndpointOptions>(options =>
            {
                options.AdvertisedIPAddress = System.Net.IPAddress.Loopback;
                options.SiloPort = FreePort.Next();
                options.GatewayPort = FreePort.Next();
            });
            silo.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = TimeSpan.FromSeconds(1);
                options.NumMissedProbesLimit = 2;
                options.NumVotesForDeathDeclaration = 1;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(2);
            });
        });
        return await StartAsync(builder.Build());
    }

    private Task<IHost> StartClientAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client =>
        {
            client.UseAzureTableClustering(options => options.Client = azurite.Tables);
            client.Configure<ClusterOptions>(IsOurs);
        });
        return StartAsync(builder.Build());
    }

    private async Task<IHost> StartAsync(IHost host)
    {
        _hosts.Add(host);
        await host.StartAsync().WaitAsync(Patience);
        return host;
    }

    private void IsOurs(ClusterOptions options)
    {
        options.ClusterId = _clusterId;
        options.ServiceId = _clusterId;
    }

    private static Task MembersAreAsync(IHost silo, int active) =>
        EventuallyAsync(
            $"{active} active silos",
            async () =>
            {
                var data = await silo.Services.GetRequiredService<IMembershipTable>().ReadAllAsync(default);
                return data.Members.Count(member => member.Item1.Status == SiloStatus.Active) == active;
            }
        );

    private static Task GatewaysAreAsync(IHost client, int count) =>
        EventuallyAsync(
            $"{count} gateways",
            async () =>
            {
                var gateways = await client
                    .Services.GetRequiredService<IGatewayListProvider>()
                    .GetGatewaysAsync(default);
                return gateways.Count == count;
            }
        );

    private static async Task EventuallyAsync(string what, Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(PollEvery);
        while (!await holds())
        {
            (
                await timer
                    .WaitForNextTickAsync(patience.Token)
                    .AsTask()
                    .ContinueWith(tick => tick.IsCompletedSuccessfully)
            ).ShouldBeTrue($"There were not {what} within {Patience}.");
        }
    }
}
