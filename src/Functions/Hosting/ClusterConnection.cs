using CeActors.Hosting.Calls;
using Orleans.Configuration;
using Orleans.Messaging;

namespace CeActors.Functions.Hosting;

/// <summary>
/// Knows whether the cluster can be reached. A client without a connection would let calls wait or fail with an outcome that looks
/// unknown, so requests are answered with 503 at once until there is one: then it is certain that nothing was sent.
/// </summary>
internal sealed class ClusterConnection : ILifecycleParticipant<IClusterClientLifecycle>
{
    private volatile bool _isStarted;
    private volatile bool _isLost;

    /// <summary>True from the first connection on; a lost one is looked for by <see cref="ClusterReconnect"/>.</summary>
    public bool IsStarted => _isStarted;

    /// <summary>True while calls have a gateway to go to, as far as is known.</summary>
    public bool IsConnected => _isStarted && !_isLost;

    public void Participate(IClusterClientLifecycle lifecycle) =>
        lifecycle.Subscribe(
            nameof(ClusterConnection),
            ServiceLifecycleStage.Active,
            _ =>
            {
                _isStarted = true;
                return Task.CompletedTask;
            },
            _ =>
            {
                _isStarted = false;
                return Task.CompletedTask;
            }
        );

    public void OnLost() => _isLost = true;

    public void OnGatewayCount(int now) => _isLost = now == 0;

    public void OnAnswer() => _isLost = false;
}

/// <summary>Connects the front to the cluster, without waiting for it.</summary>
internal static partial class ClusterClientSetup
{
    /// <summary>How long a call may take; then its outcome is unknown. A silo's own write limits are shorter.</summary>
    public static readonly TimeSpan CallTimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>How often the list of gateways is read again, so that a restarted silo is found by itself, and one that died is missed.</summary>
    public static readonly TimeSpan GatewayRefreshEvery = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long a gateway may take to greet. A silo that starts again on the address of a dead one takes connections long before it
    /// answers them; calls that chose it go to another gateway after this.
    /// </summary>
    public static readonly TimeSpan GreetingLimit = TimeSpan.FromMilliseconds(1_500);

    /// <summary>How long calls on the way may still be answered after a gateway was lost; a busy silo answers within a second.</summary>
    public static readonly TimeSpan LostCallsGrace = TimeSpan.FromMilliseconds(1_500);

    /// <summary>How long to wait before the next attempt to connect.</summary>
    public static readonly TimeSpan ConnectAgainAfter = TimeSpan.FromSeconds(1);

    public static void AddCluster(
        this WebApplicationBuilder builder,
        Settings settings,
        Action<IClientBuilder, ClusterSettings> findGateways
    )
    {
        var connection = new ClusterConnection();
        var calls = new CallsUnderWay(TimeProvider.System, LostCallsGrace);
        builder.Services.AddSingleton(connection);
        builder.Services.AddSingleton<ILifecycleParticipant<IClusterClientLifecycle>>(connection);
        builder.Services.AddHostedService<ClusterReconnect>();
        // Otherwise Kestrel would listen only once a silo has been found.
        builder.Services.Configure<HostOptions>(options => options.ServicesStartConcurrently = true);
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(options =>
            {
                options.ClusterId = settings.Cluster.ClusterId;
                options.ServiceId = settings.Cluster.ServiceId;
            });
            client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = CallTimeLimit);
            client.Configure<ConnectionOptions>(options => options.OpenConnectionTimeout = GreetingLimit);
            client.Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = GatewayRefreshEvery);
            client.UseConnectionRetryFilter(AgainAsync);
            client.AddClusterConnectionLostHandler((_, _) => connection.OnLost());
            client.AddGatewayCountChangedHandler(
                (_, change) =>
                {
                    connection.OnGatewayCount(change.NumberOfConnectedGateways);
                    if (change.NumberOfConnectedGateways < change.PreviousNumberOfConnectedGateways)
                    {
                        calls.OnDeath();
                    }
                }
            );
            if (settings.Telemetry.IsOn)
            {
                client.AddActivityPropagation();
            }

            client.AddOutgoingGrainCallFilter(calls);
            findGateways(client, settings.Cluster);
            Watch(client.Services, calls.OnDeath);
        });
    }

    private static void Watch(IServiceCollection services, Action onLost)
    {
        var list = services.Last(service => service.ServiceType == typeof(IGatewayListProvider));
        services.Remove(list);
        services.AddSingleton<IGatewayListProvider>(provider => new WatchedGateways(
            (IGatewayListProvider)(
                list.ImplementationInstance
                ?? list.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, list.ImplementationType!)
            ),
            onLost
        ));
    }

    private static async Task<bool> AgainAsync(Exception exception, CancellationToken cancellationToken)
    {
        await Task.Delay(ConnectAgainAfter, TimeProvider.System, cancellationToken);
        return true;
    }
}
