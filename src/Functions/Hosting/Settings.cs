using System.Net;
using CeActors.Functions.Admission;
using CeActors.Hosting.Configuration;
using CeActors.Hosting.Telemetry;

namespace CeActors.Functions.Hosting;

/// <summary>Where the cluster is found.</summary>
/// <param name="Account"><c>Cluster:TableUri</c> or <c>Cluster:ConnectionString</c>: the storage account of its membership.</param>
/// <param name="ClusterId"><c>Cluster:ClusterId</c>.</param>
/// <param name="ServiceId"><c>Cluster:ServiceId</c>.</param>
/// <param name="SignIn"><c>AZURE_CLIENT_ID</c>: as whom an account is signed in to that is given by its address.</param>
public sealed record ClusterSettings(StorageAccount Account, string ClusterId, string ServiceId, AzureIdentity SignIn);

/// <summary>Who signs people in.</summary>
/// <param name="Authority"><c>Identity:Authority</c>: an OpenID Connect authority; https unless it is on this machine.</param>
/// <param name="Audience"><c>Identity:Audience</c>: what a token must be meant for.</param>
/// <param name="RealmName"><c>Identity:RealmName</c>: its stable name, part of every person id.</param>
/// <param name="TokenTypes"><c>Identity:TokenTypes:0…</c>: allowed <c>typ</c> of access tokens; default <c>at+jwt</c> (RFC 9068).</param>
/// <param name="ClientId"><c>Identity:ClientId</c>: the web client's name at the authority; default <c>ce-web</c>.</param>
/// <param name="Scopes"><c>Identity:Scopes:0…</c>: what the web client asks for; some authorities name the API otherwise.</param>
public sealed record IdentitySettings(
    Uri Authority,
    string Audience,
    string RealmName,
    IReadOnlyList<string> TokenTypes,
    string ClientId,
    IReadOnlyList<string> Scopes
);

/// <summary>Where evidence is kept.</summary>
/// <param name="Account"><c>Evidence:AccountUri</c> or <c>Evidence:ConnectionString</c>.</param>
/// <param name="AllowedOrigins"><c>Evidence:AllowedOrigins:0…</c>: origins of the web client.</param>
/// <param name="BrowserOrigin"><c>Evidence:BrowserOrigin</c>, else found from the address: the origin that browsers upload to.</param>
/// <param name="SignIn"><c>AZURE_CLIENT_ID</c>: as whom an account is signed in to that is given by its address.</param>
public sealed record EvidenceSettings(
    StorageAccount Account,
    IReadOnlyList<string> AllowedOrigins,
    string? BrowserOrigin,
    AzureIdentity SignIn
);

/// <summary>The front itself.</summary>
/// <param name="Port"><c>FUNCTIONS_CUSTOMHANDLER_PORT</c>, which the Functions host sets, else <c>Front:Port</c>; default 7071.</param>
/// <param name="PublicBaseUri"><c>Front:PublicBaseUri</c>: how browsers reach it; printed on statements.</param>
/// <param name="WebRoot"><c>Front:WebRoot</c>: folder of the built web client; null serves a plain page.</param>
/// <param name="TrustedNetworks">
/// <c>Front:TrustedNetworks:0…</c>: where proxies stand whose word about the caller is believed, besides this machine.
/// </param>
public sealed record FrontSettings(
    int Port,
    Uri PublicBaseUri,
    string? WebRoot,
    IReadOnlyList<IPNetwork> TrustedNetworks
)
{
    /// <summary>The address that a statement's QR code names.</summary>
    public string VerificationUrlOf(string number, string code) =>
        new Uri(PublicBaseUri, $"/verify/{number}?code={Uri.EscapeDataString(code)}").AbsoluteUri;
}

