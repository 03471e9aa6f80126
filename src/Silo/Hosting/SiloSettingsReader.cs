using System.Net;
using CeActors.Hosting.Configuration;
using CeActors.Hosting.Telemetry;

namespace CeActors.Silo.Hosting;

/// <summary>Reads <see cref="SiloSettings"/> from configuration and finds everything that is wrong with it at once.</summary>
public static class SiloSettingsReader
{
    /// <summary>Buckets of the state.</summary>
    public const int BucketsMax = 999;

    /// <summary>Characters of a password, so that nobody guesses it.</summary>
    public const int PasswordCharactersMin = 20;

    /// <summary>The lowest use of a resource at which a silo may be told to send calls back: below it would be idle.</summary>
    public const int SheddingPercentMin = 50;

    /// <summary>A use that is never exceeded.</summary>
    public const int SheddingNever = 100;

    /// <summary>Seconds that a silo may wait until it is reached at its own address.</summary>
    public const int ReachableWithinSecondsMax = 600;

    private const string ServiceName = "ceactors-silo";

    /// <summary>The settings.</summary>
    /// <exception cref="SettingsException">One or more values are missing or wrong; the message names each with its remedy.</exception>
    public static SiloSettings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = Read(reader);
        reader.ThrowIfAnythingIsWrong();
        return settings;
    }

    /// <summary>The keys of all settings of a silo.</summary>
    public static IReadOnlySet<string> Keys()
    {
        var reader = new SettingsReader(new ConfigurationBuilder().Build());
        Read(reader);
        return reader.Keys;
    }

    private static SiloSettings Read(SettingsReader reader)
    {
        var defaults = new SiloSettings { Cluster = "", Storage = "" };
        var settings = new SiloSettings
        {
            Cluster = reader.Account("Cluster:ConnectionString", "Cluster:TableUri"),
            ClusterId = reader.Name("Cluster:ClusterId", defaults.ClusterId),
            ServiceId = reader.Name("Cluster:ServiceId", defaults.ServiceId),
            Storage = reader.Account("Storage:ConnectionString", "Storage:TableUri"),
            Evidence = reader.AccountIfAny("Evidence:ConnectionString", "Evidence:AccountUri"),
            Identity = AzureIdentity.Read(reader),
            BucketCount = reader.Number("Storage:BucketCount", 1, BucketsMax) ?? defaults.BucketCount,
            Address = reader.IpAddress("Silo:Address", defaults.Address, mayBeAny: false),
            SiloPort = reader.Port("Silo:Port") ?? defaults.SiloPort,
            GatewayPort = reader.Port("Silo:GatewayPort") ?? defaults.GatewayPort,
            ReachableWithin = TimeSpan.FromSeconds(
                reader.Number("Silo:ReachableWithinSeconds", 0, ReachableWithinSecondsMax) ?? 0
            ),
            DashboardAddress = reader.IpAddress("Dashboard:Address", defaults.DashboardAddress, mayBeAny: true),
            DashboardPort = reader.Number("Dashboard:Port", 0, SettingsReader.PortMax) ?? defaults.DashboardPort,
            DashboardPassword = reader.Text("Dashboard:Password"),
            SheddingCpuPercent =
                reader.Number("Silo:SheddingCpuPercent", SheddingPercentMin, SheddingNever)
                ?? defaults.SheddingCpuPercent,
            SheddingMemoryPercent =
                reader.Number("Silo:SheddingMemoryPercent", SheddingPercentMin, SheddingNever)
                ?? defaults.SheddingMemoryPercent,
            RealmName = reader.Name("Identity:RealmName", defaults.RealmName),
            AdministratorSubjects = [.. reader.List("Registry:AdministratorSubjects")],
            TrainingPlatformSubjects = [.. reader.List("Registry:TrainingPlatformSubjects")],
            RuleSet = reader.Text("Rules:RuleSet"),
            ResidentIdKey = reader.Text("Registry:ResidentIdKey"),
            Telemetry = TelemetrySettings.Read(reader, ServiceName),
        };
        settings = settings with
        {
            HealthAddress = reader.IpAddress("Health:Address", settings.DashboardAddress, mayBeAny: true),
            HealthPort = reader.Number("Health:Port", 0, SettingsReader.PortMax) ?? settings.DashboardPort,
        };
        CheckPorts(reader, settings);
        CheckDashboard(reader, settings);
        return settings;
    }

    private static void CheckPorts(SettingsReader reader, SiloSettings settings)
    {
        (string Key, int Port)[] ports =
        [
            ("Silo:Port", settings.SiloPort),
            ("Silo:GatewayPort", settings.GatewayPort),
            ("Dashboard:Port", settings.DashboardPort),
            ("Health:Port", settings.HealthPort),
        ];
        for (var one = 0; one < ports.Length; one++)
        {
            for (var other = one + 1; other < ports.Length; other++)
            {
                // Health beside the dashboard is one listener.
                var isOneListener = one == 2 && settings.HealthAddress.Equals(settings.DashboardAddress);
                if (ports[one].Port == ports[other].Port && ports[one].Port != 0 && !isOneListener)
                {
                    reader.Add(
                        $"{ports[one].Key} and {ports[other].Key} are both {ports[one].Port}: give them different ports."
                    );
                }
            }
        }
    }

    private static void CheckDashboard(SettingsReader reader, SiloSettings settings)
    {
        if (settings.DashboardPassword is { Length: < PasswordCharactersMin })
        {
            reader.Add($"Dashboard:Password is too short: give it at least {PasswordCharactersMin} characters.");
        }

        if (
            settings.DashboardPort != 0
            && settings.DashboardPassword is null
            && !IPAddress.IsLoopback(settings.DashboardAddress)
        )
        {
            reader.Add(
                $"Dashboard:Address is '{settings.DashboardAddress}': beyond this machine set Dashboard:Password too, "
                    + "or Dashboard:Port to 0."
            );
        }
    }
}
