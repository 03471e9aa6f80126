using System.Globalization;
using Azure.Data.Tables;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Processes;
using CeActors.Benchmarks.Systems;
using CeActors.Testing;

namespace CeActors.Benchmarks.Crash;

/// <summary>Three silos and two fronts on one Azurite, each a process that can be killed and started again.</summary>
public sealed class CrashCluster : IAsyncDisposable
{
    /// <summary>Silos of a whole cluster.</summary>
    public const int SiloCount = 3;

    /// <summary>Fronts of a whole cluster.</summary>
    public const int FrontCount = 2;

    /// <summary>How long a process may take to serve.</summary>
    public static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private const string Registrar = "registrar";
    private const string Audience = "ce-api";
    internal const int BucketCount = 2;
    private readonly AzuriteProcess _azurite;
    private readonly string _directory;
    private readonly TokenIssuer _issuer;
    private readonly CrashOptions _options;
    private readonly Member[] _silos;
    private readonly Member[] _fronts;

    private CrashCluster(AzuriteProcess azurite, string directory, TokenIssuer issuer, CrashOptions options)
    {
        (_azurite, _directory, _issuer, _options) = (azurite, directory, issuer, options);
        _silos = [.. Enumerable.Range(0, SiloCount).Select(SiloNumber)];
        _fronts = [.. Enumerable.Range(0, FrontCount).Select(FrontNumber)];
        Administrator = SignIn(new LoadActor(Registrar));
    }

    /// <summary>Addresses of the fronts.</summary>
    public Uri[] Fronts => [.. _fronts.Select(front => new Uri($"http://127.0.0.1:{front.Port}"))];

    /// <summary>The registry's administrator, signed in.</summary>
    public LoadActor Administrator { get; }

    /// <summary>The storage account.</summary>
    public string StorageConnectionString => _azurite.ConnectionString;

    /// <summary>Where everything lies on disk.</summary>
    public string DataDirectory => _directory;