/// <summary>All settings, read and checked once at the start.</summary>
public sealed record Settings(
    FrontSettings Front,
    IdentitySettings Identity,
    ClusterSettings Cluster,
    EvidenceSettings Evidence,
    TelemetrySettings Telemetry,
    AdmissionOptions Admission
)
{
    private const string ServiceName = "ceactors-front";
    private const string Development = "UseDevelopmentStorage=true";
    private const int PortByDefault = 7071;

    /// <summary>Reads them.</summary>
    /// <param name="configuration">Files, environment and command line.</param>
    /// <param name="describeOnly">True when the app runs to describe itself: then nothing behind it needs to be configured.</param>
    /// <exception cref="SettingsException">One or more are missing or wrong.</exception>
    public static Settings Read(IConfiguration configuration, bool describeOnly)
    {
        var reader = new SettingsReader(configuration);
        var settings = Read(reader, describeOnly);
        reader.ThrowIfAnythingIsWrong();
        return settings;
    }

    /// <summary>The keys of all settings of a front.</summary>
    public static IReadOnlySet<string> Keys()
    {
        var reader = new SettingsReader(new ConfigurationBuilder().Build());
        Read(reader, describeOnly: false);
        return reader.Keys;
    }

    private static Settings Read(SettingsReader reader, bool describeOnly)
    {
        var signIn = AzureIdentity.Read(reader);
        return new Settings(
            ReadFront(reader),
            ReadIdentity(reader),
            new ClusterSettings(
                describeOnly ? Development : reader.Account("Cluster:ConnectionString", "Cluster:TableUri"),
                reader.Text("Cluster:ClusterId") ?? "ceactors-local",
                reader.Text("Cluster:ServiceId") ?? "ceactors",
                signIn
            ),
            new EvidenceSettings(
                describeOnly ? Development : reader.Account("Evidence:ConnectionString", "Evidence:AccountUri"),
                reader.List("Evidence:AllowedOrigins"),
                reader.Text("Evidence:BrowserOrigin"),
                signIn
            ),
            describeOnly ? TelemetrySettings.Off : TelemetrySettings.Read(reader, ServiceName),
            AdmissionOptions.Read(reader)
        );
    }

    private static FrontSettings ReadFront(SettingsReader reader)
    {
        var ofHost = reader.Port("FUNCTIONS_CUSTOMHANDLER_PORT");
        var own = reader.Port("Front:Port");
        return new FrontSettings(
            ofHost ?? own ?? PortByDefault,
            reader.WebAddress("Front:PublicBaseUri") ?? new Uri($"http://127.0.0.1:{PortByDefault}"),
            WebRoot(reader, "Front:WebRoot"),
            reader.Networks("Front:TrustedNetworks")
        );
    }

    private static IdentitySettings ReadIdentity(SettingsReader reader) =>
        new(
            Authority(reader, "Identity:Authority"),
            reader.Text("Identity:Audience") ?? "ce-api",
            reader.Text("Identity:RealmName") ?? "local",
            reader.List("Identity:TokenTypes") is { Count: > 0 } types ? types : ["at+jwt"],
            reader.Text("Identity:ClientId") ?? "ce-web",
            reader.List("Identity:Scopes") is { Count: > 0 } scopes
                ? scopes
                : ["openid", "profile", "offline_access", "ce.api"]
        );

    private static Uri Authority(SettingsReader reader, string key)
    {
        var uri = reader.WebAddress(key) ?? new Uri("http://127.0.0.1:7072/");
        if (uri.Scheme != Uri.UriSchemeHttps && !IsOnThisMachine(uri))
        {
            reader.Add($"{key} is '{uri}': an authority that is not on this machine must use https.");
        }

        return uri;
    }

    private static string? WebRoot(SettingsReader reader, string key)
    {
        var path = reader.Text(key);
        if (path is not null && !File.Exists(Path.Combine(path, "index.html")))
        {
            reader.Add(
                $"{key} is '{path}', which holds no index.html: build the web client, or leave the setting out."
            );
        }

        return path is null ? null : Path.GetFullPath(path);
    }

    private static bool IsOnThisMachine(Uri uri) =>
        uri.Host == "localhost"
        || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
