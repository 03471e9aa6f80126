using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Processes;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Queue;

/// <summary>
/// An agency with a very long to-do list: how long until the list is in memory after the silo starts, and how fast pages of
/// it are.
/// </summary>
public static class QueueCommand
{
    private const int UnitCount = 64;
    private const int PagesBeforeMeasuring = 50;
    private static readonly TimeSpan LoadLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// <c>--items 400000 --buckets 64 --clerks 4 --duration 20</c>; 0 when the whole list arrived.
    /// </summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var itemCount = arguments.Number("items", 400_000, 1, 1_000_000);
        var bucketCount = arguments.Number("buckets", 64, 1, 999);
        var clerkCount = arguments.Number("clerks", 4, 1, 64);
        var seconds = arguments.Number("duration", 20, 1, 600);
        arguments.RefuseOthers();

        var province = new Province(UnitCount, hasOneAgency: true);
        var chain = province.ChainOf(0);
        await using var system = await CeActorsSystem.StartAsync(bucketCount, cancellationToken);
        using (var registration = new Registration(system, clerkCount))
        {
            await registration.AddUnitsAsync(province, cancellationToken);
        }

        await system.RestartAsync(
            () =>
                QueueLoader.LoadAsync(
                    system.StorageConnectionString,
                    province,
                    chain.Agency.Code,
                    itemCount,
                    bucketCount,
                    cancellationToken
                ),
            cancellationToken
        );
        using var reader = new QueueReader(system, chain.Agency, chain.Employer.Code);
        var loadSeconds = await WaitForListAsync(reader, itemCount, cancellationToken);
        Progress.Say($"asking for pages, {clerkCount} clerks");
        for (var page = 0; page < PagesBeforeMeasuring; page++)
        {
            await reader.FirstPageAsync(cancellationToken);
        }

        await reader.DriveAsync(clerkCount, TimeSpan.FromSeconds(seconds), cancellationToken);
        Print(reader, itemCount, bucketCount, loadSeconds, SiloMegabytes(system));
        return 0;
    }

    private static async Task<double> WaitForListAsync(
        QueueReader reader,
        int itemCount,
        CancellationToken cancellationToken
    )
    {
        var watch = Stopwatch.StartNew();
        var said = 0;
        while (true)
        {
            var page = await reader.FirstPageAsync(cancellationToken);
            if (!page.IsLoading && page.TotalCount == itemCount)
            {
                Progress.Say(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{itemCount} items after {watch.Elapsed.TotalSeconds:F1} s"
                    )
                );
                return watch.Elapsed.TotalSeconds;
            }

            if (watch.Elapsed > LoadLimit || (!page.IsLoading && page.TotalCount > itemCount))
            {
                throw new BenchmarkException(
                    $"The list has {page.TotalCount} of {itemCount} items, loading: {page.IsLoading}."
                );
            }

            if ((int)watch.Elapsed.TotalSeconds / 5 > said)
            {
                said = (int)watch.Elapsed.TotalSeconds / 5;
                Progress.Say($"the list has {page.TotalCount} of {itemCount} items");
            }

            await Task.Delay(AskEvery, cancellationToken);
        }
    }

    private static double SiloMegabytes(CeActorsSystem system) => ProcessMemory.MegabytesOf(system.SiloProcessId);

    private static void Print(QueueReader reader, int itemCount, int bucketCount, double loadSeconds, double megabytes)
    {
        var all = Latencies.Sum(reader.Latencies.Values);
        Console.WriteLine();
        var table = new TextTable("page of 50 over HTTP", "p50 ms", "p99 ms", "pages");
        foreach (var (kind, latencies) in reader.Latencies.Append(new("all", all)))
        {
            table.Add(kind, latencies.Percentile(50), latencies.Percentile(99), latencies.Count);
        }

        table.Print();
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Items = itemCount,
                    Buckets = bucketCount,
                    LoadSeconds = loadSeconds,
                    P50 = all.Percentile(50),
                    P99 = all.Percentile(99),
                    Pages = all.Count,
                    SiloMegabytes = megabytes,
                },
                JsonSerializerOptions.Web
            )
        );
    }
}
