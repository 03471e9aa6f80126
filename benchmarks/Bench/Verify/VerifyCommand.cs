using System.Text.Json;
using Azure.Data.Tables;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Processes;
using CeActors.Benchmarks.Systems;
using CeActors.Verification;

namespace CeActors.Benchmarks.Verify;

/// <summary>A verification of a large account: how long it takes and how much memory, and that nothing is found.</summary>
public static class VerifyCommand
{
    private const int UnitCount = 64;

    /// <summary><c>--declarations 400000 --buckets 64</c>; 0 when nothing was found.</summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var declarations = arguments.Number("declarations", 400_000, 1, 5_000_000);
        var buckets = arguments.Number("buckets", 64, 1, 999);
        arguments.RefuseOthers();
        var province = new Province(UnitCount, hasOneAgency: false);
        await using var system = await CeActorsSystem.StartAsync(buckets, cancellationToken);
        using (var registration = new Registration(system, clientCount: 4))
        {
            await registration.AddUnitsAsync(province, cancellationToken);
        }

        var rows = await AccountLoader.LoadAsync(
            system.StorageConnectionString,
            province,
            declarations,
            buckets,
            cancellationToken
        );
        GC.Collect();
        using var peak = new PeakMemory();
        var report = await AccountVerification.RunAsync(
            new VerificationOptions
            {
                Tables = new TableServiceClient(system.StorageConnectionString),
                Progress = new Steps(),
            },
            cancellationToken
        );
        var megabytes = peak.Megabytes;
        var perSecond = rows / report.Took.TotalSeconds;
        Console.WriteLine();
        var table = new TextTable("declarations", "rows", "seconds", "rows/s", "MB before", "MB at most", "findings");
        table.Add(
            $"{declarations}",
            rows,
            report.Took.TotalSeconds,
            perSecond,
            peak.Before,
            megabytes,
            report.FindingCount
        );
        table.Print();
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    Declarations = declarations,
                    Buckets = buckets,
                    Rows = rows,
                    Seconds = report.Took.TotalSeconds,
                    RowsPerSecond = perSecond,
                    MegabytesBefore = peak.Before,
                    MegabytesMax = megabytes,
                    Findings = report.FindingCount,
                    report.Figures.Readings,
                },
                JsonSerializerOptions.Web
            )
        );
        return report.IsHealthy && report.Figures.Declarations == declarations ? 0 : 1;
    }

    private sealed class Steps : IProgress<VerificationProgress>
    {
        private const int RowsBetween = 100_000;
        private long _next = RowsBetween;

        public void Report(VerificationProgress value)
        {
            if (value.Rows >= _next)
            {
                _next = value.Rows + RowsBetween;
                Progress.Say($"{value.Step}: {value.Rows} rows, {value.BucketsDone} of {value.Buckets} buckets");
            }
        }
    }

    /// <summary>The resident memory of this process, looked at ten times a second.</summary>
    private sealed class PeakMemory : IDisposable
    {
        private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
        private readonly Timer _timer;
        private double _max;

        public PeakMemory()
        {
            Before = ProcessMemory.MegabytesOf(Environment.ProcessId);
            _timer = new Timer(_ => Look(), null, TimeSpan.Zero, LookEvery);
        }

        public double Before { get; }

        public double Megabytes => Math.Max(_max, ProcessMemory.MegabytesOf(Environment.ProcessId));

        public void Dispose() => _timer.Dispose();

        private void Look() => _max = Math.Max(_max, ProcessMemory.MegabytesOf(Environment.ProcessId));
    }
}
