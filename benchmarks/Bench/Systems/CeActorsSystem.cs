using System.Text.Json;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Processes;
using CeActors.Testing;
using CeActors.Testing.Faults;

namespace CeActors.Benchmarks.Systems;

/// <summary>
/// Our system as it is deployed: Azurite (in memory), one silo and one front, each a process, with sign-in and rules. The
/// rule set asks for no evidence, because a flow uploads none.
/// </summary>
public sealed class CeActorsSystem : IFlowTarget
{
    /// <summary>Subject of the registry administrator.</summary>
    public const string Registrar = "registrar";

    private const string SiloName = "silo";
    private const string Audience = "ce-api";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly AzuriteProcess _azurite;
    private readonly TokenIssuer _issuer;
    private readonly List<ChildProcess> _children = [];
    private readonly Uri _silo;
    private readonly int _bucketCount;
    private IReadOnlyDictionary<string, string> _frontSettings = FewCallers.Settings;

    private CeActorsSystem(AzuriteProcess azurite, TokenIssuer issuer, int bucketCount, int frontPort, int siloHttpPort)
    {
        _azurite = azurite;
        _issuer = issuer;
        _bucketCount = bucketCount;
        Address = new Uri($"http://127.0.0.1:{frontPort}");
        _silo = new Uri($"http://127.0.0.1:{siloHttpPort}");
    }

    /// <inheritdoc />
    public Uri Address { get; }

    /// <summary>The connection string of its storage.</summary>
    public string StorageConnectionString => _azurite.ConnectionString;

    /// <summary>The proxy before its tables, in this process; null when there is none.</summary>
    public FaultProxy? Proxy { get; private set; }

    /// <summary>The silo's process id.</summary>
    public int SiloProcessId => _children.Single(child => child.Name == SiloName).Id;

    /// <summary>Process ids of silo and front by name.</summary>
    public IReadOnlyDictionary<string, int> ProcessIds =>
        _children.ToDictionary(child => child.Name, child => child.Id);

    /// <summary>Names of those processes that have ended by themselves.</summary>
    public IReadOnlyList<string> EndedProcesses =>
        [.. _children.Where(child => child.HasEnded).Select(child => child.Name)];

    /// <inheritdoc />
    public IReadOnlyList<LoadActor> People { get; set; } = [];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Func<double>> Processes =>
        _children
            .Select(child => (child.Name, child.Id))
            .Append(("azurite", _azurite.ProcessId))
            .ToDictionary(process => process.Item1, process => (Func<double>)(() => ProcessorTime.Of(process.Item2)));

