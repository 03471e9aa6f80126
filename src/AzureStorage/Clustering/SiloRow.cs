using System.Globalization;
using System.Net;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.Clustering;

/// <summary>
/// The rows of the official provider's table, column by column: silos, the version of the table, and two markers that
/// sort before and after all silos and carry the same version, so that a read in several pages can be seen to be torn.
/// Every column is text, numbers too.
/// </summary>
internal static class SiloRow
{
    public const string VersionKey = "VersionRow";
    public const string FirstKey = "!Start";
    public const string LastKey = "~End";

    private const string Version = "MembershipVersion";
    private const string Status = "Status";
    private const string ProxyPort = "ProxyPort";
    private const string Cluster = "DeploymentId";

    /// <summary>The key of a silo's row.</summary>
    public static string KeyOf(SiloAddress silo) =>
        string.Create(CultureInfo.InvariantCulture, $"{silo.Endpoint.Address}-{silo.Endpoint.Port}-{silo.Generation}");

    /// <summary>Whether a row is of a silo.</summary>
    public static bool IsSilo(TableEntity row) => row.RowKey is not (VersionKey or FirstKey or LastKey);

    /// <summary>The row of the table's version.</summary>
    public static TableEntity OfVersion(string clusterId, int version) =>
        new(clusterId, VersionKey) { [Cluster] = clusterId, [Version] = Text(version) };

    /// <summary>A marker. It looks active, so that an older silo's clean-up leaves it alone.</summary>
    public static TableEntity OfMarker(string clusterId, string key, int version) =>
        new(clusterId, key)
        {
            [Cluster] = clusterId,
            [Version] = Text(version),
            [Status] = nameof(SiloStatus.Active),
        };

    /// <summary>The version in a version row or a marker; null when it has none.</summary>
    public static int? VersionOf(TableEntity row) =>
        int.TryParse(row.GetString(Version), NumberStyles.Integer, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;

    /// <summary>The row of a silo.</summary>
    public static TableEntity OfSilo(string clusterId, MembershipEntry entry) =>
        new(clusterId, KeyOf(entry.SiloAddress))
        {
            [Cluster] = clusterId,
            ["Address"] = entry.SiloAddress.Endpoint.Address.ToString(),
            ["Port"] = Text(entry.SiloAddress.Endpoint.Port),
            ["Generation"] = Text(entry.SiloAddress.Generation),
            ["HostName"] = entry.HostName,
            [Status] = entry.Status.ToString(),
            [ProxyPort] = Text(entry.ProxyPort),
            ["RoleName"] = entry.RoleName,
            ["SiloName"] = entry.SiloName,
            ["InstanceName"] = entry.SiloName, // older silos read this one
            ["UpdateZone"] = Text(entry.UpdateZone),
            ["FaultZone"] = Text(entry.FaultZone),
            ["StartTime"] = LogFormatter.PrintDate(entry.StartTime),
            ["IAmAliveTime"] = LogFormatter.PrintDate(entry.IAmAliveTime),
            ["SuspectingSilos"] = Join(entry, suspicion => suspicion.Item1.ToParsableString()),
            ["SuspectingTimes"] = Join(entry, suspicion => LogFormatter.PrintDate(suspicion.Item2)),
        };

    /// <summary>The part of a silo's row that its heartbeat writes.</summary>
    public static TableEntity OfHeartbeat(string clusterId, MembershipEntry entry) =>
        new(clusterId, KeyOf(entry.SiloAddress))
        {
            [Cluster] = clusterId,
            ["IAmAliveTime"] = LogFormatter.PrintDate(entry.IAmAliveTime),
        };

    /// <summary>The silo in a row.</summary>
    /// <exception cref="FormatException">The row is damaged.</exception>
    public static MembershipEntry SiloOf(TableEntity row)
    {
        var entry = new MembershipEntry
        {
            SiloAddress = AddressOf(row, "Port"),
            Status = Enum.TryParse<SiloStatus>(row.GetString(Status), out var status)
                ? status
                : throw new FormatException($"'{row.GetString(Status)}' is not the status of a silo."),
            ProxyPort = Number(row, ProxyPort),
            HostName = row.GetString("HostName"),
            RoleName = row.GetString("RoleName"),
            SiloName = row.GetString("SiloName") is { Length: > 0 } name ? name : row.GetString("InstanceName"),
            UpdateZone = Number(row, "UpdateZone"),
            FaultZone = Number(row, "FaultZone"),
            StartTime = Date(row.GetString("StartTime")),
            IAmAliveTime = Date(row.GetString("IAmAliveTime")),
        };
        var silos = Split(row.GetString("SuspectingSilos"));
        var times = Split(row.GetString("SuspectingTimes"));
        if (silos.Length != times.Length)
        {
            throw new FormatException($"There are {silos.Length} suspecting silos and {times.Length} times.");
        }

        for (var at = 0; at < silos.Length; at++)
        {
            entry.AddSuspector(SiloAddress.FromParsableString(silos[at]), Date(times[at]));
        }

        return entry;
    }

    /// <summary>Rows of silos that serve clients.</summary>
    public static string GatewayFilter(string clusterId)
    {
        const string none = "0";
        var active = nameof(SiloStatus.Active);
        return TableClient.CreateQueryFilter(
            $"PartitionKey eq {clusterId} and Status eq {active} and ProxyPort ne {none}"
        );
    }

    /// <summary>The address at which a silo serves clients; null when the row is none of such a silo.</summary>
    public static Uri? GatewayOf(TableEntity row) =>
        IsSilo(row) && Number(row, ProxyPort) > 0 ? AddressOf(row, ProxyPort).ToGatewayUri() : null;

    private static SiloAddress AddressOf(TableEntity row, string port) =>
        SiloAddress.New(IPAddress.Parse(row.GetString("Address")), Number(row, port), Number(row, "Generation"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(TableEntity row, string column) =>
        row.GetString(column) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    private static DateTime Date(string? text) =>
        string.IsNullOrEmpty(text) ? default : DateTime.SpecifyKind(LogFormatter.ParseDate(text), DateTimeKind.Utc);

    private static string Join(MembershipEntry entry, Func<Tuple<SiloAddress, DateTime>, string> part) =>
        string.Join('|', (entry.SuspectTimes ?? []).Select(part));

    private static string[] Split(string? text) => string.IsNullOrEmpty(text) ? [] : text.Split('|');
}
