using System.Globalization;
using CeActors.Local.Province;
using CeActors.Local.Settings;
using CeActors.Local.Supervision;

namespace CeActors.Local.Parts;

/// <summary>Everything that runs on this machine: storage, identity, silo, front.</summary>
public sealed class House : IAsyncDisposable
{
    /// <summary>Sign-in subject of the registry's administrator.</summary>
    public const string Registrar = "registrar";

    /// <summary>Sign-in subject of the training platform.</summary>
    public const string TrainingPlatform = "training-platform";

    private const string SiloName = "silo";
    private const string FrontName = "front";

    // Where the web client takes what the authority sends back.
    private const string SignedIn = "/signed-in";

    // `npm run dev` in web serves the client here, with the API of this run.
    private const string DevelopmentServer = "http://localhost:5173";

    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(2);
    private readonly LocalOptions _options;
    private readonly Installation _installation;
    private readonly DemoProvince _province;
    private readonly Household _household;
    private readonly AzuritePart _azurite;
    private readonly HttpClient _probe = new() { Timeout = ProbeLimit };

    public House(LocalOptions options, Installation installation, DemoProvince province, Announcer announcer)
    {
        _options = options;
        _installation = installation;
        _province = province;
        _azurite = new AzuritePart(options, installation);
        _household = new Household(Path.Combine(options.DataFolder, "logs"), announcer);
    }

    /// <summary>Connection string of the storage.</summary>
    public string StorageConnection => _azurite.ConnectionString;

    /// <summary>Completes when a part ends that nobody asked to.</summary>
    public Task<ChildProcess> Died => _household.Died;

    /// <summary>Starts all parts and waits until each is ready.</summary>
    /// <exception cref="LocalFault">One is not built, does not start, or ends.</exception>
    public async Task StartAsync(CancellationToken stopping)
    {
        // Every part must exist before the first one starts.
        var (identity, silo, front) = (IdentityLaunch(), SiloLaunch(), FrontLaunch());
        var storage = _household.Start(_azurite.Launch());
        var signIn = _household.Start(identity);
        await _household.ReadyAsync(storage, _azurite.AnswersAsync, stopping);
        var cluster = _household.Start(silo);
        var app = _household.Start(front);
        await _household.ReadyAsync(signIn, Probe(PortSetting.Identity, "/.well-known/openid-configuration"), stopping);
        await _household.ReadyAsync(cluster, Probe(PortSetting.Dashboard, "/health/ready"), stopping);
        await _household.ReadyAsync(app, Probe(PortSetting.Front, "/health/ready"), stopping);
    }

    /// <summary>Stops the silo in good order; everything else runs on.</summary>
    public Task StopSiloAsync() => _household.StopAsync(SiloName);

    /// <summary>Starts the silo again after <see cref="StopSiloAsync"/> and waits until it and the front are ready.</summary>
    public async Task StartSiloAsync(CancellationToken stopping)
    {
        var cluster = _household.Start(SiloLaunch());
        await _household.ReadyAsync(cluster, Probe(PortSetting.Dashboard, "/health/ready"), stopping);
        await _household.ReadyAsync(cluster, Probe(PortSetting.Front, "/health/ready"), stopping);
    }

    /// <summary>Stops the front in good order; everything else runs on.</summary>
    public Task StopFrontAsync() => _household.StopAsync(FrontName);

    /// <summary>Starts the front again after <see cref="StopFrontAsync"/> and waits until it is ready.</summary>
    public async Task StartFrontAsync(CancellationToken stopping)
    {
        var app = _household.Start(FrontLaunch());
        await _household.ReadyAsync(app, Probe(PortSetting.Front, "/health/ready"), stopping);
    }

    /// <summary>Stops all parts, the front first and the storage last.</summary>
    public async ValueTask DisposeAsync()
    {
        await _household.DisposeAsync();
        _probe.Dispose();
    }

