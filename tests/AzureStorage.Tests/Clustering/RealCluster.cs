using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Messaging;
using Shouldly;

namespace CeActors.AzureStorage.Tests.Clustering;

/// <summary>Real silos on real sockets, which know each other through the table alone, and a client that finds them by it.</summary>
internal sealed class RealCluster(AzuriteFixture azurite) : IAsyncDisposable
{
    /// <summary>How long anything is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(100);

    private readonly List<IHost> _hosts = [];

    /// <summary>The cluster and the service.</summary>
    public string Id { get; } = AzuriteFixture.UniqueName("cluster");

    /// <summary>Starts a silo with clustering and reminders on tables.</summary>
    public Task<IHost> StartSiloAsync(Action<ISiloBuilder>? configure = null)
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
            configure?.Invoke(silo);
        });
        return StartAsync(builder.Build());
    }

    /// <summary>Starts a client that finds the silos by the table.</summary>
    public Task<IHost> StartClientAsync()
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

    /// <summary>Stops a silo or the client in good order.</summary>
    public async Task StopAsync(IHost host)
    {
        _hosts.Remove(host);
        await host.StopAsync();
        host.Dispose();
    }

    /// <summary>Ends a silo without a farewell.</summary>
    public static async Task KillAsync(IHost host)
    {
        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();
        await host.StopAsync(killed.Token);
    }

    /// <summary>Waits until a silo knows so many active ones.</summary>
    public static Task MembersAreAsync(IHost silo, int active) =>
        EventuallyAsync(
            $"{active} active silos",
            async () =>
            {
                var data = await silo.Services.GetRequiredService<IMembershipTable>().ReadAllAsync(default);
                return data.Members.Count(member => member.Item1.Status == SiloStatus.Active) == active;
            }
        );

    /// <summary>Waits until a client knows so many gateways.</summary>
    public static Task GatewaysAreAsync(IHost client, int count) =>
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

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.AsEnumerable().Reverse().ToArray())
        {
            await StopAsync(host);
        }
    }

    private async Task<IHost> StartAsync(IHost host)
    {
        _hosts.Add(host);
        await host.StartAsync().WaitAsync(Patience);
        return host;
    }

    private void IsOurs(ClusterOptions options)
    {
        options.ClusterId = Id;
        options.ServiceId = Id;
    }

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
