using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
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
    private const int PageSize = 20;
    private readonly CeActorsSystem _system;
    private readonly Province _province;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<LoadActor>> _reviewers;
    private readonly DraftPlace[] _drafts;
    private readonly Job[] _lists;
    private readonly Job[] _verifications;
    private readonly byte[] _filing = FilingBody.Filing(submits: true);
    private readonly byte[][] _heads =
    [
        .. Enumerable
            .Range(0, 10)
            .Select(number => FilingBody.HeadWith($"1380013800{number.ToString(CultureInfo.InvariantCulture)}")),
    ];

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
        (_system, _province, _reviewers, _nextPerson) = (system, province, reviewers, firstPerson - 1);
        _drafts = [.. drafts.Select(draft => new DraftPlace(draft))];
        _lists = [.. reviewers.SelectMany(unit => unit.Value.Select(reader => ListOf(unit.Key, reader)))];
        _verifications = [.. Enumerable.Range(0, AddressCount).Select(number => VerificationOf(statements, number))];
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
                return draft.Waiting ?? SavingOf(draft, _heads[turn / _drafts.Length % _heads.Length]);
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
        var key = NewKey();
        var person = _system.People[number].Authorization;
        return new Job(WorkKind.Filing, RawRequest.Of("POST", "/api/declarations", person, key, body: _filing))
        {
            Flow = flow,
            Step = FlowStep.File,
            Key = key,
        };
    }

    private Job? NextReview()
    {
        if (_reviewsAgain.TryDequeue(out var again))
        {
            return again;
        }

        if (!_ready.TryDequeue(out var flow))
        {
            return null;
        }

        var step = (FlowStep)flow.Steps.Count;
        var chain = _province.ChainOf(flow.Number);
        var (unit, next) = step switch
        {
            FlowStep.EmployerPass => (chain.Employer, chain.Department.Code),
            FlowStep.DepartmentPass => (chain.Department, chain.Agency.Code),
            _ => (chain.Agency, (string?)null),
        };
        var key = NewKey();
        var etag = flow.Steps[^1].ETag;
        var path = $"/api/units/{unit.Code}/declarations/{flow.DeclarationId}/pass";
        var body = next is null ? "{}"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(new { nextUnitCode = next });
        var reviewers = _reviewers[unit.Code];
        var reviewer = reviewers[flow.Number % reviewers.Count];
        return new Job(WorkKind.Review, RawRequest.Of("POST", path, reviewer.Authorization, key, etag, body))
        {
            Flow = flow,
            Step = step,
            Key = key,
            IfMatch = etag,
        };
    }

    private static Job SavingOf(DraftPlace draft, byte[] head)
    {
        var key = NewKey();
        var path = $"/api/declarations/{draft.Told.Id}/head";
        return new Job(WorkKind.Draft, RawRequest.Of("PUT", path, draft.Told.Owner.Authorization, key, body: head))
        {
            Draft = draft,
            Key = key,
        };
    }

    private static Job ListOf(string unit, LoadActor reader) =>
        new(
            WorkKind.List,
            RawRequest.Of("GET", $"/api/units/{unit}/queue?pageSize={PageSize}", reader.Authorization)
        );

    private static Job VerificationOf(IReadOnlyList<(string Number, string Code)> statements, int number)
    {
        var (paper, code) = statements[number % statements.Count];
        var address = string.Create(CultureInfo.InvariantCulture, $"198.{number / 250}.{number % 250}.7");
        return new(
            WorkKind.Verification,
            RawRequest.Of("GET", $"/api/verification/{paper}?code={code}", null, forwardedFor: address)
        );
    }

    private static int Turn(ref int next, int count) => (Interlocked.Increment(ref next) & int.MaxValue) % count;

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