    /// <summary>Starts everything; returns when the cluster is whole.</summary>
    public static async Task<CrashCluster> StartAsync(CrashOptions options, CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("ceactors-crash-").FullName;
        var azurite = await AzuriteProcess.StartAsync(directory, cancellationToken);
        var cluster = new CrashCluster(azurite, directory, await TokenIssuer.StartAsync(cancellationToken), options);
        try
        {
            await cluster.StartAllAsync(cancellationToken);
            return cluster;
        }
        catch (Exception)
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Somebody who is signed in.</summary>
    public LoadActor SignIn(LoadActor actor)
    {
        actor.Authorization ??= "Bearer " + _issuer.Mint(actor.Subject, Audience, TimeProvider.System.GetUtcNow());
        return actor;
    }

    /// <summary>Starts all processes that do not run, and waits until the cluster is whole.</summary>
    public async Task StartAllAsync(CancellationToken cancellationToken)
    {
        foreach (var member in _silos.Concat(_fronts).Where(member => member.Process is null))
        {
            Start(member);
        }

        await WaitUntilWholeAsync(cancellationToken);
    }

    /// <summary>Ends a silo without a word.</summary>
    public Task KillSiloAsync(int number) => KillAsync(_silos[number]);

    /// <summary>Ends a front without a word.</summary>
    public Task KillFrontAsync(int number) => KillAsync(_fronts[number]);

    /// <summary>Ends all silos without a word, at the same moment.</summary>
    /// <param name="moves">They are started on other ports afterwards.</param>
    public async Task KillAllSilosAsync(bool moves)
    {
        await Task.WhenAll(_silos.Select(KillAsync));
        if (moves)
        {
            foreach (var number in Enumerable.Range(0, SiloCount))
            {
                _silos[number] = SiloNumber(number);
            }
        }
    }

    /// <summary>Stops a silo's clock (SIGSTOP); it answers nothing until it is killed.</summary>
    public void FreezeSilo(int number) => _silos[number].Process!.Freeze();

    /// <summary>Asks a front to stop and waits for its end.</summary>
    public async Task StopFrontAsync(int number)
    {
        await _fronts[number].Process!.DisposeAsync();
        _fronts[number].Process = null;
    }

    /// <summary>Asks a silo to stop and waits for its end.</summary>
    public async Task StopSiloAsync(int number)
    {
        await _silos[number].Process!.DisposeAsync();
        _silos[number].Process = null;
    }

    /// <summary>Stops the storage in good order and starts it again.</summary>
    public Task RestartStorageAsync(CancellationToken cancellationToken) => _azurite.RestartAsync(cancellationToken);

    /// <summary>Waits until the cluster counts this silo as dead.</summary>
    public Task WaitUntilDeadAsync(int number, CancellationToken cancellationToken) =>
        WaitAsync(
            $"{_silos[number].Name} counts as dead",
            async () => !(await ActivePortsAsync(cancellationToken)).Contains(_silos[number].Port),
            cancellationToken
        );

    /// <summary>Waits until all silos that run, and no others, count as active, and the fronts are ready.</summary>
    public async Task WaitUntilWholeAsync(CancellationToken cancellationToken)
    {
        await WaitAsync(
            "all silos are active",
            async () =>
            {
                var active = await ActivePortsAsync(cancellationToken);
                return active.Count == SiloCount && _silos.All(silo => active.Contains(silo.Port));
            },
            cancellationToken
        );
        foreach (var front in Fronts)
        {
            await WaitAsync(
                $"{front} is ready",
                () => Readiness.AnswersAsync(front, "/health/ready", cancellationToken),
                cancellationToken
            );
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(
            _fronts.Concat(_silos).Select(async member => await (member.Process?.DisposeAsync() ?? default))
        );
        await _issuer.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private static async Task KillAsync(Member member)
    {
        if (member.Process is { } process)
        {
            member.Process = null;
            await process.KillAsync();
        }
    }

    private async Task WaitAsync(string what, Func<Task<bool>> holds, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            while (!await holds())
            {
                ReportEnded();
                await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var output = string.Join(
                Environment.NewLine,
                _silos.Concat(_fronts).Select(member => $"--- {member.Name}\n{member.Process?.RecentOutput}")
            );
            throw new BenchmarkException($"Waited {StartLimit} until {what}:{Environment.NewLine}{output}");
        }
    }

    // A process that ends by itself is a fault of its own, and no crash of ours.
    private void ReportEnded()
    {
        foreach (var member in _silos.Concat(_fronts))
        {
            if (member.Process is { HasEnded: true } ended)
            {
                throw new BenchmarkException(
                    $"{member.Name} ended by itself ({ended.ExitCode}):\n{ended.RecentOutput}"
                );
            }
        }
    }

    // Ports of the silos that count as active, as often as they do: a predecessor on the same port counts too.
    private async Task<List<int>> ActivePortsAsync(CancellationToken cancellationToken)
    {
        var ports = new List<int>();
        var table = new TableClient(_azurite.ConnectionString, "OrleansSiloInstances");
        try
        {
            await foreach (
                var row in table.QueryAsync<TableEntity>("Status eq 'Active'", cancellationToken: cancellationToken)
            )
            {
                if (row.GetString("Port") is { } port)
                {
                    ports.Add(int.Parse(port, CultureInfo.InvariantCulture));
                }
            }
        }
        catch (Azure.RequestFailedException)
        {
            return []; // the table is made by the first silo
        }

        return ports;
    }

    private void Start(Member member)
    {
        var settings = new Dictionary<string, string>(member.Settings)
        {
            ["Cluster__ConnectionString"] = _azurite.ConnectionString,
            ["Logging__LogLevel__Default"] = "Warning",
            ["DOTNET_ENVIRONMENT"] = "Production",
        };
        var log = _options.LogDirectory is { } logs ? Path.Combine(logs, member.Name + ".log") : null;

        // The first start may be of an older version, every later one is of ours.
        var version = member.HasRun ? null : _options.OldVersion;
        member.HasRun = true;
        member.Process = ChildProcess.Start(
            member.Name,
            BuildOutput.Command(member.Project, version),
            settings,
            logPath: log
        );
    }

    private Member SiloNumber(int number)
    {
        var port = FreePort.Next();
        return new Member(
            $"silo{number}",
            "Silo",
            port,
            new()
            {
                ["Storage__ConnectionString"] = _azurite.ConnectionString,
                ["Storage__BucketCount"] = $"{BucketCount}",
                ["Silo__Port"] = $"{port}",
                ["Silo__GatewayPort"] = $"{FreePort.Next()}",
                ["Dashboard__Port"] = "0",
                ["Registry__AdministratorSubjects__0"] = Registrar,
                ["Rules__RuleSet"] = "load-test",
            }
        );
    }

    private Member FrontNumber(int number)
    {
        var port = FreePort.Next();
        return new Member(
            $"front{number}",
            "Functions",
            port,
            new(FewCallers.Settings)
            {
                ["Front__Port"] = $"{port}",
                ["Front__PublicBaseUri"] = $"http://127.0.0.1:{port}",
                ["Identity__Authority"] = _issuer.Authority.ToString(),
                ["Identity__Audience"] = Audience,
                ["Evidence__ConnectionString"] = _azurite.ConnectionString,
            }
        );
    }

    private sealed class Member(string name, string project, int port, Dictionary<string, string> settings)
    {
        public string Name => name;

        public string Project => project;

        public int Port => port;

        public Dictionary<string, string> Settings => settings;

        public bool HasRun { get; set; }

        // Null while it is dead.
        public ChildProcess? Process { get; set; }
    }
}
