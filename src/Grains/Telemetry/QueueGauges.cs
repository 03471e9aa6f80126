using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CeActors.Domain.Review;

namespace CeActors.Grains.Telemetry;

/// <summary>
/// Lengths and ages of the queues of all units that are active in this process, added up by kind of unit. Each unit reports now and then, on
/// its own scheduler; whoever measures reads what was reported last.
/// </summary>
internal static class QueueGauges
{
    /// <summary>After it a report no longer counts: its unit has gone without a word.</summary>
    public static readonly TimeSpan ReportKept = TimeSpan.FromMinutes(2);

    private static readonly ConcurrentDictionary<object, Report> Reports = new(ReferenceEqualityComparer.Instance);

    private static readonly ObservableGauge<long> Waiting = GrainTelemetry.Meter.CreateObservableGauge<long>(
        "ceactors.queue.waiting",
        () => ByKind(reports => reports.Sum(report => (long)report.Count)),
        "{declaration}",
        "Declarations that wait at active units of this kind"
    );

    private static readonly ObservableGauge<long> Longest = GrainTelemetry.Meter.CreateObservableGauge<long>(
        "ceactors.queue.longest",
        () => ByKind(reports => reports.Max(report => (long)report.Count)),
        "{declaration}",
        "The longest queue of one unit of this kind"
    );

    private static readonly ObservableGauge<double> OldestAge = GrainTelemetry.Meter.CreateObservableGauge<double>(
        "ceactors.queue.oldest.age",
        () => ByKind(reports => reports.Max(report => report.OldestAge.TotalSeconds)),
        "s",
        "How long the declaration that has waited longest has been waiting at a unit of this kind"
    );

    private static readonly ObservableGauge<long> Units = GrainTelemetry.Meter.CreateObservableGauge<long>(
        "ceactors.queue.units",
        () => ByKind(reports => (long)reports.Count()),
        "{unit}",
        "Active units of this kind"
    );

    /// <summary>Somebody wants to know.</summary>
    public static bool IsWanted => Waiting.Enabled || Longest.Enabled || OldestAge.Enabled || Units.Enabled;

    /// <summary>What a unit's queue is like now.</summary>
    /// <param name="unit">The activation.</param>
    /// <param name="kind">The unit's kind.</param>
    /// <param name="count">Declarations that wait.</param>
    /// <param name="oldestAge">Since when the oldest has waited; zero where none waits.</param>
    public static void Tell(object unit, UnitKind kind, int count, TimeSpan oldestAge) =>
        Reports[unit] = new Report(kind, count, oldestAge, TimeProvider.System.GetTimestamp());

    /// <summary>The activation ends.</summary>
    public static void Forget(object unit) => Reports.TryRemove(unit, out _);

    private static IEnumerable<Measurement<T>> ByKind<T>(Func<IEnumerable<Report>, T> sum)
        where T : struct
    {
        foreach (var (unit, report) in Reports)
        {
            if (TimeProvider.System.GetElapsedTime(report.At) > ReportKept)
            {
                Forget(unit);
            }
        }

        return
        [
            .. Reports
                .Values.GroupBy(report => report.Kind)
                .Select(group => new Measurement<T>(
                    sum(group),
                    new KeyValuePair<string, object?>("kind", NameOf(group.Key))
                )),
        ];
    }

    private static string NameOf(UnitKind kind) =>
        kind switch
        {
            UnitKind.Agency => "agency",
            UnitKind.SupervisingDepartment => "department",
            _ => "employer",
        };

    private sealed record Report(UnitKind Kind, int Count, TimeSpan OldestAge, long At);
}
