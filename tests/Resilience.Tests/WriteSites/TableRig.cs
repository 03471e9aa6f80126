using Azure.Data.Tables;
using CeActors.AzureStorage;
using CeActors.AzureStorage.GrainState;
using CeActors.Testing;
using CeActors.Testing.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;
using Orleans.Storage;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>Every provider of ours as a silo has it, on tables of their own behind a proxy; the silo is never started.</summary>
internal sealed class TableRig : IAsyncDisposable
{
    private const string Direct = "direct";
    private const string Sdk = "sdk";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly IHost _silo;
    private readonly IHost _client;

    private TableRig(FaultProxy proxy, IHost silo, IHost client)
    {
        Proxy = proxy;
        _silo = silo;
        _client = client;
    }

    public FaultProxy Proxy { get; }

    public string ClusterId => _silo.Services.GetRequiredService<IOptions<ClusterOptions>>().Value.ClusterId;

    public IMembershipTable Membership => _silo.Services.GetRequiredService<IMembershipTable>();

    public IReminderTable Reminders => _silo.Services.GetRequiredService<IReminderTable>();

    public IGatewayListProvider Gateways => _client.Services.GetRequiredService<IGatewayListProvider>();

    /// <summary>Grain storage that sends its transactions itself.</summary>
    public GroupCommitStorage State => Storage(Direct);

    /// <summary>Grain storage that sends its transactions by the SDK.</summary>
    public GroupCommitStorage SdkState => Storage(Sdk);

    public static async Task<TableRig> StartAsync(AzuriteProcess azurite)
    {
        var proxy = await FaultProxy.StartAsync(azurite.TableUri, new FaultSchedule(1, FaultRates.None));
        var connection = azurite.ConnectionStringThrough(proxy.Port);
        // Nothing is sent twice by the SDK, so that each fault reaches the code that is tested.
        var once = new TableServiceClient(
            connection,
            new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = Patience } }
        );
        var cluster = AzuriteFixture.UniqueName("cluster");
        var silo = Host.CreateEmptyApplicationBuilder(null);
        silo.UseOrleans(builder =>
        {
            builder.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = cluster);
            builder.UseAzureTableClustering(options =>
            {
                options.Client = once;
                options.TableName = AzuriteFixture.UniqueName("Silos");
            });
            builder.UseAzureTableReminders(options =>
            {
                options.Client = once;
                options.TableName = AzuriteFixture.UniqueName("Reminders");
            });
            Add(builder, Direct, TableAccount.Connect(connection));
            Add(builder, Sdk, once);
        });
        var client = Host.CreateEmptyApplicationBuilder(null);
        client.UseOrleansClient(builder =>
        {
            builder.Configure<ClusterOptions>(options => options.ClusterId = options.ServiceId = cluster);
            builder.UseAzureTableClustering(options =>
            {
                options.Client = once;
                options.TableName = AzuriteFixture.UniqueName("Gateways");
            });
        });
        return new TableRig(proxy, silo.Build(), client.Build());
    }

    public async ValueTask DisposeAsync()
    {
        await State.DisposeAsync();
        await SdkState.DisposeAsync();
        await Proxy.DisposeAsync();
        await ((IAsyncDisposable)_client).DisposeAsync();
        await ((IAsyncDisposable)_silo).DisposeAsync();
    }

    private static void Add(ISiloBuilder builder, string name, TableAccount account) =>
        builder.AddGroupCommitGrainStorage(
            name,
            options =>
            {
                options.Accounts = [account];
                options.BucketCount = 1;
                options.TablePrefix = AzuriteFixture.UniqueName("S");
            }
        );

    private GroupCommitStorage Storage(string name) =>
        (GroupCommitStorage)_silo.Services.GetRequiredKeyedService<IGrainStorage>(name);
}
