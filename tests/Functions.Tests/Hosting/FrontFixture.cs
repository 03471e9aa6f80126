using CeActors.Contracts.Identity;
using CeActors.Silo.Hosting;
using CeActors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace CeActors.Functions.Tests.Hosting;

/// <summary>
/// The whole thing in one process, over real ports: Azurite, a silo in its real composition, an authority, and the front
/// itself as its program builds it.
/// </summary>
public class FrontFixture : IAsyncLifetime
{
    public const string Registrar = "registrar";
    public const string OtherRegistrar = "other-registrar";
    public const string TrainingPlatform = "training-platform";
    public const string RealmName = "test";

    private readonly List<HttpClient> _clients = [];
    private readonly string _clusterId = AzuriteFixture.UniqueName("cluster");
    private readonly int _siloPort = FreePort.Next();
    private readonly int _gatewayPort = FreePort.Next();
    private AzuriteProcess? _azurite;
    private TestIssuer? _issuer;
    private IHost? _silo;
    private WebApplication? _front;
    private PublishedFront? _published;

    public AzuriteProcess Azurite => Started(_azurite);

    public TestIssuer Issuer => Started(_issuer);

    public WebApplication Front => Started(_front);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public HttpClient Http { get; private set; } = new();

    public Caller Anyone => new(Http, null);

    public static string PersonIdOf(string subject) => PersonIds.From(RealmName, subject);

    public Caller As(string subject) => new(Http, Issuer.Token(subject));

    /// <summary>A service of the front.</summary>
    public T FrontService<T>()
        where T : notnull => Front.Services.GetRequiredService<T>();

    /// <summary>A service of the silo.</summary>
    public T SiloService<T>()
        where T : notnull => Started(_silo).Services.GetRequiredService<T>();

    public async Task StartSiloAsync()
    {
        var settings = new SiloSettings
        {
            Cluster = Azurite.ConnectionString,
            Storage = Azurite.ConnectionString,
            ClusterId = _clusterId,
            SiloPort = _siloPort,
            GatewayPort = _gatewayPort,
            DashboardPort = 0,
            RealmName = RealmName,
            AdministratorSubjects = [Registrar, OtherRegistrar],
            TrainingPlatformSubjects = [TrainingPlatform],
            // Front, silo and tests are one process here, which may use all there is.
            SheddingCpuPercent = 100,
            SheddingMemoryPercent = 100,
        };
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(settings);
        builder.UseOrleans(silo => SiloComposition.Configure(silo, settings));
        _silo = builder.Build();
        await _silo.StartAsync();
    }

    /// <summary>Ends the silo without letting it tell anybody.</summary>
    public async Task KillSiloAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        try
        {
            await Started(_silo).StopAsync(atOnce.Token);
        }
        catch (OperationCanceledException)
        {
            // That is what was asked for.
        }

        _silo?.Dispose();
        _silo = null;
    }

    /// <summary>Builds the app as its program does.</summary>
    public WebApplication BuildFront(int port, params string[] more) =>
        Program.Build([
            $"--Front:Port={port}",
            .. SettingsOf(port).Select(setting => $"--{setting.Key}={setting.Value}"),
            .. more,
        ]);

    private Dictionary<string, string> SettingsOf(int port) =>
        new()
        {
            ["Front:PublicBaseUri"] = $"http://127.0.0.1:{port}",
            ["Identity:Authority"] = $"{Issuer.Authority}",
            ["Identity:Audience"] = TestIssuer.Audience,
            ["Identity:RealmName"] = RealmName,
            ["Cluster:ConnectionString"] = Azurite.ConnectionString,
            ["Cluster:ClusterId"] = _clusterId,
            ["Evidence:ConnectionString"] = Azurite.ConnectionString,
            ["Evidence:AllowedOrigins:0"] = $"http://127.0.0.1:{port}",
            // A handful of people stand for all, and send by program.
            ["Admission:CallerPerSecond"] = "1000000",
            ["Admission:CallerBurst"] = "1000000",
            ["Admission:CallerAtOnce"] = "10000",
            ["Admission:UnitPercent"] = "100",
            ["Admission:AddressReadsPerMinute"] = "1000000",
        };

    public HttpClient ClientOf(int port)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        var client = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        _clients.Add(client);
        return client;
    }

    public virtual async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        _issuer = await TestIssuer.StartAsync();
        await StartSiloAsync();
        var port = FreePort.Next();
        if (PublishedFront.Folder is { } folder)
        {
            _published = await PublishedFront.StartAsync(folder, port, SettingsOf(port));
        }
        else
        {
            _front = BuildFront(port);
            await _front.StartAsync();
        }

        Address = new Uri($"http://127.0.0.1:{port}");
        Http = ClientOf(port);
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        if (_front is not null)
        {
            await _front.StopAsync();
            await _front.DisposeAsync();
        }

        if (_published is not null)
        {
            await _published.DisposeAsync();
        }

        if (_silo is not null)
        {
            await _silo.StopAsync();
            _silo.Dispose();
        }

        if (_issuer is not null)
        {
            await _issuer.DisposeAsync();
        }

        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    private static T Started<T>(T? part)
        where T : class => part ?? throw new InvalidOperationException("It has not been started.");
}
