using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace CeActors.Silo.Hosting;

/// <summary>Reads <see cref="SiloSettings"/> from configuration and finds everything that is wrong with it at once.</summary>
public sealed class SiloSettingsReader
{
    private const int PortMax = 65_535;
    private const int BucketsMax = 999;
    private const int NameCharactersMax = 100;
    private const int SubjectsMax = 1_000;

    private readonly IConfiguration _configuration;
    private readonly List<string> _problems = [];

    private SiloSettingsReader(IConfiguration configuration) => _configuration = configuration;

    /// <summary>The settings.</summary>
    /// <exception cref="SettingsException">One or more values are missing or wrong; the message names each with its remedy.</exception>
    public static SiloSettings Read(IConfiguration configuration)
    {
        var reader = new SiloSettingsReader(configuration);
        var settings = reader.Read();
        return reader._problems.Count == 0 ? settings : throw new SettingsException(reader._problems);
    }

    private SiloSettings Read()
    {
        var defaults = new SiloSettings { ClusterConnectionString = "", StorageConnectionString = "" };
        var settings = new SiloSettings
        {
            ClusterConnectionString = ConnectionString("Cluster:ConnectionString"),
            ClusterId = Name("Cluster:ClusterId", defaults.ClusterId),
            ServiceId = Name("Cluster:ServiceId", defaults.ServiceId),
            StorageConnectionString = ConnectionString("Storage:ConnectionString"),
            EvidenceConnectionString = Optional("Evidence:ConnectionString"),
            BucketCount = Number("Storage:BucketCount", defaults.BucketCount, 1, BucketsMax),
            Address = AddressOf("Silo:Address", defaults.Address),
            SiloPort = Number("Silo:Port", defaults.SiloPort, 1, PortMax),
            GatewayPort = Number("Silo:GatewayPort", defaults.GatewayPort, 1, PortMax),
            DashboardPort = Number("Dashboard:Port", defaults.DashboardPort, 0, PortMax),
            RealmName = Name("Identity:RealmName", defaults.RealmName),
            AdministratorSubjects = Subjects("Registry:AdministratorSubjects"),
            TrainingPlatformSubjects = Subjects("Registry:TrainingPlatformSubjects"),
            RuleSet = Optional("Rules:RuleSet"),
            ResidentIdKey = Optional("Registry:ResidentIdKey"),
        };
        if (settings.SiloPort == settings.GatewayPort)
        {
            _problems.Add($"Silo:Port and Silo:GatewayPort are both {settings.SiloPort}: give them different ports.");
        }

        return settings;
    }

    private string? Optional(string key) => _configuration[key]?.Trim() is { Length: > 0 } value ? value : null;

    private string ConnectionString(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            _problems.Add(
                $"{key} is missing: set it, or the environment variable {key.Replace(":", "__")}, "
                    + "to the connection string of a storage account."
            );
        }

        return value ?? "";
    }

    private string Name(string key, string byDefault)
    {
        var value = Optional(key) ?? byDefault;
        if (
            value.Length > NameCharactersMax
            || !value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.')
        )
        {
            _problems.Add($"{key} is '{value}': use 1 to {NameCharactersMax} letters, digits, hyphens or dots.");
        }

        return value;
    }

    private int Number(string key, int byDefault, int least, int most)
    {
        if (Optional(key) is not { } text)
        {
            return byDefault;
        }

        if (
            !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < least
            || number > most
        )
        {
            _problems.Add($"{key} is '{text}': give a number from {least} to {most}.");
            return byDefault;
        }

        return number;
    }

    private IPAddress AddressOf(string key, IPAddress byDefault)
    {
        if (Optional(key) is not { } text)
        {
            return byDefault;
        }

        if (
            !IPAddress.TryParse(text, out var address)
            || address.Equals(IPAddress.Any)
            || address.Equals(IPAddress.IPv6Any)
        )
        {
            _problems.Add($"{key} is '{text}': give the one IP address at which others reach this silo.");
            return byDefault;
        }

        return address;
    }

    private ImmutableArray<string> Subjects(string key)
    {
        var subjects = _configuration
            .GetSection(key)
            .GetChildren()
            .Select(child => child.Value?.Trim() ?? "")
            .Where(subject => subject.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        if (subjects.Length > SubjectsMax)
        {
            _problems.Add($"{key} names {subjects.Length} subjects; at most {SubjectsMax} are allowed.");
        }

        return subjects;
    }
}