    /// <summary>Starts Azurite and then, on it, silo and front.</summary>
    /// <param name="bucketCount">Buckets of the state storage.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="faults">What its tables meet on their way, by a proxy in this process; null: there is no proxy.</param>
    /// <param name="frontSettings">Settings of the front besides; null: those of <see cref="FewCallers"/>.</param>
    public static async Task<CeActorsSystem> StartAsync(
        int bucketCount,
        CancellationToken cancellationToken,
        FaultSchedule? faults = null,
        IReadOnlyDictionary<string, string>? frontSettings = null
    )
    {
        var azurite = await AzuriteProcess.StartAsync(cancellationToken: cancellationToken);
        var issuer = await TokenIssuer.StartAsync(cancellationToken);
        var system = new CeActorsSystem(azurite, issuer, bucketCount, FreePort.Next(), FreePort.Next());
        try
        {
            system._frontSettings = frontSettings ?? system._frontSettings;
            if (faults is not null)
            {
                system.Proxy = await FaultProxy.StartAsync(azurite.TableUri, faults);
            }

            await system.StartProcessesAsync(cancellationToken);
            return system;
        }
        catch (Exception)
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody who is signed in.</summary>
    public LoadActor SignIn(LoadActor actor)
    {
        actor.Authorization ??= "Bearer " + _issuer.Mint(actor.Subject, Audience, TimeProvider.System.GetUtcNow());
        return actor;
    }

    /// <inheritdoc />
    public void Identify(HttpRequestMessage request, LoadActor actor) =>
        request.Headers.TryAddWithoutValidation("Authorization", actor.Authorization);

    /// <inheritdoc />
    public async Task<StorageCounts?> CountStorageAsync(CancellationToken cancellationToken)
    {
        using var answer = JsonDocument.Parse(
            await Http.GetStringAsync(new Uri(_silo, "/diagnostics/storage"), cancellationToken)
        );
        return answer
            .RootElement.EnumerateObject()
            .Select(provider => new StorageCounts(
                provider.Value.GetProperty("writeRequests").GetInt64(),
                provider.Value.GetProperty("rowsWritten").GetInt64(),
                provider.Value.GetProperty("readRequests").GetInt64()
            ))
            .Aggregate((one, other) => one + other);
    }

    /// <summary>Stops front and silo, does something to the storage, and starts both again.</summary>
    public async Task RestartAsync(Func<Task> whileStopped, CancellationToken cancellationToken)
    {
        await StopProcessesAsync();
        await whileStopped();
        await StartProcessesAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopProcessesAsync();
        await _issuer.DisposeAsync();
        if (Proxy is not null)
        {
            await Proxy.DisposeAsync();
        }

        await _azurite.DisposeAsync();
    }

    private string TablesConnectionString =>
        Proxy is null ? _azurite.ConnectionString : _azurite.ConnectionStringThrough(Proxy.Port);

    private async Task StartProcessesAsync(CancellationToken cancellationToken)
    {
        await StartSiloAsync(cancellationToken);
        await StartFrontAsync(cancellationToken);
    }

    private async Task StopProcessesAsync()
    {
        foreach (var child in Enumerable.Reverse(_children))
        {
            await child.DisposeAsync();
        }

        _children.Clear();
    }

    private async Task StartSiloAsync(CancellationToken cancellationToken)
    {
        var silo = Start(
            SiloName,
            "Silo",
            new()
            {
                ["Storage__ConnectionString"] = TablesConnectionString,
                ["Storage__BucketCount"] = $"{_bucketCount}",
                ["Silo__Port"] = $"{FreePort.Next()}",
                ["Silo__GatewayPort"] = $"{FreePort.Next()}",
                ["Dashboard__Port"] = $"{_silo.Port}",
                ["Registry__AdministratorSubjects__0"] = Registrar,
                ["Rules__RuleSet"] = "load-test",
            }
        );
        // Its gateway listens before the cluster counts it, and another process may listen there.
        await silo.WaitAsync(
            () => Readiness.AnswersAsync(_silo, "/health/ready", cancellationToken),
            StartLimit,
            cancellationToken
        );
    }

    private Task StartFrontAsync(CancellationToken cancellationToken)
    {
        var front = Start(
            "front",
            "Functions",
            new(_frontSettings)
            {
                ["Front__Port"] = $"{Address.Port}",
                ["Front__PublicBaseUri"] = Address.ToString().TrimEnd('/'),
                ["Identity__Authority"] = _issuer.Authority.ToString(),
                ["Identity__Audience"] = Audience,
                ["Evidence__ConnectionString"] = _azurite.ConnectionString,
            }
        );
        return front.WaitAsync(
            () => Readiness.AnswersAsync(Address, "/health/ready", cancellationToken),
            StartLimit,
            cancellationToken
        );
    }

    private ChildProcess Start(string name, string project, Dictionary<string, string> settings)
    {
        settings["Cluster__ConnectionString"] = TablesConnectionString;
        settings["Logging__LogLevel__Default"] = "Warning";
        settings["DOTNET_ENVIRONMENT"] = "Production";
        var child = ChildProcess.Start(name, BuildOutput.Command(project), settings);
        _children.Add(child);
        return child;
    }
}