    private ChildLaunch IdentityLaunch()
    {
        var accounts = Path.Combine(_options.DataFolder, "accounts.json");
        AccountsFile.Write(accounts, _province);
        var front = _options.Address(PortSetting.Front);
        var sameByName = LocalOptions.ByName(front);
        return DotnetLaunch.Of(
            "identity",
            _installation.Assembly("DevIdentity"),
            _options.DataFolder,
            new Dictionary<string, string>
            {
                ["Issuer"] = _options.Address(PortSetting.Identity) + "/",
                ["KeyFolder"] = Path.Combine(_options.DataFolder, "identity"),
                ["AccountsFile"] = accounts,
                ["GeneratedAccounts:Pattern"] = AccountsFile.PeoplePattern,
                ["GeneratedAccounts:Count"] = AccountsFile.PeopleMax.ToString(CultureInfo.InvariantCulture),
                ["GeneratedAccounts:Password"] = Identity.Account.Password,
                ["RedirectUris:0"] = front + "/callback",
                ["RedirectUris:1"] = front + SignedIn,
                ["RedirectUris:2"] = sameByName + SignedIn,
                ["RedirectUris:3"] = DevelopmentServer + SignedIn,
                ["PostLogoutRedirectUris:0"] = front + "/",
                ["PostLogoutRedirectUris:1"] = sameByName + "/",
                ["Origins:0"] = front,
                ["PostLogoutRedirectUris:2"] = DevelopmentServer + "/",
                ["Origins:1"] = sameByName,
                ["Origins:2"] = DevelopmentServer,
            }
        );
    }

    private ChildLaunch SiloLaunch() =>
        DotnetLaunch.Of(
            SiloName,
            _installation.Assembly("Silo"),
            _options.DataFolder,
            new Dictionary<string, string>(ClusterSettings())
            {
                ["Storage:ConnectionString"] = StorageConnection,
                ["Evidence:ConnectionString"] = StorageConnection,
                ["Silo:Port"] = Text(PortSetting.Silo),
                ["Silo:GatewayPort"] = Text(PortSetting.Gateway),
                ["Silo:Address"] = "127.0.0.1",
                ["Dashboard:Port"] = Text(PortSetting.Dashboard),
                ["Registry:AdministratorSubjects:0"] = Registrar,
                ["Registry:TrainingPlatformSubjects:0"] = TrainingPlatform,
                ["Registry:ResidentIdKey"] = DevelopmentSecret.ReadOrMake(
                    Path.Combine(_options.DataFolder, "resident-id.key")
                ),
            }
        );

    private ChildLaunch FrontLaunch()
    {
        var settings = new Dictionary<string, string>(ClusterSettings())
        {
            ["Front:Port"] = Text(PortSetting.Front),
            ["Front:PublicBaseUri"] = _options.Address(PortSetting.Front),
            ["Identity:Authority"] = _options.Address(PortSetting.Identity) + "/",
            ["Identity:Audience"] = "ce-api",
            ["Evidence:ConnectionString"] = StorageConnection,
            ["Evidence:AllowedOrigins:0"] = _options.Address(PortSetting.Front),
            ["Evidence:AllowedOrigins:2"] = DevelopmentServer,
            ["Evidence:AllowedOrigins:1"] = LocalOptions.ByName(_options.Address(PortSetting.Front)),
        };
        if (_installation.WebRoot is { } web)
        {
            settings["Front:WebRoot"] = web;
        }

        var assembly = _installation.Assembly("Functions");
        return DotnetLaunch.Of(FrontName, assembly, Path.GetDirectoryName(assembly)!, settings);
    }

    private Dictionary<string, string> ClusterSettings() =>
        new()
        {
            ["Cluster:ConnectionString"] = StorageConnection,
            ["Cluster:ClusterId"] = "ceactors-local",
            ["Cluster:ServiceId"] = "ceactors",
            ["Identity:RealmName"] = "local",
        };

    private string Text(PortSetting port) => _options.Port(port).ToString(CultureInfo.InvariantCulture);

    private Func<CancellationToken, Task<bool>> Probe(PortSetting port, string path) =>
        async stopping =>
        {
            try
            {
                using var answer = await _probe.GetAsync(new Uri(_options.Address(port) + path), stopping);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
            catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
            {
                return false;
            }
        };
}
