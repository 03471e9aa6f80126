using CeActors.Simulation.Cluster;
using CeActors.Simulation.Stories;

namespace CeActors.Simulation;

/// <summary>
/// One history: people, reviewers and clerks act while things go wrong; then nothing goes wrong any more, everybody gets an answer, and
/// the lists are compared with what is stored. The seed decides all of it.
/// </summary>
public static class History
{
    private const double SmallBatches = 0.04;
    private const double LargeBatches = 0.0003;
    private static readonly TimeSpan AnswersMax = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SettlesMax = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Prelude = TimeSpan.FromSeconds(75);

    // Re-reading comes a minute after what makes it necessary; asking, five seconds after; telling, at once.
    private static readonly TimeSpan AgreesByRereading = TimeSpan.FromSeconds(66);
    private static readonly TimeSpan AgreesByAsking = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan AgreesByTelling = TimeSpan.FromSeconds(2);

    /// <summary>Runs the history of a seed.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="keepsTrace">Whether to write down what happens; costs time.</param>
    public static HistoryResult Run(ulong seed, bool keepsTrace = false) => Run(seed, keepsTrace, Rules.Design);

    /// <summary>The same with some rules switched off.</summary>
    internal static HistoryResult Run(ulong seed, bool keepsTrace, Rules rules)
    {
        // Awaits must see the lanes alone, and not what a test runner has put around this thread.
        var around = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var kind = new Chance(~seed);
            var isLarge = kind.Happens(LargeBatches);
            var isBatch = isLarge || kind.Happens(SmallBatches);
            var template =
                isLarge ? Templates.LargeBatch
                : isBatch ? Templates.SmallBatch
                : Templates.Empty;
            var world = new World(seed, keepsTrace, faults: null, template, rules);
            Play(world, isBatch);
            return new HistoryResult(
                seed,
                world.Promises.Broken,
                world.Scheduler.Steps,
                world.Trace.Hash,
                world.Trace.ToString()
            );
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(around);
        }
    }

    private static void Play(World world, bool isBatch)
    {
        var watcher = new Watcher(world);
        if (world.Drawn.BeginLate)
        {
            world.Run([world.Start("the opening", watcher.OpenAsync)], AnswersMax, "the opening of the lists");
            world.RunFor(Prelude);
        }

        world.Cluster.BeginFaults();
        var stories = new List<Task>();
        if (isBatch)
        {
            stories.Add(world.Start("clerk", new BatchStory(world).RunAsync));
        }
        else
        {
            var people = 1 + world.Chance.Below(3);
            for (var person = 0; person < people; person++)
            {
                stories.Add(world.Start($"person {person}", new DeclarationStory(world, person).RunAsync));
            }
        }

        if (world.Chance.Happens(0.6))
        {
            var acting = stories.ToArray();
            stories.Add(world.Start("watcher", () => watcher.WatchAsync(() => acting.All(story => story.IsCompleted))));
        }

        world.Scheduler.After(world.Chance.Milliseconds(5_000, 60_000), world.Cluster.CalmDown);
        world.Run(stories, AnswersMax, "a story");
        world.Cluster.CalmDown();
        if (
            world.Promises.Broken is null
            && !world.Scheduler.RunUntil(() => world.IsSettled, world.Scheduler.Now + SettlesMax)
        )
        {
            world.Promises.Break("what was under way did not end");
        }

        world.Promises.CheckCommands();
        world.RunFor(
            world.Drawn.MayNeedRereading ? AgreesByRereading
            : world.Drawn.AreNone ? AgreesByTelling
            : world.Drawn.MessageLost > 0 ? AgreesByAsking + SimulatedCluster.ResponseTimeout
            : AgreesByAsking
        );
        if (world.Promises.Broken is null)
        {
            world.Run([world.Start("the check", watcher.CheckAsync)], AnswersMax, "the check of the lists");
            world.Promises.CheckCommands();
        }
    }
}

/// <summary>How a history ended.</summary>
/// <param name="Seed">Replays it.</param>
/// <param name="Broken">The first promise that was broken; null when all were kept.</param>
/// <param name="Steps">Steps between two awaits.</param>
/// <param name="Hash">Of all that happened, in order: two runs of a seed have the same.</param>
/// <param name="Trace">What happened; empty when it was not kept.</param>
public sealed record HistoryResult(ulong Seed, string? Broken, long Steps, ulong Hash, string Trace);
