using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Processes;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Soak;

/// <summary>Whether the memory of silo and front stays as it is under a steady load on a fixed set of declarations.</summary>
public static class SoakCommand
{
    private const int BucketCount = 2;
    private const int UnitCount = 200;
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(30);

    /// <summary>Runs the command; 0 when memory is flat and no request failed.</summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = SoakOptions.Read(arguments);
        var province = new Province(UnitCount, hasOneAgency: false);
        await using var system = await CeActorsSystem.StartAsync(BucketCount, cancellationToken);
        using (var registration = new Registration(system, options.ClientCount))
        {
            await registration.AddUnitsAsync(province, cancellationToken);
            await registration.AddPeopleAsync(province, options.DeclarationCount, cancellationToken);
        }

        var set = await FixedSet.FileAsync(
            system,
            province,
            options.DraftCount,
            options.ClientCount,
            cancellationToken
        );
        using var client = new SoakClient(
            system,
            set[..options.DraftCount],
            set[options.DraftCount..],
            options.MovesInThousand,
            options.ClientCount
        );
        Progress.Say($"seed {options.Seed}: as hard as it goes for {options.Ceiling.TotalSeconds:F0} s");
        var ceiling = await DriveAsync(client, options, TimeSpan.Zero, options.Ceiling, null, cancellationToken);
        var pace = TimeSpan.FromSeconds(options.ClientCount / (ceiling * options.LoadPercent / 100));
        Progress.Say(Text($"{ceiling:F0} requests/s; now {options.LoadPercent} % of that, warming up"));
        await DriveAsync(client, options, pace, options.WarmUp, null, cancellationToken);
        var trends = system.ProcessIds.ToDictionary(process => process.Key, _ => new MemoryTrend());
        var movedBefore = client.Moved;
        var rate = await DriveAsync(
            client,
            options,
            pace,
            options.Duration,
            at =>
            {
                foreach (var (name, id) in system.ProcessIds)
                {
                    trends[name].Add(at, ProcessMemory.MegabytesOf(id));
                }

                return string.Join(", ", trends.Select(trend => Text($"{trend.Key} {trend.Value.Last:F0} MB")));
            },
            cancellationToken
        );
        return Print(options, ceiling, rate, client.Moved - movedBefore, trends, client);
    }

    /// <summary>Drives the system for a time and tells the requests a second.</summary>
    private static async Task<double> DriveAsync(
        SoakClient client,
        SoakOptions options,
        TimeSpan pace,
        TimeSpan time,
        Func<TimeSpan, string>? sample,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var before = client.Done;
        var watch = Stopwatch.StartNew();
        var clients = Enumerable
            .Range(0, options.ClientCount)
            .Select(index => Task.Run(() => client.RunAsync(pace, options.Seed + index, stop.Token)))
            .ToArray();
        try
        {
            var said = TimeSpan.Zero;
            while (watch.Elapsed < time)
            {
                var left = time - watch.Elapsed;
                await Task.Delay(left < options.SampleEvery ? left : options.SampleEvery, cancellationToken);
                var memory = sample?.Invoke(watch.Elapsed);
                if (watch.Elapsed - said >= SayEvery)
                {
                    said = watch.Elapsed;
                    Progress.Say(
                        Text(
                            $"{said.TotalSeconds:F0} of {time.TotalSeconds:F0} s, {(client.Done - before) / said.TotalSeconds:F0} requests/s, {client.Errors.Values.Sum()} errors; {memory ?? "warming up"}"
                        )
                    );
                }
            }

            return (client.Done - before) / watch.Elapsed.TotalSeconds;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(clients);
        }
    }

    private static int Print(
        SoakOptions options,
        double ceiling,
        double rate,
        long moved,
        Dictionary<string, MemoryTrend> trends,
        SoakClient client
    )
    {
        Console.WriteLine();
        var table = new TextTable("memory", "first MB", "last MB", "mean MB", "growth % in 10 min", "samples");
        foreach (var (name, trend) in trends)
        {
            table.Add(name, trend.First, trend.Last, trend.Mean, trend.GrowthPercent, trend.Count);
        }

        table.Print();
        foreach (var (kind, count) in client.Errors)
        {
            Console.WriteLine($"{count} times {kind}");
        }

        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    options.DeclarationCount,
                    options.DraftCount,
                    options.LoadPercent,
                    Seconds = options.Duration.TotalSeconds,
                    CeilingPerSecond = ceiling,
                    RequestsPerSecond = rate,
                    AddedToHistories = moved,
                    GrowthPercentInTenMinutes = trends.ToDictionary(pair => pair.Key, pair => pair.Value.GrowthPercent),
                    MeanMegabytes = trends.ToDictionary(pair => pair.Key, pair => pair.Value.Mean),
                    client.Errors,
                    options.Seed,
                },
                JsonSerializerOptions.Web
            )
        );
        var isFlat =
            !options.JudgesGrowth || trends.Values.All(trend => trend.GrowthPercent <= SoakOptions.GrowthPercentMax);
        return isFlat && client.Errors.IsEmpty ? 0 : 1;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
