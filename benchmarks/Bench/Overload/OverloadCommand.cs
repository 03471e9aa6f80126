using CeActors.Benchmarks.Faults;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Overload;

/// <summary>
/// <c>overload</c>: several times what the system can do, from many people, and whether it goes on doing most of what it can, loses
/// nothing, and is soon itself again. The front runs with the settings of production.
/// </summary>
public static class OverloadCommand
{
    private const int BucketCount = 2;
    private const int AtOnce = 32;
    private const double SteadyShare = 0.5;
    private const double PeopleMargin = 1.3;
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(60);

    /// <summary>Runs it; 0 when everything is as it must be, in a smoke run when nothing is broken.</summary>
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var options = OverloadOptions.Read(arguments);
        Progress.Say($"seed {options.Seed}");
        var figures = await MeasureAsync(options, cancellationToken);
        figures.Print();
        return figures.IsAsRequired || (options.IsSmoke && figures.IsSound) ? 0 : 1;
    }

    private static async Task<OverloadFigures> MeasureAsync(OverloadOptions options, CancellationToken cancellation)
    {
        var province = new Province(options.UnitCount, hasOneAgency: false);
        Progress.Say("starting Azurite, silo and front");
        await using var system = await CeActorsSystem.StartAsync(
            BucketCount,
            cancellation,
            frontSettings: ProductionSettings
        );
        using var stage = new OverloadStage(system, province, options.DraftCount);
        var early = (options.WarmUp + options.Ceiling).TotalSeconds;
        var crowd = await stage.SetAsync(FilingsAt(options.FirstRate, early), cancellation);
        using var driver = new Driver(crowd, system.Address, options.WireCount, options.Seed);

        await driver.CloseAsync("warming up", options.ClientCount, options.WarmUp, cancellation);
        var capacity = await driver.CloseAsync("capacity", options.ClientCount, options.Ceiling, cancellation);
        var rate = capacity.AcceptedPerSecond;
        var later = (2 * options.Steady + options.Burst + options.Ceiling).TotalSeconds;
        await stage.AddPeopleAsync(FilingsAt(rate, later), cancellation);

        var before = await driver.OpenAsync("before", SteadyShare * rate, options.Steady, cancellation);
        var burst = await driver.OpenAsync("burst", options.Times * rate, options.Burst, cancellation);
        var after = await driver.OpenAsync("after", SteadyShare * rate, options.Steady, cancellation);
        await driver.DrainAsync(cancellation);
        var again = await driver.CloseAsync("capacity after", options.ClientCount, options.Ceiling, cancellation);

        var undecided = await SettleAsync(driver, crowd, cancellation);
        var promises = await JudgeAsync(system, driver, crowd, stage, cancellation);
        return new OverloadFigures(capacity, before, burst, after, again, promises, system.EndedProcesses, undecided);
    }

    private static IReadOnlyDictionary<string, string> ProductionSettings { get; } = new Dictionary<string, string>();

    private static int FilingsAt(double perSecond, double seconds) =>
        (int)Math.Ceiling(perSecond * seconds * Mix.Shares[WorkKind.Filing] / 100 * PeopleMargin);

    // What was refused was not done; what has no answer is sent until it has one, as browsers do.
    private static async Task<int> SettleAsync(Driver driver, Crowd crowd, CancellationToken cancellationToken)
    {
        var jobs = crowd.TakeUndecided();
        Progress.Say($"{jobs.Count} commands without an answer are sent again");
        var undecided = 0;
        await Parallel.ForEachAsync(
            jobs,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (job, stop) =>
            {
                if (!await driver.SettleAsync(job, SettleLimit, stop))
                {
                    Interlocked.Increment(ref undecided);
                }
            }
        );
        return undecided;
    }

    private static async Task<PromiseFigures> JudgeAsync(
        CeActorsSystem system,
        Driver driver,
        Crowd crowd,
        OverloadStage stage,
        CancellationToken cancellationToken
    )
    {
        Progress.Say("comparing what was told with what is stored");
        var truth = await StoredTruth.ReadAsync(system.StorageConnectionString, cancellationToken);
        ToldFlow[] flows = [.. stage.Flows, .. crowd.Flows];
        var drafts = crowd.Drafts;
        var promises = truth.Judge(flows, drafts.Sum(draft => draft.Saves));
        truth.JudgeDrafts(drafts, promises);
        truth.JudgeUntold(
            flows
                .Select(flow => flow.DeclarationId)
                .OfType<string>()
                .Concat(drafts.Select(draft => draft.Id))
                .ToHashSet(),
            promises
        );
        var newest = crowd.Newest;
        Progress.Say($"repeating {newest.Count} acknowledged commands");
        foreach (var (job, etag) in newest)
        {
            var answer = await driver.RepeatAsync(job);
            promises.Break(Promise.OtherAnswer, answer.ETag == etag ? 0 : 1, $"{job.Kind} {job.Key}: {answer}");
        }

        return promises;
    }
}
