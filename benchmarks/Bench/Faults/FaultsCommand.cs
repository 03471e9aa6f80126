using System.Diagnostics;
using System.Globalization;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Systems;
using CeActors.Testing.Faults;

namespace CeActors.Benchmarks.Faults;

/// <summary>
/// The flows load on real processes while a proxy before the tables plays faults. Clients repeat what is not decided; in the
/// end the tables are read and held against what the clients were told. Clean and bad weather take turns in the same run,
/// through the same proxy.
/// </summary>
public sealed class FaultsCommand
{
    private const int RepeatedFlowsMax = 250;
    private const double PeopleMargin = 1.6;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(5);

    // After each change of weather: what was under way in the old one counts for neither.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);
    private readonly FaultsOptions _options;
    private readonly FaultSchedule _schedule;
    private readonly Slice _clean = new();
    private readonly Slice _weather = new();

    private FaultsCommand(FaultsOptions options)
    {
        _options = options;
        _schedule = new FaultSchedule(options.Seed, FaultRates.None);
    }

    /// <summary>Runs the command; 0 when every promise was kept.</summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = FaultsOptions.Read(arguments);
        Progress.Say($"seed {options.Seed}");
        var report = await new FaultsCommand(options).MeasureAsync(cancellationToken);
        report.Print();
        return report.ArePromisesKept ? 0 : 1;
    }

    private async Task<FaultsReport> MeasureAsync(CancellationToken cancellationToken)
    {
        Progress.Say("starting Azurite, the proxy before it, silo and front");
        await using var system = await CeActorsSystem.StartAsync(_options.BucketCount, cancellationToken, _schedule);
        var province = new Province(_options.UnitCount, hasOneAgency: false);
        using var registration = new Registration(system, _options.ClientCount);
        await registration.AddUnitsAsync(province, cancellationToken);
        using var client = new RetryingClient(system, province, _options.ClientCount);
        for (var round = 1; round <= _options.RoundCount; round++)
        {
            await registration.AddPeopleAsync(province, PersonCount(client, system), cancellationToken);
            await RunRoundAsync($"round {round} of {_options.RoundCount}", system, client, cancellationToken);
        }

        if (_weather.Transitions == 0)
        {
            throw new BenchmarkException("Everybody had filed before the storage failed: raise --people-rate.");
        }

        var repeated = client.Flows.OrderBy(flow => flow.Number).Where(flow => flow.Steps.Count > 0).ToArray();
        repeated = [.. repeated.Where((_, i) => i % Math.Max(1, repeated.Length / RepeatedFlowsMax) == 0)];
        Progress.Say($"repeating the commands of {repeated.Length} flows");
        var different = 0;
        foreach (var chunk in repeated.Chunk(_options.ClientCount))
        {
            different += (await Task.WhenAll(chunk.Select(client.RepeatAsync))).Sum();
        }

        Progress.Say("reading the tables");
        var truth = await StoredTruth.ReadAsync(system.StorageConnectionString, cancellationToken);
        var promises = truth.Judge(client.Flows);
        promises.Break(Promise.OtherAnswer, different, "a repeated command");
        return new FaultsReport(
            _options.Seed,
            _options.Weather.TotalSeconds,
            _options.ClientCount,
            _options.UnitCount,
            _options.BucketCount,
            SliceFigures.Of(_clean),
            SliceFigures.Of(_weather),
            promises,
            repeated.Sum(flow => flow.Steps.Count),
            system.Proxy!.Faults.ToDictionary(fault => fault.Key.ToString(), fault => fault.Value),
            client.Retries,
            client.Failures
        );
    }

    private async Task RunRoundAsync(
        string name,
        CeActorsSystem system,
        RetryingClient client,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        client.Current = new Slice();
        var clients = Enumerable
            .Range(0, _options.ClientCount)
            .Select(_ => Task.Run(() => client.RunAsync(stop.Token), CancellationToken.None))
            .ToArray();
        try
        {
            await MeasureAsync($"{name}, clean", _clean, _options.RoundClean, system, client, cancellationToken);
            _schedule.Rates = FaultRates.Weather;
            await MeasureAsync($"{name}, failing", _weather, _options.RoundWeather, system, client, cancellationToken);
        }
        finally
        {
            // Every flow that has begun is brought to its end, still in bad weather, so that all can be held to account.
            await stop.CancelAsync();
            await Task.WhenAll(clients);
            _schedule.Rates = FaultRates.None;
        }
    }

    private static async Task MeasureAsync(
        string name,
        Slice slice,
        TimeSpan time,
        CeActorsSystem system,
        RetryingClient client,
        CancellationToken cancellationToken
    )
    {
        client.Current = new Slice();
        await WaitAsync(null, Turn < time / 2 ? Turn : time / 2, client, cancellationToken);
        client.Current = slice;
        var requests = system.Proxy!.Requests;
        var start = Stopwatch.GetTimestamp();
        await WaitAsync(name, time, client, cancellationToken);
        client.Current = new Slice();
        slice.Seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
        slice.Count(requests, system.Proxy.Requests);
    }

    // Ends early when nobody is left to file: the figures are then of the time that was measured.
    private static async Task WaitAsync(
        string? name,
        TimeSpan time,
        RetryingClient client,
        CancellationToken cancellationToken
    )
    {
        var watch = Stopwatch.StartNew();
        var said = TimeSpan.Zero;
        var transitionsSaid = client.Current.Transitions;
        while (watch.Elapsed < time && !client.IsExhausted)
        {
            await Task.Delay(LookEvery, cancellationToken);
            if (name is not null && watch.Elapsed - said >= SayEvery)
            {
                var transitions = client.Current.Transitions;
                var rate = (transitions - transitionsSaid) / 4.0 / (watch.Elapsed - said).TotalSeconds;
                var retries = client.Retries.Values.Sum();
                var failures = client.Failures.Values.Sum();
                Progress.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name}: {rate:F0} flows/s, {retries} sent again, {failures} refused so far"
                    )
                );
                (said, transitionsSaid) = (watch.Elapsed, transitions);
            }
        }
    }

    /// <summary>People for one more round, less those who are left from the last.</summary>
    private int PersonCount(RetryingClient client, CeActorsSystem system)
    {
        var clean = _clean.Seconds == 0 ? _options.FirstRate : _clean.FlowsPerSecond * PeopleMargin;
        var failing = _weather.Seconds == 0 ? _options.FirstRate : _weather.FlowsPerSecond * PeopleMargin;
        var needed = clean * (_options.RoundClean + Turn).TotalSeconds;
        needed += failing * (_options.RoundWeather + Turn).TotalSeconds;
        return Math.Max(
            0,
            (int)Math.Ceiling(needed) + _options.ClientCount - (system.People.Count - client.Flows.Count)
        );
    }
}
