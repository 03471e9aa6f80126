using System.Net;
using CeActors.AzureStorage;
using CeActors.Hosting.Calls;
using Orleans.Configuration;

namespace CeActors.Silo.Hosting;

/// <summary>Puts a silo together; the program and the tests host this very composition.</summary>
public static class SiloComposition
{
    /// <summary>Adds clustering, storage, reminders, limits and what the grains need.</summary>
    public static ISiloBuilder Configure(ISiloBuilder silo, SiloSettings settings)
    {
        silo.Configure<ClusterOptions>(options =>
        {
            options.ClusterId = settings.ClusterId;
            options.ServiceId = settings.ServiceId;
        });
        silo.ConfigureEndpoints(
            settings.Address,
            settings.SiloPort,
            settings.GatewayPort,
            listenOnAnyHostAddress: !IPAddress.IsLoopback(settings.Address)
        );
        var cluster = settings.Tables(settings.Cluster);
        silo.UseAzureTableClustering(options => options.Client = cluster.Reads);
        silo.UseAzureTableReminders(options => options.Client = cluster.Reads);
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(services => new AdvertisedAddress(
            settings,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<AdvertisedAddress>>()
        ));
        ConfigureLimits(silo);
        ConfigureShedding(silo, settings);
        StorageComposition.Configure(silo, settings);
        GrainComposition.Configure(silo.Services, settings);
        return silo;
    }

    private static void ConfigureLimits(ISiloBuilder silo)
    {
        silo.Configure<SiloMessagingOptions>(options =>
        {
            options.ResponseTimeout = SiloLimits.ResponseTimeout;
            options.MaxEnqueuedRequestsSoftLimit = SiloLimits.EnqueuedRequestsSoftMax;
            options.MaxEnqueuedRequestsHardLimit = SiloLimits.EnqueuedRequestsMax;
            options.ClientGatewayShutdownNotificationTimeout = SiloLimits.GatewayNoticeTimeout;
        });
        silo.Configure<ConnectionOptions>(options => options.OpenConnectionTimeout = SiloLimits.GreetingLimit);
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            options.ProbeTimeout = SiloLimits.ProbeTimeout;
            options.NumMissedProbesLimit = SiloLimits.MissedProbesMax;
            options.NumVotesForDeathDeclaration = SiloLimits.VotesForDeath;
            options.NumProbedSilos = SiloLimits.ProbedSilos;
            options.TableRefreshTimeout = SiloLimits.MembershipReadEvery;
            options.MaxJoinAttemptTime = SiloLimits.JoinTimeLimit;
            options.IAmAliveTablePublishTimeout = SiloLimits.AliveEvery;
            options.NumMissedTableIAmAliveLimit = SiloLimits.MissedAliveWritesMax;
        });
        silo.Services.AddSingleton(_ => new CallsUnderWay(TimeProvider.System, SiloLimits.LostCallsGrace));
        silo.Services.AddSingleton<IOutgoingGrainCallFilter>(services => services.GetRequiredService<CallsUnderWay>());
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, DeathWatch>();
        silo.Configure<GrainCollectionOptions>(options => options.DeactivationTimeout = SiloLimits.DeactivationTimeout);
    }

    // The last resort behind the fronts' own bounds: what comes over the gateway then is sent back unread, and the front tells its
    // caller that nothing was done and when to come back. Calls between grains, and so commands under way, are never shed.
    private static void ConfigureShedding(ISiloBuilder silo, SiloSettings settings) =>
        silo.Configure<LoadSheddingOptions>(options =>
        {
            options.LoadSheddingEnabled = true;
            options.CpuThreshold = settings.SheddingCpuPercent;
            options.MemoryThreshold = settings.SheddingMemoryPercent;
        });
}
