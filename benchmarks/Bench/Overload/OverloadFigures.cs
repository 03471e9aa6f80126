using System.Text.Json;
using CeActors.Benchmarks.Faults;
using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Overload;

/// <summary>What a run came to.</summary>
/// <param name="Capacity">Closed loop before the burst.</param>
/// <param name="Before">Half of the capacity, before the burst.</param>
/// <param name="Burst">The burst.</param>
/// <param name="After">Half of the capacity, from the end of the burst.</param>
/// <param name="CapacityAfter">Closed loop in the end, on the tables as they are then.</param>
/// <param name="Promises">What was told against what is stored.</param>
/// <param name="EndedProcesses">Processes that ended by themselves.</param>
/// <param name="UndecidedCount">Commands that were not decided in the end, however often they were sent.</param>
public sealed record OverloadFigures(
    PhaseFigures Capacity,
    PhaseFigures Before,
    PhaseFigures Burst,
    PhaseFigures After,
    PhaseFigures CapacityAfter,
    PromiseFigures Promises,
    IReadOnlyList<string> EndedProcesses,
    int UndecidedCount
)
{
    /// <summary>Useful work in the burst, at least, as a share of the capacity.</summary>
    public const double UsefulMin = 0.6;

    /// <summary>Seconds until answers are as before, at most.</summary>
    public const int RecoveryMax = 10;

    /// <summary>Requests of the burst that found no connection, at most, as a share; with more the burst was none.</summary>
    public const double UnsentMax = 0.05;

    private IEnumerable<PhaseFigures> Phases => [Capacity, Before, Burst, After, CapacityAfter];

    /// <summary>What was due in the burst, as a multiple of the capacity; less was sent where connections were missing.</summary>
    public double OfferedTimes =>
        Burst.Sum(kind => kind.Offered) / Burst.Length.TotalSeconds / Capacity.AcceptedPerSecond;

    /// <summary>Accepted in the burst as a share of what is accepted at capacity.</summary>
    public double UsefulShare => Burst.AcceptedPerSecond / Capacity.AcceptedPerSecond;

    /// <summary>The same with each kind counted by the time that it takes at capacity.</summary>
    public double WeightedShare => Work(Burst) / Work(Capacity);

    /// <summary>Refusals of the whole run.</summary>
    public long Refused => Phases.Sum(phase => phase.Sum(kind => kind.Refused));

    /// <summary>Refusals without a time to come back.</summary>
    public long RefusedWithoutTime => Refused - Phases.Sum(phase => phase.Sum(kind => kind.RefusedWithTime));

    /// <summary>Answers that nobody should get.</summary>
    public long FaultCount => Phases.Sum(phase => phase.Faults.Values.Sum());

    /// <summary>Requests of the burst that found no connection, as a share.</summary>
    public double UnsentShare => (double)Burst.Sum(kind => kind.Unsent) / Burst.Sum(kind => kind.Offered);

    /// <summary>Savings of drafts that were accepted in the burst, as a share.</summary>
    public double? DraftShare => Burst.Kinds[WorkKind.Draft].AcceptedShare;

    /// <summary>Of the other requests.</summary>
    public double? OtherShare
    {
        get
        {
            var others = Burst.Kinds.Where(kind => kind.Key != WorkKind.Draft).Select(kind => kind.Value).ToArray();
            var sent = others.Sum(kind => kind.Offered - kind.Unsent);
            return sent == 0 ? null : (double)others.Sum(kind => kind.Accepted) / sent;
        }
    }

    /// <summary>Seconds from the end of the burst until answers are as before; null when they did not become so.</summary>
    public int? RecoverySeconds =>
        Recovery.NormalP99(Before.P99OfSeconds) is { } normal ? Recovery.Seconds(normal, After.P99OfSeconds) : null;

    /// <summary>True when nothing was lost or doubled, nobody was refused without a time, and nothing died.</summary>
    public bool IsSound =>
        Promises.BrokenCount == 0
        && RefusedWithoutTime == 0
        && FaultCount == 0
        && UndecidedCount == 0
        && EndedProcesses.Count == 0
        && Burst.Sum(kind => kind.Refused) > 0;

    /// <summary>True when it also did as much, and recovered as soon, as it must.</summary>
    public bool IsAsRequired =>
        IsSound
        && UsefulShare >= UsefulMin
        && UnsentShare <= UnsentMax
        && DraftShare > OtherShare
        && RecoverySeconds <= RecoveryMax;

    /// <summary>Writes the tables and the last line.</summary>
    public void Print()
    {
        Console.WriteLine();
        var phases = new TextTable("", "offered/s", "accepted/s", "refused", "not sent", "no answer", "p99 ms");
        foreach (var phase in Phases)
        {
            phases.Add(
                phase.Name,
                phase.Sum(kind => kind.Offered) / phase.Length.TotalSeconds,
                phase.AcceptedPerSecond,
                phase.Sum(kind => kind.Refused),
                phase.Sum(kind => kind.Unsent),
                phase.Sum(kind => kind.Unanswered),
                phase.P99
            );
        }

        phases.Print();
        Console.WriteLine();
        var kinds = new TextTable(
            "in the burst",
            "offered/s",
            "accepted/s",
            "of those sent",
            "at capacity/s",
            "p50 ms",
            "p99 ms"
        );
        foreach (var (kind, figures) in Burst.Kinds)
        {
            kinds.Add(
                kind,
                figures.Offered / Burst.Length.TotalSeconds,
                figures.Accepted / Burst.Length.TotalSeconds,
                figures.AcceptedShare,
                Capacity.Kinds[kind].Accepted / Capacity.Length.TotalSeconds,
                figures.Times.Percentile(50),
                figures.Times.Percentile(99)
            );
        }

        kinds.Print();
        Console.WriteLine();
        PrintVerdict();
        Console.WriteLine(JsonSerializer.Serialize(Summary(), JsonSerializerOptions.Web));
    }

    private void PrintVerdict()
    {
        var verdict = new TextTable("", "is", "must be");
        verdict.Add("offered in the burst, times the capacity", OfferedTimes, "as asked by --times");
        verdict.Add("useful work as a share of capacity", UsefulShare, $"at least {UsefulMin}");
        verdict.Add("the same by the time each kind takes", WeightedShare, "");
        verdict.Add("refusals", Refused, "more than 0");
        verdict.Add("refusals without Retry-After", RefusedWithoutTime, "0");
        verdict.Add("savings of drafts that were accepted", DraftShare, "more than of the others");
        verdict.Add("others that were accepted", OtherShare, "");
        verdict.Add("seconds until p99 is as before", RecoverySeconds, $"at most {RecoveryMax}");
        verdict.Add("not sent, as a share", UnsentShare, $"at most {UnsentMax}");
        verdict.Add("acknowledged commands", Promises.Acknowledged, "");
        verdict.Add("promises broken", Promises.BrokenCount, "0");
        verdict.Add("commands never decided", UndecidedCount, "0");
        verdict.Add("answers nobody should get", FaultCount, "0");
        verdict.Add("processes that ended", EndedProcesses.Count, "0");
        verdict.Print();
        foreach (
            var (code, count) in Phases
                .SelectMany(phase => phase.Refusals)
                .GroupBy(each => each.Key, each => each.Value, (code, counts) => (code, counts.Sum()))
        )
        {
            Console.WriteLine($"  refused {code}: {count}");
        }

        foreach (var (fault, count) in Phases.SelectMany(phase => phase.Faults))
        {
            Console.WriteLine($"  BROKEN: {fault} ({count})");
        }

        foreach (var example in Promises.Examples)
        {
            Console.WriteLine($"  BROKEN: {example}");
        }

        Console.WriteLine(
            IsAsRequired ? "Everything is as it must be."
            : IsSound ? "Nothing is broken, but a bound is missed."
            : "Something is broken."
        );
    }

    private object Summary() =>
        new
        {
            CapacityPerSecond = Capacity.AcceptedPerSecond,
            CapacityAfterPerSecond = CapacityAfter.AcceptedPerSecond,
            OfferedPerSecond = Burst.Sum(kind => kind.Offered) / Burst.Length.TotalSeconds,
            UsefulPerSecond = Burst.AcceptedPerSecond,
            UsefulShare,
            WeightedShare,
            UnsentShare,
            Refused,
            RefusedWithoutTime,
            DraftShare,
            OtherShare,
            P99Capacity = Capacity.P99,
            P99Before = Before.P99,
            P99Burst = Burst.P99,
            P99After = After.P99,
            RecoverySeconds,
            Promises.Acknowledged,
            BrokenCount = Promises.BrokenCount,
            UndecidedCount,
            FaultCount,
            EndedProcesses,
            IsSound,
            IsAsRequired,
        };

    // Seconds of clients that the accepted requests are worth, by the mean of each kind at capacity.
    private double Work(PhaseFigures phase) =>
        phase.Kinds.Sum(kind => kind.Value.Accepted * (Capacity.Kinds[kind.Key].Times.Mean ?? 0))
        / phase.Length.TotalSeconds;
}
