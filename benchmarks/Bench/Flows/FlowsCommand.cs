using System.Globalization;
using CeActors.Benchmarks.Ceiling;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Processes;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Flows;

/// <summary>
/// Flows over HTTP through real processes, ours and the peer's in turn (ours, peer, ours, peer, …) so that what the machine
/// does besides falls on both. Each run has a system of its own, started afresh.
/// </summary>
public sealed class FlowsCommand
{
    private const double PeopleMargin = 1.3;
    private readonly FlowsOptions _options;
    private readonly Dictionary<(string Target, string Variant), List<LoadResult>> _runs = [];
    private double _fastest;

    private FlowsCommand(FlowsOptions options) => _options = options;

    /// <summary>Runs the command; 0 when nothing failed.</summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = FlowsOptions.Read(arguments);
        var report = await new FlowsCommand(options).MeasureAsync(cancellationToken);
        report.Print();
        return report.ErrorCount == 0 ? 0 : 1;
    }

    private async Task<FlowsReport> MeasureAsync(CancellationToken cancellationToken)
    {
        var ceiling =
            _options.CeilingTime > TimeSpan.Zero
                ? await AzuriteCeiling.MeasureAsync(_options.CeilingTime, cancellationToken)
                : [];
        await using var server = _options.MeasuresPeer ? await PostgresServer.StartAsync(cancellationToken) : null;
        for (var run = 1; run <= _options.RunCount; run++)
        {
            foreach (var variant in _options.Variants)
            {
                if (_options.MeasuresOurs)
                {
                    await RunOursAsync(variant, run, cancellationToken);
                }

                if (server is not null)
                {
                    await RunPeerAsync(server, variant, run, cancellationToken);
                }
            }
        }

        var shape = _options.Shape;
        return new FlowsReport(
            new FlowsSettings(
                shape.ClientCount,
                _options.RunCount,
                shape.WarmUp.TotalSeconds,
                shape.Duration.TotalSeconds,
                _options.UnitCount,
                FilingBody.Length,
                Environment.ProcessorCount
            ),
            ceiling,
            [.. _runs.Select(runs => FlowsFigures.Of(runs.Key.Target, runs.Key.Variant, runs.Value))]
        );
    }

    private async Task RunOursAsync(FlowsVariant variant, int run, CancellationToken cancellationToken)
    {
        var province = new Province(_options.UnitCount, variant.HasOneAgency);
        var name = $"ours {variant.Name}, run {run}";
        Progress.Say($"{name}: starting Azurite, silo and front");
        await using var system = await CeActorsSystem.StartAsync(variant.BucketCount, cancellationToken);
        using (var registration = new Registration(system, _options.Shape.ClientCount))
        {
            await registration.AddUnitsAsync(province, cancellationToken);
            await registration.AddPeopleAsync(province, PersonCount(), cancellationToken);
        }

        await DriveAsync("ours", variant, name, system, province, cancellationToken);
    }

    private async Task RunPeerAsync(
        PostgresServer server,
        FlowsVariant variant,
        int run,
        CancellationToken cancellationToken
    )
    {
        // The peer has no buckets: a variant that differs from another only by them would measure the same twice.
        if (_options.Variants.First(other => other.HasOneAgency == variant.HasOneAgency) != variant)
        {
            return;
        }

        var province = new Province(_options.UnitCount, variant.HasOneAgency);
        var name = $"peer {variant.Name}, run {run}";
        Progress.Say($"{name}: starting the peer on a new database");
        await using var peer = await PeerSystem.StartAsync(server, province, PersonCount(), cancellationToken);
        await DriveAsync("peer", variant, name, peer, province, cancellationToken);
    }

    private async Task DriveAsync(
        string target,
        FlowsVariant variant,
        string name,
        IFlowTarget system,
        Province province,
        CancellationToken cancellationToken
    )
    {
        var result = await LoadRun.DriveAsync(name, system, province, _options.Shape, cancellationToken);
        _fastest = Math.Max(_fastest, result.FlowsPerSecond);
        var label = target == "peer" ? (variant.HasOneAgency ? "hot-agency" : "all-agencies") : variant.Name;
        if (!_runs.TryGetValue((target, label), out var runs))
        {
            _runs[(target, label)] = runs = [];
        }

        runs.Add(result);
        var p99 = Latencies.Sum(result.Latencies.Values).Percentile(99);
        Progress.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {result.FlowsPerSecond:F1} flows/s, p99 {p99:F1} ms, {result.Errors.Values.Sum()} errors"
            )
        );
    }

    private int PersonCount()
    {
        var seconds = (_options.Shape.WarmUp + _options.Shape.Duration).TotalSeconds;
        var rate = _fastest == 0 ? _options.FirstRate : _fastest * PeopleMargin;
        return (int)Math.Ceiling(rate * seconds) + _options.Shape.ClientCount;
    }
}
