using System.Diagnostics;
using System.Globalization;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Processes;

namespace CeActors.Benchmarks.Load;

/// <summary>How long and how hard a target is driven.</summary>
/// <param name="ClientCount">Clients that each send one request at a time.</param>
/// <param name="WarmUp">Before the measuring begins.</param>
/// <param name="Duration">Of the measuring.</param>
public sealed record LoadShape(int ClientCount, TimeSpan WarmUp, TimeSpan Duration);

/// <summary>What one run came to.</summary>
/// <param name="Flows">Flows that ended while measuring.</param>
/// <param name="Seconds">Length of the measuring.</param>
/// <param name="Latencies">By kind of request.</param>
/// <param name="Errors">Failed requests of the whole run by kind.</param>
/// <param name="ProcessorSeconds">Used while measuring, by process; <c>client</c> is this one.</param>
/// <param name="Storage">Sent to storage while measuring; null where nobody counts.</param>
public sealed record LoadResult(
    long Flows,
    double Seconds,
    IReadOnlyDictionary<FlowStep, Latencies> Latencies,
    IReadOnlyDictionary<string, long> Errors,
    IReadOnlyDictionary<string, double> ProcessorSeconds,
    StorageCounts? Storage
)
{
    /// <summary>Flows a second.</summary>
    public double FlowsPerSecond => Flows / Seconds;

    /// <summary>Requests that were answered while measuring.</summary>
    public long Requests => Latencies.Values.Sum(kind => kind.Count);
}

/// <summary>Drives a target with a number of clients, each sending one request after another.</summary>
public static class LoadRun
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SayEvery = TimeSpan.FromSeconds(5);

    /// <exception cref="BenchmarkException">Nobody was left to file before the measuring began.</exception>
    public static async Task<LoadResult> DriveAsync(
        string name,
        IFlowTarget target,
        Province province,
        LoadShape shape,
        CancellationToken cancellationToken
    )
    {
        using var client = new FlowClient(target, province, shape.ClientCount);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var clients = Enumerable
            .Range(0, shape.ClientCount)
            .Select(_ => Task.Run(() => client.RunAsync(stop.Token), CancellationToken.None))
            .ToArray();
        try
        {
            await WaitAsync(name + ", warming up", client, shape.WarmUp, cancellationToken);
            if (client.IsExhausted)
            {
                throw new BenchmarkException($"{name}: every declarant has filed before the measuring began.");
            }

            var processorBefore = ReadProcessors(target);
            var storageBefore = await target.CountStorageAsync(cancellationToken);
            var flowsBefore = client.FlowsDone;
            var start = Stopwatch.GetTimestamp();
            client.IsMeasuring = true;
            await WaitAsync(name, client, shape.Duration, cancellationToken);
            client.IsMeasuring = false;
            var flows = client.FlowsDone - flowsBefore;
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var processorAfter = ReadProcessors(target);
            var storageAfter = await target.CountStorageAsync(cancellationToken);
            return new LoadResult(
                flows,
                seconds,
                client.Latencies,
                client.Errors,
                processorAfter.ToDictionary(pair => pair.Key, pair => pair.Value - processorBefore[pair.Key]),
                storageAfter is null || storageBefore is null ? null : storageAfter - storageBefore
            );
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(clients);
        }
    }

    // Ends early when nobody is left to file: the figures are then of the time that was measured.
    private static async Task WaitAsync(string name, FlowClient client, TimeSpan time, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var said = TimeSpan.Zero;
        var flowsSaid = client.FlowsDone;
        while (watch.Elapsed < time && !client.IsExhausted)
        {
            await Task.Delay(LookEvery, cancellation);
            if (watch.Elapsed - said >= SayEvery)
            {
                var flows = client.FlowsDone;
                var rate = (flows - flowsSaid) / (watch.Elapsed - said).TotalSeconds;
                var errors = client.Errors.Values.Sum();
                Progress.Say(
                    string.Create(CultureInfo.InvariantCulture, $"{name}: {rate:F0} flows/s, {errors} errors")
                );
                (said, flowsSaid) = (watch.Elapsed, flows);
            }
        }
    }

    private static Dictionary<string, double> ReadProcessors(IFlowTarget target)
    {
        var seconds = target.Processes.ToDictionary(pair => pair.Key, pair => pair.Value());
        seconds["client"] = ProcessorTime.Of(Environment.ProcessId);
        return seconds;
    }
}
