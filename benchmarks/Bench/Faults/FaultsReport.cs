using System.Text.Json;
using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Faults;

/// <summary>All figures of one <c>faults</c> run, as tables for people and as one JSON line for programs.</summary>
public sealed record FaultsReport(
    int Seed,
    double WeatherSeconds,
    int Clients,
    int Units,
    int Buckets,
    SliceFigures Clean,
    SliceFigures Weather,
    PromiseFigures Promises,
    int Repeated,
    IReadOnlyDictionary<string, long> Faults,
    IReadOnlyDictionary<string, long> Retries,
    IReadOnlyDictionary<string, long> Failures
)
{
    /// <summary>What the throughput in bad weather must be at least, as a share of the clean.</summary>
    public const double ThroughputShareMin = 1.0 / 3;

    /// <summary>What storage requests for a transition in bad weather may be at most, as a multiple of the clean.</summary>
    public const double RequestsMultipleMax = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Throughput in bad weather as a share of the clean.</summary>
    public double ThroughputShare => Clean.FlowsPerSecond == 0 ? 0 : Weather.FlowsPerSecond / Clean.FlowsPerSecond;

    /// <summary>Storage requests for a transition in bad weather as a multiple of the clean.</summary>
    public double RequestsMultiple =>
        Clean.RequestsPerTransition == 0 ? 0 : Weather.RequestsPerTransition / Clean.RequestsPerTransition;

    /// <summary>Every promise was kept and every command was decided.</summary>
    public bool ArePromisesKept => Promises.BrokenCount == 0 && Failures.Count == 0 && Promises.Acknowledged > 0;

    /// <summary>Throughput and storage requests are within their bounds.</summary>
    public bool IsWithinBounds => ThroughputShare >= ThroughputShareMin && RequestsMultiple <= RequestsMultipleMax;

    /// <summary>Prints the tables and, as the last line, the JSON object.</summary>
    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"Seed {Seed}: {Clients} clients, {Units} units, {Buckets} buckets");
        var table = new TextTable("", "seconds", "flows/s", "p50 ms", "p99 ms", "requests/transition");
        table.Add(["clean", .. Clean.Cells]);
        table.Add(["failing storage", .. Weather.Cells]);
        table.Add("ratio", null, ThroughputShare, null, null, RequestsMultiple);
        table.Print();
        PrintRequests();
        Print("Faults played", Faults);
        Print("Requests sent again by clients", Retries);
        Print("Answers that must not be", Failures);
        Console.WriteLine();
        Console.WriteLine($"{Promises.Acknowledged} commands acknowledged, {Repeated} of them repeated in the end");
        var broken = new TextTable("broken promises", "times");
        foreach (var (promise, times) in Promises.Broken)
        {
            broken.Add(promise, times);
        }

        broken.Print();
        foreach (var example in Promises.Examples)
        {
            Console.WriteLine($"  {example}");
        }

        Console.WriteLine(
            $"Promises {(ArePromisesKept ? "kept" : "BROKEN")}; bounds (a third of the throughput, twice the requests) {(IsWithinBounds ? "met" : "NOT met")}."
        );
        Console.WriteLine(JsonSerializer.Serialize(this, Json));
    }

    private void PrintRequests()
    {
        Console.WriteLine();
        var table = new TextTable("Storage requests for 1,000 transitions", "clean", "failing storage");
        foreach (var kind in Weather.StorageRequests.Keys)
        {
            table.Add(kind, Clean.RequestsPerThousand(kind), Weather.RequestsPerThousand(kind));
        }

        table.Print();
    }

    private static void Print(string title, IReadOnlyDictionary<string, long> counts)
    {
        if (counts.Count == 0)
        {
            return;
        }

        Console.WriteLine();
        var table = new TextTable(title, "times");
        foreach (var (kind, times) in counts.OrderByDescending(count => count.Value))
        {
            table.Add(kind, times);
        }

        table.Print();
    }
}

/// <summary>Figures of one kind of weather.</summary>
public sealed record SliceFigures(
    double Seconds,
    long Transitions,
    double FlowsPerSecond,
    double? P50,
    double? P99,
    double RequestsPerTransition,
    IReadOnlyDictionary<string, long> StorageRequests
)
{
    internal object?[] Cells => [Seconds, FlowsPerSecond, P50, P99, RequestsPerTransition];

    internal double RequestsPerThousand(string kind) =>
        Transitions == 0 ? 0 : 1000.0 * StorageRequests.GetValueOrDefault(kind) / Transitions;

    /// <summary>Takes them down.</summary>
    public static SliceFigures Of(Slice slice) =>
        new(
            slice.Seconds,
            slice.Transitions,
            slice.FlowsPerSecond,
            slice.Percentile(50),
            slice.Percentile(99),
            slice.RequestsPerTransition,
            slice.StorageRequests.ToDictionary(kind => kind.Key.ToString(), kind => kind.Value)
        );
}
