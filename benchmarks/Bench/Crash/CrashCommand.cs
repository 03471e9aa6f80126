using System.Globalization;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Crash;

/// <summary><c>crash</c>: kills silos and fronts under load and compares what was acknowledged with what is there.</summary>
public static class CrashCommand
{
    private const int ProbedDeclarations = 12;
    private const int RepeatedAtCheckpoints = 200;
    private const int FindingsShownMax = 20;

    /// <summary>Runs it; 0 when every promise was kept.</summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = CrashOptions.Read(arguments);
        Progress.Say($"seed {options.Seed}, load of the machine {CrashFigures.MachineLoad():F1}");
        if (options.LogDirectory is not null)
        {
            Progress.Say($"logs in {options.LogDirectory}");
        }

        await using var cluster = await CrashCluster.StartAsync(options.LogDirectory, cancellationToken);
        Progress.Say("three silos and two fronts run");
        var province = new Province(options.UnitCount, hasOneAgency: false);
        using var client = new PatientClient(cluster.Fronts, options.ClientCount + 64);
        var place = new StoryPlace(cluster, province, client, options);
        await place.RegisterUnitsAsync(cancellationToken);
        Progress.Say($"{options.UnitCount} units are registered");

        using var stopStories = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var stories = Enumerable
            .Range(0, options.ClientCount)
            .Select(i => new Storyteller(place, i, new Random(HashCode.Combine(options.Seed, i))))
            .Select(teller => Task.Run(() => teller.RunAsync(stopStories.Token), CancellationToken.None))
            .ToArray();
        await FiledAsync(place, ProbedDeclarations, cancellationToken);

        using var stopProbes = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var probes = MakeProbes(place);
        var probing = probes
            .Select((probe, i) => Task.Run(() => probe.RunAsync(i, stopProbes.Token), CancellationToken.None))
            .ToArray();
        var blows = new Blows(cluster, place, probes, options);
        var promises = new Promises(cluster, place);
        await DealAllAsync(blows, place, promises, options, cancellationToken);

        await stopStories.CancelAsync();
        await Task.WhenAll(stories);
        await CheckAllAsync(place, promises, cancellationToken);
        await stopProbes.CancelAsync();
        await Task.WhenAll(probing);

        foreach (var finding in promises.Broken.All.Concat(place.Ledger.Surprises).Take(FindingsShownMax))
        {
            Console.WriteLine("  BROKEN: " + finding);
        }

        var figures = CrashFigures.Of(options, place, blows, promises);
        figures.Print();
        return figures.IsClean ? 0 : 1;
    }

    private static async Task DealAllAsync(
        Blows blows,
        StoryPlace place,
        Promises promises,
        CrashOptions options,
        CancellationToken cancellationToken
    )
    {
        foreach (var (i, kind) in Blows.Plan(options.KillCount).Index())
        {
            await blows.CalmAsync(cancellationToken);
            var blow = await blows.DealAsync(kind, cancellationToken);
            Progress.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{i + 1}. {kind}: recovered in {blow.Recovery.TotalSeconds:F1} s (known dead after {blow.Detection?.TotalSeconds:F1} s), longest wait of a client {blow.ClientWait.TotalSeconds:F1} s; {place.Ledger.Commands.Count} acknowledged, {place.Ledger.Surprises.Count} surprises"
                )
            );
            if ((i + 1) % options.CheckEvery == 0)
            {
                await CheckpointAsync(place, promises, cancellationToken);
            }
        }
    }

    private static async Task CheckpointAsync(StoryPlace place, Promises promises, CancellationToken cancellationToken)
    {
        await place.Gate.CloseAsync(cancellationToken);
        await promises.CheckQueuesAsync(cancellationToken);
        await promises.RepeatAsync(RepeatedAtCheckpoints, cancellationToken);
        place.Gate.Open();
        Progress.Say($"checkpoint: {promises.Broken.All.Count()} promises broken so far");
    }

    private static async Task CheckAllAsync(StoryPlace place, Promises promises, CancellationToken cancellationToken)
    {
        Progress.Say(
            $"checking {place.Ledger.Commands.Count} commands, {place.Ledger.Declarations.Count} declarations"
        );
        await promises.CheckQueuesAsync(cancellationToken);
        Progress.Say("queues are compared");
        await promises.RepeatAsync(int.MaxValue, cancellationToken);
        Progress.Say("all commands were repeated");
        await promises.CheckHistoriesAsync(cancellationToken);

        // Repetitions must not have moved anything either.
        await promises.CheckQueuesAsync(cancellationToken);
    }

    private static Probe[] MakeProbes(StoryPlace place) =>
        [
            .. place.Province.Units.Select(unit => new Probe(
                unit.Code,
                new CrashRequest(unit.Reviewer, HttpMethod.Get, $"/api/units/{unit.Code}/queue?pageSize=1"),
                place.Client,
                place.Clock
            )),
            .. place
                .Ledger.Declarations.Values.Take(ProbedDeclarations)
                .Select(known => new Probe(
                    known.Id,
                    new CrashRequest(known.Person, HttpMethod.Get, $"/api/declarations/{known.Id}"),
                    place.Client,
                    place.Clock
                )),
        ];

    private static async Task FiledAsync(StoryPlace place, int count, CancellationToken cancellationToken)
    {
        while (place.Ledger.Declarations.Count < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            if (place.Clock.Elapsed > CrashCluster.StartLimit)
            {
                throw new BenchmarkException(
                    $"Waited {CrashCluster.StartLimit} until {count} declarations were filed."
                );
            }
        }
    }
}
