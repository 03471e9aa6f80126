using System.Globalization;
using System.Net;

namespace CeActors.Functions.Hosting;

/// <summary>The settings cannot be used; each line of the message names one and says how to mend it.</summary>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>One sentence a setting.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>Where the cluster is found.</summary>
/// <param name="ConnectionString"><c>Cluster:ConnectionString</c>: the storage account of its membership.</param>
/// <param name="ClusterId"><c>Cluster:ClusterId</c>.</param>
/// <param name="ServiceId"><c>Cluster:ServiceId</c>.</param>
public sealed record ClusterSettings(string ConnectionString, string ClusterId, string ServiceId);

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

/// <summary>Where evidence is kept; exactly one of the two addresses is set.</summary>
/// <param name="ConnectionString"><c>Evidence:ConnectionString</c>, for development.</param>
/// <param name="AccountUri"><c>Evidence:AccountUri</c>, reached by managed identity.</param>
/// <param name="AllowedOrigins"><c>Evidence:AllowedOrigins:0…</c>: origins of the web client.</param>
/// <param name="BrowserOrigin"><c>Evidence:BrowserOrigin</c>, else found from the address: the origin that browsers upload to.</param>
public sealed record EvidenceSettings(
    string? ConnectionString,
    Uri? AccountUri,
    IReadOnlyList<string> AllowedOrigins,
    string? BrowserOrigin
);

/// <summary>The front itself.</summary>
/// <param name="Port"><c>FUNCTIONS_CUSTOMHANDLER_PORT</c>, which the Functions host sets, else <c>Front:Port</c>; default 7071.</param>
/// <param name="PublicBaseUri"><c>Front:PublicBaseUri</c>: how browsers reach it; printed on statements.</param>
/// <param name="WebRoot"><c>Front:WebRoot</c>: folder of the built web client; null serves a plain page.</param>
public sealed record FrontSettings(int Port, Uri PublicBaseUri, string? WebRoot)
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
    EvidenceSettings Evidence
)
{
    private const int PortMax = 65_535;

    /// <summary>Reads them.</summary>
    /// <param name="configuration">Files, environment and command line.</param>
    /// <param name="describeOnly">True when the app runs to describe itself: then nothing behind it needs to be configured.</param>
    /// <exception cref="SettingsException">One or more are missing or wrong.</exception>
    public static Settings Read(IConfiguration configuration, bool describeOnly)
    {
        var reader = new Reader(configuration);
        var settings = new Settings(
            new FrontSettings(
                reader.Port("FUNCTIONS_CUSTOMHANDLER_PORT") ?? reader.Port("Front:Port") ?? 7071,
                reader.Address("Front:PublicBaseUri", "http://127.0.0.1:7071"),
                reader.Folder("Front:WebRoot")
            ),
            new IdentitySettings(
                reader.Authority("Identity:Authority", "http://127.0.0.1:7072/"),
                reader.Text("Identity:Audience") ?? "ce-api",
                reader.Text("Identity:RealmName") ?? "local",
                reader.List("Identity:TokenTypes") is { Count: > 0 } types ? types : ["at+jwt"],
                reader.Text("Identity:ClientId") ?? "ce-web",
                reader.List("Identity:Scopes") is { Count: > 0 } scopes
                    ? scopes
                    : ["openid", "profile", "offline_access", "ce.api"]
            ),
            new ClusterSettings(
                describeOnly ? "UseDevelopmentStorage=true" : reader.Required("Cluster:ConnectionString"),
                reader.Text("Cluster:ClusterId") ?? "ceactors-local",
                reader.Text("Cluster:ServiceId") ?? "ceactors"
            ),
            describeOnly
                ? new EvidenceSettings("UseDevelopmentStorage=true", null, [], null)
                : new EvidenceSettings(
                    reader.Text("Evidence:ConnectionString"),
                    reader.Text("Evidence:AccountUri") is null ? null : reader.Address("Evidence:AccountUri", ""),
                    reader.List("Evidence:AllowedOrigins"),
                    reader.Text("Evidence:BrowserOrigin")
                )
        );
        if (settings.Evidence.ConnectionString is null == settings.Evidence.AccountUri is null)
        {
            reader.Problems.Add("Set exactly one of Evidence:ConnectionString and Evidence:AccountUri.");
        }

        return reader.Problems.Count == 0 ? settings : throw new SettingsException(reader.Problems);
    }

    private sealed class Reader(IConfiguration configuration)
    {
        public List<string> Problems { get; } = [];

        public string? Text(string key) => configuration[key]?.Trim() is { Length: > 0 } value ? value : null;

        public string Required(string key)
        {
            var value = Text(key);
            if (value is null)
            {
                Problems.Add($"{key} is missing: set it, or the environment variable {key.Replace(":", "__")}.");
            }

            return value ?? "";
        }

        public IReadOnlyList<string> List(string key) =>
            [
                .. configuration
                    .GetSection(key)
                    .GetChildren()
                    .Select(child => child.Value?.Trim() ?? "")
                    .Where(value => value.Length > 0),
            ];

        public int? Port(string key)
        {
            if (Text(key) is not { } text)
            {
                return null;
            }

            if (
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port is > 0 and <= PortMax
            )
            {
                return port;
            }

            Problems.Add($"{key} is '{text}': give a port from 1 to {PortMax}.");
            return null;
        }

        public Uri Address(string key, string byDefault)
        {
            var text = Text(key) ?? byDefault;
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                return uri;
            }

            Problems.Add($"{key} is '{text}': give an absolute http or https address.");
            return new Uri("http://127.0.0.1");
        }

        public Uri Authority(string key, string byDefault)
        {
            var uri = Address(key, byDefault);
            if (uri.Scheme != Uri.UriSchemeHttps && !IsLoopback(uri))
            {
                Problems.Add($"{key} is '{uri}': an authority that is not on this machine must use https.");
            }

            return uri;
        }

        public string? Folder(string key)
        {
            var path = Text(key);
            if (path is not null && !File.Exists(Path.Combine(path, "index.html")))
            {
                Problems.Add(
                    $"{key} is '{path}', which holds no index.html: build the web client, or leave the setting out."
                );
            }

            return path is null ? null : Path.GetFullPath(path);
        }

        private static bool IsLoopback(Uri uri) =>
            uri.Host == "localhost"
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
