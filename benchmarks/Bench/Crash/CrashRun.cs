using System.Globalization;
using Azure.Data.Tables;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Verification;

namespace CeActors.Benchmarks.Crash;

/// <summary>
/// A cluster under load that blows can be dealt to, and that says in the end whether every promise was kept. The command and the
/// tests drive the same run.
/// </summary>
public sealed class CrashRun : IAsyncDisposable
{
    private const int ProbedDeclarations = 12;
    private const int RepeatedAtCheckpoints = 200;

    // A recovery that took this long wants to be explained.
    private static readonly TimeSpan NamedFrom = TimeSpan.FromSeconds(5);

    // Probes, checks and double clicks have connections of their own.
    private const int ConnectionsBesides = 64;
    private readonly CrashOptions _options;
    private readonly PatientClient _client;
    private readonly StoryPlace _place;
    private readonly Blows _blows;
    private readonly Promises _promises;
    private readonly CancellationTokenSource _stopStories = new();
    private readonly CancellationTokenSource _stopProbes = new();
    private readonly List<Task> _running = [];
    private readonly List<Probe> _probes = [];
    private VerificationReport? _verification;

    private CrashRun(CrashCluster cluster, CrashOptions options)
    {
        _options = options;
        Cluster = cluster;
        _client = new PatientClient(cluster.Fronts, options.ClientCount + ConnectionsBesides);
        _place = new StoryPlace(cluster, new Province(options.UnitCount, hasOneAgency: false), _client, options);
        _blows = new Blows(cluster, _place, _probes, options);
        _promises = new Promises(cluster, _place);
    }

    /// <summary>The processes.</summary>
    public CrashCluster Cluster { get; }

    /// <summary>What was found broken so far, in words.</summary>
    public IEnumerable<string> Findings =>
        [
            .. _promises.Broken.All,
            .. _place.Ledger.Surprises,
            .. _verification?.Findings.Select(finding =>
                $"{finding.Code} {finding.Table} {finding.Row}: {finding.Detail}"
            ) ?? [],
        ];

    /// <summary>Starts processes, clients and probes.</summary>
    /// <exception cref="BenchmarkException">Something did not start; its output is in the message.</exception>
    public static async Task<CrashRun> StartAsync(CrashOptions options, CancellationToken cancellationToken)
    {
        Progress.Say($"seed {options.Seed}, load of the machine {CrashFigures.MachineLoad():F1}");
        if (options.LogDirectory is not null)
        {
            Progress.Say($"logs in {options.LogDirectory}");
        }

        var run = new CrashRun(await CrashCluster.StartAsync(options, cancellationToken), options);
        try
        {
            await run.StartLoadAsync(cancellationToken);
            return run;
        }
        catch (Exception)
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the cluster has been well for the calm time, deals a blow, and waits until it is whole again.</summary>
    /// <param name="kind">What to do.</param>
    /// <param name="victim">Number of the silo or front; null lets the seed choose.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BenchmarkException">It did not recover within <see cref="Blows.RecoveryLimit"/>.</exception>
    public async Task<Blow> DealAsync(BlowKind kind, int? victim, CancellationToken cancellationToken)
    {
        await _blows.CalmAsync(cancellationToken);
        var blow = victim is { } number
            ? await _blows.DealAsync(kind, number, number, cancellationToken)
            : await _blows.DealAsync(kind, cancellationToken);
        Progress.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_blows.Dealt.Count}. {kind} recovered in {blow.Recovery.TotalSeconds:F1} s{KnownDead(blow)}; {_place.Ledger.Commands.Count} acknowledged, {_place.Ledger.Surprises.Count} surprises"
            )
        );
        if (blow.Last is { } last && blow.Recovery > NamedFrom)
        {
            Progress.Say($"   the last to be answered: {last}");
        }

        return blow;
    }

    /// <summary>Holds the clients, compares queues, and repeats the newest commands.</summary>
    public async Task CheckpointAsync(CancellationToken cancellationToken)
    {
        await _place.Gate.CloseAsync(cancellationToken);
        await _promises.CheckQueuesAsync(cancellationToken);
        await _promises.RepeatAsync(RepeatedAtCheckpoints, cancellationToken);
        _place.Gate.Open();
        Progress.Say($"checkpoint: {Findings.Count()} promises broken so far");
    }

    /// <summary>Ends the load and checks everything that was ever acknowledged.</summary>
    public async Task<CrashFigures> FinishAsync(CancellationToken cancellationToken)
    {
        await StopAsync();
        Progress.Say(
            $"checking {_place.Ledger.Commands.Count} commands, {_place.Ledger.Declarations.Count} declarations"
        );
        await _promises.CheckQueuesAsync(cancellationToken);
        await _promises.RepeatAsync(int.MaxValue, cancellationToken);
        await _promises.CheckHistoriesAsync(cancellationToken);

        // Repetitions must not have moved anything.
        await _promises.CheckQueuesAsync(cancellationToken);
        Progress.Say("reading the whole account");
        _verification = await AccountVerification.RunAsync(
            new VerificationOptions { Tables = new TableServiceClient(Cluster.StorageConnectionString) },
            cancellationToken
        );
        return CrashFigures.Of(_options, _place, _blows, _promises, _verification);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _client.Dispose();
        await Cluster.DisposeAsync();
        _stopStories.Dispose();
        _stopProbes.Dispose();
    }

    private static string KnownDead(Blow blow) =>
        blow.Detection is { } detection
            ? string.Create(CultureInfo.InvariantCulture, $" (known dead after {detection.TotalSeconds:F1} s)")
            : "";

    private async Task StartLoadAsync(CancellationToken cancellationToken)
    {
        await _place.RegisterUnitsAsync(cancellationToken);
        for (var i = 0; i < _options.ClientCount; i++)
        {
            var teller = new Storyteller(_place, i, new Random(HashCode.Combine(_options.Seed, i)));
            _running.Add(Task.Run(() => teller.RunAsync(_stopStories.Token), CancellationToken.None));
        }

        var known = _place.Ledger.Declarations;
        while (known.Count < ProbedDeclarations)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            if (_place.Clock.Elapsed > CrashCluster.StartLimit)
            {
                throw new BenchmarkException(
                    $"Waited {CrashCluster.StartLimit} until {ProbedDeclarations} declarations were filed."
                );
            }
        }

        _probes.AddRange(
            _place.Province.Units.Select(unit =>
                ProbeOf(unit.Code, unit.Reviewer, $"/api/units/{unit.Code}/queue?pageSize=1")
            )
        );
        _probes.AddRange(
            known
                .Values.Take(ProbedDeclarations)
                .Select(each => ProbeOf(each.Id, each.Person, $"/api/declarations/{each.Id}"))
        );
        _running.AddRange(
            _probes.Select((probe, i) => Task.Run(() => probe.RunAsync(i, _stopProbes.Token), CancellationToken.None))
        );
        Progress.Say($"{_options.ClientCount} clients, {_options.UnitCount} units, {_probes.Count} probes");
    }

    private Probe ProbeOf(string name, LoadActor asker, string path) =>
        new(name, new CrashRequest(asker, HttpMethod.Get, path), _client, _place.Clock);

    private async Task StopAsync()
    {
        await _stopStories.CancelAsync();
        await _stopProbes.CancelAsync();
        await Task.WhenAll(_running);
        _running.Clear();
    }
}
