namespace CeActors.Benchmarks.Crash;

/// <summary>What the cluster suffers.</summary>
public enum BlowKind
{
    /// <summary>A silo dies by SIGKILL and comes back once the others have recovered without it.</summary>
    Kill = 0,

    /// <summary>A silo dies by SIGKILL and is started again at once, on the same address.</summary>
    KillAndRestart = 1,

    /// <summary>A silo and a front die by SIGKILL at the same moment.</summary>
    KillWithFront = 2,

    /// <summary>A silo is asked to stop (SIGTERM).</summary>
    Stop = 3,

    /// <summary>The storage is stopped and started again.</summary>
    Storage = 4,

    /// <summary>All silos die by SIGKILL at the same moment, and are started again on the same addresses.</summary>
    KillAll = 5,

    /// <summary>The same, but they are started on other addresses, as containers are: nobody succeeds the dead by name.</summary>
    KillAllAndMove = 6,

    /// <summary>A front is asked to stop (SIGTERM).</summary>
    StopFront = 7,

    /// <summary>A silo hangs (SIGSTOP): its connections stay open, and nobody answers.</summary>
    Freeze = 8,
}

/// <summary>One blow and how the cluster stood it.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Recovery">From the blow until every probe, and every command sent meanwhile, was answered and in time again.</param>
/// <param name="Detection">From the blow until the others counted the silo as dead; null where nothing is to be detected.</param>
/// <param name="ClientWait">Longest that a client waited for the answer to a command of this time.</param>
/// <param name="Last">What was answered last; null when nothing was late.</param>
public sealed record Blow(BlowKind Kind, TimeSpan Recovery, TimeSpan? Detection, TimeSpan ClientWait, Waited? Last);

/// <summary>Deals blows one after another, each when the cluster has been whole for a while.</summary>
public sealed class Blows(CrashCluster cluster, StoryPlace place, IReadOnlyList<Probe> probes, CrashOptions options)
{
    /// <summary>How long a recovery is waited for; then the run ends as failed.</summary>
    public static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private readonly Random _random = new(options.Seed);

    /// <summary>Those dealt so far.</summary>
    public List<Blow> Dealt { get; } = [];

    /// <summary>
    /// The plan of a run: each kill, one in four with an immediate restart, one in eight with a front, and among them a stop in good
    /// order after every eighth, a restart of the storage after every sixteenth (each at least once from five kills on) and a silo
    /// that hangs after every thirty-second.
    /// </summary>
    public static IEnumerable<BlowKind> Plan(int killCount)
    {
        for (var kill = 0; kill < killCount; kill++)
        {
            yield return (kill % 8) switch
            {
                1 or 5 => BlowKind.KillAndRestart,
                2 => BlowKind.KillWithFront,
                _ => BlowKind.Kill,
            };
            if (kill % 8 == 3)
            {
                yield return BlowKind.Stop;
            }

            if (kill % 16 == 4)
            {
                yield return BlowKind.Storage;
            }

            if (kill % 32 == 12)
            {
                yield return BlowKind.Freeze;
            }
        }
    }

    /// <summary>Waits until everything has been well for the calm time.</summary>
    public async Task CalmAsync(CancellationToken cancellationToken)
    {
        await WellSinceAsync(place.Clock.Elapsed, "the cluster is calm", cancellationToken);
        await Task.Delay(options.CalmTime, cancellationToken);
    }

    /// <summary>Deals one blow and waits until the cluster is whole again.</summary>
    public Task<Blow> DealAsync(BlowKind kind, CancellationToken cancellationToken) =>
        DealAsync(kind, _random.Next(CrashCluster.SiloCount), _random.Next(CrashCluster.FrontCount), cancellationToken);

