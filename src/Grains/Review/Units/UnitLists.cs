using CeActors.Contracts.Declarations;
using CeActors.Grains.Review.Queues;
using Microsoft.Extensions.Logging;

namespace CeActors.Grains.Review.Units;

/// <summary>
/// The two lists of one activation, and the work in the background that keeps them true: it reads rows and asks declarations.
/// All of it runs on the activation's scheduler, between the turns of calls, and never makes a call wait.
/// </summary>
internal sealed partial class UnitLists(
    string unitCode,
    IGrainFactory grains,
    QueueReader reader,
    ClusterChanges changes,
    TimeProvider time,
    HandingRules rules,
    ILogger logger
)
{
    private readonly ReadingPlan _waitingPlan = new();
    private readonly ReadingPlan _donePlan = new();
    private ClusterChanges.Change _seen = changes.Last;
    private readonly HashSet<ReadingPlan> _failed = [];
    private DateTimeOffset _doneUsed;
    private int _asks;

    /// <summary>What waits here.</summary>
    public WaitingQueue Waiting { get; } = new(unitCode, rules);

    /// <summary>What was authorized here and is not known to be over.</summary>
    public OpenDecisions Decisions { get; } = new(time);

    /// <summary>What was decided here; null until it is asked for.</summary>
    public VersionedList? Done { get; private set; }

    /// <summary>Something is under way that needs a look each second.</summary>
    public bool IsBusy =>
        Waiting.PendingCount > 0
        || Waiting.List is { IsLoaded: false } or { IsBeingRead: true }
        || Done is { IsLoaded: false } or { IsBeingRead: true }
        // Else it would be tried again at the next idle look only, which may be three times as late.
        || _failed.Count > 0;

    /// <summary>When rows are to be read next; null when no reading is planned.</summary>
    public DateTimeOffset? NextReading =>
        (_waitingPlan.Next, Done is null ? null : _donePlan.Next) switch
        {
            ({ } waiting, { } done) => waiting < done ? waiting : done,
            var (waiting, done) => waiting ?? done,
        };

    /// <summary>To be called once, when the activation starts: reads the rows soon, and once more some time after.</summary>
    public void Start()
    {
        var now = time.GetUtcNow();
        _waitingPlan.Add(now);
        if (rules.RereadsAfterActivation)
        {
            _waitingPlan.Add(now + QueueLimits.RereadAfter);
        }
    }

    /// <summary>The "done" list; the first request starts its reading.</summary>
    public VersionedList UseDone()
    {
        _doneUsed = time.GetUtcNow();
        if (Done is null)
        {
            Done = new VersionedList(rules);
            _donePlan.Add(_doneUsed);
            _donePlan.Add(_doneUsed + QueueLimits.RereadAfter);
        }

        return Done;
    }

    /// <summary>A declaration may leave for <paramref name="nextUnitCode"/>; null: for its person, or for good.</summary>
    public void AnnounceDeparture(string declarationId, long version, string? nextUnitCode) =>
        ReadDoneIf(Waiting.AnnounceDeparture(declarationId, version, nextUnitCode, time.GetUtcNow()));

    /// <summary>A declaration may come.</summary>
    public void AnnounceArrival(string declarationId, long version) =>
        ReadDoneIf(Waiting.AnnounceArrival(declarationId, version, time.GetUtcNow()));

    /// <summary>Does what is due.</summary>
    /// <param name="stopping">Cancelled when the activation ends.</param>
    public void Wake(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        if (changes.Last is var last && last.Number != _seen.Number)
        {
            _seen = last;
            if (rules.RereadsAfterMembershipChange)
            {
                _waitingPlan.Add(last.At + QueueLimits.RereadAfter);
                _donePlan.Add(last.At + QueueLimits.RereadAfter);
            }
        }

        if (!Waiting.List.IsBeingRead && _waitingPlan.TakeDue(now))
        {
            _ = ReadAsync(Waiting.List, QueueRows.WaitingPrefix(unitCode), _waitingPlan, stopping);
        }

        if (Done is { IsBeingRead: false } done)
        {
            if (now - _doneUsed > QueueLimits.DoneKept)
            {
                Done = null;
                _failed.Remove(_donePlan);
            }
            else if (_donePlan.TakeDue(now))
            {
                _ = ReadAsync(done, QueueRows.PassedPrefix(unitCode), _donePlan, stopping);
            }
        }

        foreach (var (declarationId, version) in Waiting.TakeDue(now, QueueLimits.AsksAtOnceMax - _asks))
        {
            _ = AskAsync(declarationId, version);
        }

        Waiting.List.Forget(now);
        Done?.Forget(now);
    }

    private async Task ReadAsync(VersionedList list, string prefix, ReadingPlan plan, CancellationToken stopping)
    {
        list.BeginReading(time.GetUtcNow());
        _failed.Remove(plan);
        try
        {
            using var limit = new CancellationTokenSource(QueueLimits.ReadingMax, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
            // Nobody waits for a list that is read again, so it is read together with those of others.
            await foreach (var batch in reader.ReadAsync(prefix, isPatient: list.IsLoaded, either.Token))
            {
                foreach (var entry in batch)
                {
                    list.Merge(entry);
                }

                // Others get their turn between two batches.
                await Task.Yield();
            }

            list.EndReading(time.GetUtcNow());
            plan.Add(time.GetUtcNow() + QueueLimits.RereadEvery);
        }
        catch (Exception exception)
        {
            list.AbandonReading();
            if (!stopping.IsCancellationRequested)
            {
                LogReadingFailed(exception, unitCode);
                plan.Add(time.GetUtcNow() + QueueLimits.ReadingRetriedAfter);
                _failed.Add(plan);
            }
        }
    }

    private async Task AskAsync(string declarationId, long version)
    {
        _asks++;
        DeclarationLocation? answer = null;
        try
        {
            answer = await grains.GetGrain<IDeclaration>(declarationId).WhereAreYouAsync();
        }
        catch (Exception exception)
        {
            // Its silo may have gone a moment ago; it is asked again.
            LogNoAnswer(exception, declarationId);
        }

        _asks--;
        if (answer is not null)
        {
            Decisions.Answered(declarationId, answer.Version);
        }

        var now = time.GetUtcNow();
        var isGivenUp = Waiting.Answer(declarationId, version, answer, now);
        if (isGivenUp && rules.RereadsAfterAsking)
        {
            _waitingPlan.Add(now);
        }

        ReadDoneIf(isGivenUp || version <= answer?.Version);
    }

    /// <summary>What was decided here comes with the outcome alone: where that was not heard, the rows tell.</summary>
    private void ReadDoneIf(bool outcomeWasMissed)
    {
        if (rules.RereadsDecidedAfterAsking && Done is not null && outcomeWasMissed)
        {
            _donePlan.Add(time.GetUtcNow());
        }
    }

    [LoggerMessage(
        EventId = 3101,
        Level = LogLevel.Warning,
        Message = "The rows of unit {UnitCode} could not be read; tried again"
    )]
    private partial void LogReadingFailed(Exception exception, string unitCode);

    [LoggerMessage(
        EventId = 3102,
        Level = LogLevel.Information,
        Message = "Declaration {DeclarationId} did not say where it is; asked again"
    )]
    private partial void LogNoAnswer(Exception exception, string declarationId);
}
