namespace CeActors.Local.Settings;

/// <summary>One port that can be set by flag or environment.</summary>
/// <param name="Name">Stable name; the flag is <c>--{Name}-port</c>, the variable <c>CEACTORS_{NAME}_PORT</c>.</param>
/// <param name="Standard">Used when nothing is set.</param>
/// <param name="Purpose">What listens there.</param>
public sealed record PortSetting(string Name, int Standard, string Purpose)
{
    public static readonly PortSetting Front = new("front", 7071, "app and API");
    public static readonly PortSetting Identity = new("identity", 7072, "identity provider");
    public static readonly PortSetting Dashboard = new("dashboard", 7073, "cluster dashboard");
    public static readonly PortSetting Silo = new("silo", 11111, "silo to silo");
    public static readonly PortSetting Gateway = new("gateway", 30000, "silo's gateway");
    public static readonly PortSetting Blob = new("blob", 10000, "Azurite blobs");
    public static readonly PortSetting Queue = new("queue", 10001, "Azurite queues");
    public static readonly PortSetting Table = new("table", 10002, "Azurite tables");

    public static readonly PortSetting[] All = [Front, Identity, Dashboard, Silo, Gateway, Blob, Queue, Table];

    public string Flag => $"--{Name}-port";

    public string Variable => $"CEACTORS_{Name.ToUpperInvariant()}_PORT";
}
