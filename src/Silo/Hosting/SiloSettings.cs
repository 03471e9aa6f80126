using System.Collections.Immutable;
using System.Net;
using CeActors.Hosting.Configuration;
using CeActors.Hosting.Telemetry;

namespace CeActors.Silo.Hosting;

/// <summary>All settings of a silo, read and checked once at the start; see <see cref="SiloSettingsReader"/>.</summary>
public sealed record SiloSettings
{
    /// <summary><c>Cluster:TableUri</c> or <c>Cluster:ConnectionString</c>: the storage account of membership and reminders.</summary>
    public required StorageAccount Cluster { get; init; }

    /// <summary><c>Cluster:ClusterId</c>: silos and clients with the same id find each other; default <c>ceactors-local</c>.</summary>
    public string ClusterId { get; init; } = "ceactors-local";

    /// <summary><c>Cluster:ServiceId</c>: names the service over all its clusters, so that they share reminders; default <c>ceactors</c>.</summary>
    public string ServiceId { get; init; } = "ceactors";

    /// <summary><c>Storage:TableUri</c> or <c>Storage:ConnectionString</c>: the storage account of the grains' documents.</summary>
    public required StorageAccount Storage { get; init; }

    /// <summary>
    /// <c>Evidence:AccountUri</c> or <c>Evidence:ConnectionString</c>: the storage account of evidence and statements, for verifications
    /// alone; null does not look for files.
    /// </summary>
    public StorageAccount? Evidence { get; init; }

    /// <summary><c>AZURE_CLIENT_ID</c>: as whom accounts are signed in to that are given by their address.</summary>
    public AzureIdentity Identity { get; init; } = AzureIdentity.OfMachine;

    /// <summary><c>Storage:BucketCount</c>: part of the stored layout; 1 to 999, default 2.</summary>
    public int BucketCount { get; init; } = 2;

    /// <summary><c>Silo:Address</c>: the IP address that other silos and clients reach it at; default 127.0.0.1.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary><c>Silo:Port</c>: for other silos; default 11111.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary><c>Silo:GatewayPort</c>: for clients; default 30000.</summary>
    public int GatewayPort { get; init; } = 30000;

    /// <summary>
    /// <c>Silo:ReachableWithinSeconds</c>: before it joins the silo waits until it is reached at its own address, at most so long;
    /// default 0 does not look. See <see cref="AdvertisedAddress"/>.
    /// </summary>
    public TimeSpan ReachableWithin { get; init; } = TimeSpan.Zero;

    /// <summary><c>Dashboard:Address</c>: default 127.0.0.1; another one needs a <see cref="DashboardPassword"/>.</summary>
    public IPAddress DashboardAddress { get; init; } = IPAddress.Loopback;

    /// <summary><c>Dashboard:Port</c>: dashboard and figures of the storage; default 7073, 0 for none.</summary>
    public int DashboardPort { get; init; } = 7073;

    /// <summary><c>Dashboard:Password</c>: of the user <c>operator</c>; null asks nobody who they are, on the loopback address alone.</summary>
    public string? DashboardPassword { get; init; }

    /// <summary><c>Health:Address</c>: default that of the dashboard.</summary>
    public IPAddress HealthAddress { get; init; } = IPAddress.Loopback;

    /// <summary><c>Health:Port</c>: <c>/health/live</c> and <c>/health/ready</c>; default that of the dashboard, 0 for none.</summary>
    public int HealthPort { get; init; } = 7073;

    /// <summary>
    /// <c>Silo:SheddingCpuPercent</c>: percent of the processors that the process may use, smoothed over seconds, before its gateway
    /// sends clients' calls back unread; 50 to 100, default 95, 100 never does.
    /// </summary>
    public int SheddingCpuPercent { get; init; } = 95;

    /// <summary><c>Silo:SheddingMemoryPercent</c>: the same for the memory that the process may have; default 90.</summary>
    public int SheddingMemoryPercent { get; init; } = 90;

    /// <summary><c>Identity:RealmName</c>: the sign-in authority's stable name; turns subjects into person ids; default <c>local</c>.</summary>
    public string RealmName { get; init; } = "local";

    /// <summary><c>Registry:AdministratorSubjects:0…</c>: subjects of those who keep the registry; may be empty.</summary>
    public ImmutableArray<string> AdministratorSubjects { get; init; } = [];

    /// <summary><c>Registry:TrainingPlatformSubjects:0…</c>: subjects of the training platform's accounts; may be empty.</summary>
    public ImmutableArray<string> TrainingPlatformSubjects { get; init; } = [];

    /// <summary><c>Rules:RuleSet</c>: name of an embedded rule set or path of a JSON file; null for the default one.</summary>
    public string? RuleSet { get; init; }

    /// <summary>
    /// <c>Registry:ResidentIdKey</c>: key of the digests that stand for id numbers, the same in every silo; null takes the realm's
    /// name, which is no secret and will do for development alone.
    /// </summary>
    public string? ResidentIdKey { get; init; }

    /// <summary>Where telemetry goes; nowhere unless it is set.</summary>
    public TelemetrySettings Telemetry { get; init; } = TelemetrySettings.Off;
}