    /// <summary>The same to a silo, or a front, of one's choice.</summary>
    public async Task<Blow> DealAsync(BlowKind kind, int victim, int front, CancellationToken cancellationToken)
    {
        var start = place.Clock.Elapsed;
        TimeSpan? detection = null;
        switch (kind)
        {
            case BlowKind.KillAndRestart:
                await cluster.KillSiloAsync(victim);
                await cluster.StartAllAsync(cancellationToken);
                break;
            case BlowKind.Stop:
                await cluster.StopSiloAsync(victim);
                break;
            case BlowKind.Storage:
                await cluster.RestartStorageAsync(cancellationToken);
                break;
            case BlowKind.KillAll or BlowKind.KillAllAndMove:
                await cluster.KillAllSilosAsync(moves: kind == BlowKind.KillAllAndMove);
                await cluster.StartAllAsync(cancellationToken);
                break;
            case BlowKind.StopFront:
                await cluster.StopFrontAsync(front);
                break;
            case BlowKind.Freeze:
                cluster.FreezeSilo(victim);
                await cluster.WaitUntilDeadAsync(victim, cancellationToken);
                detection = place.Clock.Elapsed - start;
                break;
            default:
                await Task.WhenAll(
                    cluster.KillSiloAsync(victim),
                    kind == BlowKind.KillWithFront ? cluster.KillFrontAsync(front) : Task.CompletedTask
                );
                await cluster.WaitUntilDeadAsync(victim, cancellationToken);
                detection = place.Clock.Elapsed - start;
                break;
        }

        await WellSinceAsync(place.Clock.Elapsed, $"the cluster recovers from {kind}", cancellationToken);
        var end = place.Clock.Elapsed;
        while (place.Ledger.UnderWay.Values.Any(from => from < end))
        {
            await Task.Delay(LookEvery, cancellationToken); // clients wait 120 s at most
        }

        var last = LastOf(start, end);
        var recovery = last is null ? TimeSpan.Zero : last.To - start;
        var blow = new Blow(kind, recovery, detection, ClientWait(start, end), last);
        Dealt.Add(blow);

        if (kind == BlowKind.Freeze)
        {
            await cluster.KillSiloAsync(victim); // it would end by itself once it learnt that it counts as dead
        }

        // A restart moves grains and clients about too; it is no blow, and what it disturbs is not counted to the next one.
        await cluster.StartAllAsync(cancellationToken);
        return blow;
    }

    // By the probes, and by the commands that were late: those reach what was made a moment ago too.
    private Waited? LastOf(TimeSpan start, TimeSpan end)
    {
        var probed = probes
            .Select(probe => (probe.Name, Outage: probe.OutIn(start, end)))
            .Where(probe => probe.Outage is not null)
            .Select(probe => new Waited(probe.Outage!.From, probe.Outage.To, probe.Name, probe.Outage.Setbacks));
        var sent = Touching(start, end).Where(wait => wait.To - wait.From > Probe.LateAfter);
        return probed.Concat(sent).MaxBy(wait => wait.To);
    }

    private TimeSpan ClientWait(TimeSpan start, TimeSpan end) =>
        Touching(start, end).Select(wait => wait.To - wait.From).Append(TimeSpan.Zero).Max();

    private IEnumerable<Waited> Touching(TimeSpan start, TimeSpan end) =>
        place.Ledger.Waits.Where(wait => wait.To > start && wait.From < end);

    private async Task WellSinceAsync(TimeSpan moment, string what, CancellationToken cancellationToken)
    {
        // Two answers in a row, so that a single lucky one does not count as recovery.
        var since = moment + Probe.Every;
        while (!probes.All(probe => probe.IsWellSince(since)))
        {
            if (place.Clock.Elapsed - moment > RecoveryLimit)
            {
                var out_ = string.Join(
                    ", ",
                    probes.Where(probe => !probe.IsWellSince(since)).Select(probe => probe.Name)
                );
                throw new BenchmarkException($"Waited {RecoveryLimit} until {what}; still out: {out_}");
            }

            await Task.Delay(LookEvery, cancellationToken);
        }
    }
}
