using System.Collections.Concurrent;
using System.Globalization;
using CeActors.Benchmarks.Faults;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Overload;

/// <summary>
/// The people of a run: says what is sent next, and keeps what they were told. A command that was refused, or whose answer was
/// lost, comes again later with its key, as browsers do.
/// </summary>
public sealed class Crowd
{
    private const int AddressCount = 5_000;
    private const int RecentMax = 300;
    private const int DraftTriesMax = 50;
    private readonly CeActorsSystem _system;
    private readonly JobMaker _jobs;
    private readonly DraftPlace[] _drafts;
    private readonly Job[] _lists;
    private readonly Job[] _verifications;
    private readonly ConcurrentQueue<(Job Job, string ETag)> _recent = new();
    private readonly ConcurrentQueue<ToldFlow> _ready = new();
    private readonly ConcurrentQueue<Job> _filingsAgain = new();
    private readonly ConcurrentQueue<Job> _reviewsAgain = new();
    private int _nextDraft = -1;
    private int _nextList = -1;
    private int _nextVerification = -1;
    private int _nextPerson;

    /// <param name="system">Where requests go.</param>
    /// <param name="province">The units.</param>
    /// <param name="reviewers">Those who review for each unit, by its code, and read its list.</param>
    /// <param name="drafts">Drafts that are saved.</param>
    /// <param name="statements">Numbers and codes of statements that are verified.</param>
    /// <param name="firstPerson">Index of the first person who has not filed.</param>
    public Crowd(
        CeActorsSystem system,
        Province province,
        IReadOnlyDictionary<string, IReadOnlyList<LoadActor>> reviewers,
        IReadOnlyList<ToldDraft> drafts,
        IReadOnlyList<(string Number, string Code)> statements,
        int firstPerson
    )
    {
        (_system, _jobs, _nextPerson) = (system, new JobMaker(province, reviewers), firstPerson - 1);
        _drafts = [.. drafts.Select(draft => new DraftPlace(draft))];
        _lists = [.. reviewers.SelectMany(unit => unit.Value.Select(reader => JobMaker.ListOf(unit.Key, reader)))];
        _verifications =
        [
            .. Enumerable.Range(0, AddressCount).Select(number => JobMaker.VerificationOf(statements, number)),
        ];
    }

    /// <summary>What was told of every flow that began.</summary>
    public ConcurrentBag<ToldFlow> Flows { get; } = [];

    /// <summary>What was told of every draft.</summary>
    public IReadOnlyCollection<ToldDraft> Drafts => [.. _drafts.Select(draft => draft.Told)];

    /// <summary>The newest acknowledged commands with the ETag that each came to, to be sent once more.</summary>
    public IReadOnlyList<(Job Job, string ETag)> Newest =>
        [
            .. _recent,
            .. _drafts
                .Where(draft => draft.Last is not null)
                .Take(RecentMax)
                .Select(draft => (draft.Last!, draft.Told.ETag)),
        ];

    /// <summary>What is sent next of a kind; of another kind when nobody is left who could do that.</summary>
    public Job Next(WorkKind kind) =>
        kind switch
        {
            WorkKind.Draft => NextDraft(),
            WorkKind.Filing => NextFiling(),
            WorkKind.Review => NextReview(),
            WorkKind.Verification => _verifications[Turn(ref _nextVerification, _verifications.Length)],
            _ => null,
        } ?? _lists[Turn(ref _nextList, _lists.Length)];

    /// <summary>Takes an answer over.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public string? Take(Job job, WireAnswer answer)
    {
        // What never left the front says service-away, and changed nothing; the key tells in either case.
        job.MayHaveTakenEffect |= answer.Status is 0 or >= 500;
        var isRefusedForGood = answer.Status is > 0 and < 500 and not 429 && !answer.IsSuccess;
        if (answer.IsSuccess && job.Key.Length > 0)
        {
            Acknowledge(job, answer);
        }
        else if (!isRefusedForGood && job.Key.Length > 0)
        {
            SendAgain(job);
        }

        job.Draft?.Release();
        return isRefusedForGood || answer.Status is >= 500 and not 503
            ? string.Create(CultureInfo.InvariantCulture, $"{job.Kind}: {answer.Status} {answer.Code}")
            : null;
    }

    /// <summary>Takes out all commands whose outcome is not known.</summary>
    public IReadOnlyList<Job> TakeUndecided() =>
        [
            .. _filingsAgain
                .Concat(_reviewsAgain)
                .Concat(_drafts.Select(draft => draft.Waiting).OfType<Job>())
                .Where(job => job.MayHaveTakenEffect),
        ];

    private void Acknowledge(Job job, WireAnswer answer)
    {
        var etag = answer.ETag ?? throw new BenchmarkException($"{job.Kind} was acknowledged without an ETag.");
        if (job.Flow is { } flow)
        {
            flow.DeclarationId ??= answer.Location?[(answer.Location.LastIndexOf('/') + 1)..];
            flow.Steps.Add(new ToldStep(job.Step, job.Key, job.IfMatch, etag));
            if (job.Step != FlowStep.AgencyPass)
            {
                _ready.Enqueue(flow);
            }
        }

        if (job.Draft is { } draft)
        {
            draft.Waiting = null;
            draft.Last = job;
            draft.Told.Take(etag);
        }
        else
        {
            _recent.Enqueue((job, etag));
            if (_recent.Count > RecentMax)
            {
                _recent.TryDequeue(out _);
            }
        }
    }

    private void SendAgain(Job job)
    {
        if (job.Draft is { } draft)
        {
            draft.Waiting = job;
        }
        else
        {
            (job.Kind == WorkKind.Filing ? _filingsAgain : _reviewsAgain).Enqueue(job);
        }
    }

    private Job? NextDraft()
    {
        for (var tries = 0; tries < DraftTriesMax; tries++)
        {
            var turn = Interlocked.Increment(ref _nextDraft) & int.MaxValue;
            var draft = _drafts[turn % _drafts.Length];
            if (draft.TryTake())
            {
                return draft.Waiting ?? _jobs.SavingOf(draft, turn / _drafts.Length);
            }
        }

        return null;
    }

    private Job? NextFiling()
    {
        if (_filingsAgain.TryDequeue(out var again))
        {
            return again;
        }

        var number = Interlocked.Increment(ref _nextPerson);
        if (number >= _system.People.Count)
        {
            Interlocked.Decrement(ref _nextPerson);
            return null;
        }

        var flow = new ToldFlow(number);
        Flows.Add(flow);
        return _jobs.FilingOf(flow, _system.People[number]);
    }

    private Job? NextReview()
    {
        if (_reviewsAgain.TryDequeue(out var again))
        {
            return again;
        }

        return _ready.TryDequeue(out var flow) ? _jobs.ReviewOf(flow) : null;
    }

    private static int Turn(ref int next, int count) => (Interlocked.Increment(ref next) & int.MaxValue) % count;
}
