using CeActors.AzureStorage;
using CeActors.Contracts.Identity;
using CeActors.Silo.Hosting;
using CeActors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.TestingHost;
using Xunit;

namespace CeActors.Grains.Tests;

/// <summary>
/// A cluster as it runs in production, over TCP and on an Azurite of its own, but within this process. Only the clock of the
/// grains and of their timers is a test's to move (<see cref="Time"/>); membership, messaging and storage keep real time.
/// Derive from it to change the composition or the number of silos.
/// </summary>
public class ClusterFixture : IAsyncLifetime
{
    /// <summary>Subject of the one registry administrator.</summary>
    public const string AdministratorSubject = "registrar";

    /// <summary>Administrators of the registry besides, each for a test of its own.</summary>
    public static readonly string[] OtherAdministratorSubjects = ["registrar-1", "registrar-2", "registrar-3"];

    /// <summary>Subject of the one account of the training platform.</summary>
    public const string TrainingPlatformSubject = "training-platform";

    /// <summary>The realm of all subjects.</summary>
    public const string RealmName = "test";

    private readonly List<IHost> _silos = [];
    private readonly string _clusterId = AzuriteFixture.UniqueName("cluster");
    private AzuriteProcess? _azurite;
    private IHost? _client;

    /// <summary>How many silos start with the fixture.</summary>
    protected virtual int SiloCount => 1;

    /// <summary>The storage of another cluster, to be used in place of one of its own; null for one of its own.</summary>
    protected virtual AzuriteProcess? SharedStorage => null;

    /// <summary>The clock of grains and grain timers; it stands still until it is moved.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero));

    /// <summary>Calls grains from outside the cluster.</summary>
    public IGrainFactory Grains => Client;

    /// <summary>The client, connected over TCP.</summary>
    public IClusterClient Client => Started(_client).Services.GetRequiredService<IClusterClient>();

    /// <summary>The storage of everything.</summary>
    public AzuriteProcess Azurite => Started(_azurite);

    /// <summary>The silos that run.</summary>
    public IReadOnlyList<IHost> Silos => _silos;

    /// <summary>The person id of a subject of <see cref="RealmName"/>.</summary>
    public static string PersonIdOf(string subject) => PersonIds.From(RealmName, subject);

    /// <summary>A unit code that no other test has.</summary>
    public static string UniqueUnitCode(string prefix) => AzuriteFixture.UniqueName(prefix + "-").ToUpperInvariant();

    /// <summary>A service of the first silo.</summary>
    public T SiloService<T>(object? key = null)
        where T : notnull =>
        key is null ? _silos[0].Services.GetRequiredService<T>() : _silos[0].Services.GetRequiredKeyedService<T>(key);

    /// <summary>The document of a grain as it is stored; null when there is none.</summary>
    public async Task<TDocument?> StoredDocumentAsync<TDocument>(string provider, string stateName, IAddressable grain)
        where TDocument : class
    {
        var state = new GrainState<TDocument>();
        await SiloService<IGrainStorage>(provider).ReadStateAsync(stateName, grain.GetGrainId(), state);
        return state.RecordExists ? state.State : null;
    }

    /// <summary>Ends the activation of a grain: the next call meets a new one, which reads everything anew.</summary>
    public static async Task DeactivateAsync(IAddressable grain) =>
        await grain.AsReference<Orleans.Core.Internal.IGrainManagementExtension>().DeactivateOnIdle();

    /// <summary>Starts one silo more.</summary>
    public async Task<IHost> StartSiloAsync()
    {
        var settings = SettingsOf(Started(_azurite).ConnectionString);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(settings);
        builder.UseOrleans(silo =>
        {
            silo.Services.AddSingleton<TimeProvider>(Time);
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, Time);
            SiloComposition.Configure(silo, settings);
            ConfigureSilo(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        _silos.Add(host);
        return host;
    }

    /// <summary>Stops a silo in good order.</summary>
    public async Task StopSiloAsync(IHost silo)
    {
        _silos.Remove(silo);
        await silo.StopAsync();
        silo.Dispose();
    }

    /// <summary>Ends a silo without letting it tell anybody.</summary>
    public async Task KillSiloAsync(IHost silo)
    {
        _silos.Remove(silo);
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        try
        {
            await silo.StopAsync(atOnce.Token);
        }
        catch (OperationCanceledException)
        {
            // That is what was asked for.
        }
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _azurite = SharedStorage ?? await AzuriteProcess.StartAsync();
        await PrepareStorageAsync(_azurite);
        for (var number = 0; number < SiloCount; number++)
        {
            await StartSiloAsync();
        }

        _client = BuildClient(_azurite.ConnectionString);
        await _client.StartAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.StopAsync();
            _client.Dispose();
        }

        foreach (var silo in _silos.ToList())
        {
            await StopSiloAsync(silo);
        }

        if (_azurite is not null && _azurite != SharedStorage)
        {
            await _azurite.DisposeAsync();
        }
    }

    /// <summary>Puts into the storage what must be there before the first silo starts.</summary>
    protected virtual Task PrepareStorageAsync(AzuriteProcess azurite) => Task.CompletedTask;

    /// <summary>Changes or adds to the composition of each silo, after it was made.</summary>
    protected virtual void ConfigureSilo(ISiloBuilder silo) { }

    private SiloSettings SettingsOf(string connectionString) =>
        new()
        {
            Cluster = connectionString,
            Storage = connectionString,
            ClusterId = _clusterId,
            SiloPort = FreePort.Next(),
            GatewayPort = FreePort.Next(),
            DashboardPort = 0,
            RealmName = RealmName,
            AdministratorSubjects = [AdministratorSubject, .. OtherAdministratorSubjects],
            TrainingPlatformSubjects = [TrainingPlatformSubject],
        };

    private IHost BuildClient(string connectionString)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(options =>
            {
                options.ClusterId = _clusterId;
                options.ServiceId = SettingsOf(connectionString).ServiceId;
            });
            client.UseAzureTableClustering(options => options.Client = new(connectionString));
        });
        return builder.Build();
    }

    private static T Started<T>(T? part)
        where T : class => part ?? throw new InvalidOperationException("The cluster has not been started by xunit.");
}

/// <summary>Tests that share one cluster of one silo; each uses keys of its own.</summary>
[CollectionDefinition(nameof(OneSilo))]
public sealed class OneSilo : ICollectionFixture<ClusterFixture>;

/// <summary>Two silos.</summary>
public sealed class TwoSiloFixture : ClusterFixture
{
    /// <inheritdoc />
    protected override int SiloCount => 2;
}

/// <summary>Tests that share one cluster of two silos.</summary>
[CollectionDefinition(nameof(TwoSilos))]
public sealed class TwoSilos : ICollectionFixture<TwoSiloFixture>;
