using System.Globalization;
using CeActors.Local;
using CeActors.Local.Identity;
using CeActors.Local.Parts;
using CeActors.Local.Province;
using CeActors.Local.Settings;
using CeActors.Testing;
using Microsoft.Playwright;
using Xunit;

namespace CeActors.Web.Tests.Hosting;

/// <summary>
/// The real thing, once for all tests: storage, identity, silo and front as processes of their own on free ports, the front serving the built client,
/// a small town in its registry, and one browser.
/// </summary>
public sealed class WebStage : IAsyncLifetime
{
    /// <summary>How long a page may take to show what is expected, on a busy machine.</summary>
    public const int PatienceMilliseconds = 30_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("ceactors-web-").FullName;
    private readonly StringWriter _said = new();
    private readonly LocalOptions _options;
    private readonly House _house;
    private readonly DemoProvince _province = new(TimeProvider.System.GetUtcNow().Year - 1);
    private Chromium? _chromium;

    public WebStage()
    {
        string[] ports =
        [
            .. PortSetting.All.SelectMany(port =>
                new[] { port.Flag, FreePort.Next().ToString(CultureInfo.InvariantCulture) }
            ),
        ];
        _options = LocalOptions.Parse([.. ports, "--data", Path.Combine(_folder, "data")], _ => null, _folder);
        var installation = Installation.Find(AppContext.BaseDirectory);
        HasClient = installation.WebRoot is not null;
        _house = new House(_options, installation, _province, new Announcer(_said));
        Front = new Uri(_options.Address(PortSetting.Front));
        Identity = new Uri(_options.Address(PortSetting.Identity));
        Blobs = new Uri(_options.Address(PortSetting.Blob));
        Accounts = new Accounts(_options, TimeProvider.System);
        Town = new Town(_province, Accounts);
        Shortcuts = new Shortcuts(_province, Town, Accounts);
    }

    /// <summary>Address of the app and its API.</summary>
    public Uri Front { get; }

    /// <summary>Address of the identity provider.</summary>
    public Uri Identity { get; }

    /// <summary>Address of the blobs that browsers send evidence to.</summary>
    public Uri Blobs { get; }

    /// <summary>Clients of the API, for what a test does not do by hand.</summary>
    public Accounts Accounts { get; }

    /// <summary>Units and people.</summary>
    public Town Town { get; }

    /// <summary>Ways to a state that a test starts from.</summary>
    public Shortcuts Shortcuts { get; }

    /// <summary>The browser.</summary>
    public IBrowser Browser =>
        _chromium?.Browser ?? throw new InvalidOperationException("The browser has not been started by xunit.");

    /// <summary>Connection string of the storage.</summary>
    public string StorageConnection => _house.StorageConnection;

    private bool HasClient { get; }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (!HasClient)
        {
            throw new InvalidOperationException("web/dist is missing: build it (cd web && npm ci && npm run build).");
        }

        Directory.CreateDirectory(_options.DataFolder);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        var browser = Chromium.StartAsync();
        await _house.StartAsync(CancellationToken.None);
        await Town.BuildAsync();
        _chromium = await browser;
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        Accounts.Dispose();
        await _house.DisposeAsync();
        await _said.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Stops the silo, does something while there is none, and starts it again.</summary>
    public async Task WithoutSiloAsync(Func<Task> act)
    {
        await _house.StopSiloAsync();
        try
        {
            await act();
        }
        finally
        {
            await _house.StartSiloAsync(CancellationToken.None);
        }
    }

    /// <summary>Stops the front, does something while there is none, and starts it again.</summary>
    public async Task WithoutFrontAsync(Func<Task> act)
    {
        await _house.StopFrontAsync();
        try
        {
            await act();
        }
        finally
        {
            await _house.StartFrontAsync(CancellationToken.None);
        }
    }

    /// <summary>Plays one test; if it fails, what its visitors saw is left in artifacts/tests/web.</summary>
    public async Task PlayAsync(
        Func<Scene, Task> act,
        [System.Runtime.CompilerServices.CallerMemberName] string name = ""
    )
    {
        await using var scene = new Scene(this, name);
        try
        {
            await act(scene);
            scene.RequireNoTrouble();
        }
        catch (Exception)
        {
            await scene.LeaveEvidenceAsync();
            throw;
        }
    }
}

/// <summary>All tests of the client share the stage and take their turns on it.</summary>
[CollectionDefinition(Name)]
public sealed class WebCollection : ICollectionFixture<WebStage>
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "web";
}
