using System.Globalization;
using System.Text.Json;
using CeActors.Benchmarks.Faults;
using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Overload;

/// <summary>Makes the requests of a crowd, each command with a key of its own.</summary>
/// <param name="province">The units.</param>
/// <param name="reviewers">Those who review for each unit, by its code.</param>
public sealed class JobMaker(Province province, IReadOnlyDictionary<string, IReadOnlyList<LoadActor>> reviewers)
{
    private const int PageSize = 20;
    private readonly byte[] _filing = FilingBody.Filing(submits: true);
    private readonly byte[][] _heads =
    [
        .. Enumerable
            .Range(0, 10)
            .Select(number => FilingBody.HeadWith($"1380013800{number.ToString(CultureInfo.InvariantCulture)}")),
    ];

    /// <summary>Saves a draft's head.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="turn">Chooses what is typed; another than the time before.</param>
    public Job SavingOf(DraftPlace draft, int turn)
    {
        var key = NewKey();
        var path = $"/api/declarations/{draft.Told.Id}/head";
        var owner = draft.Told.Owner.Authorization;
        return new Job(WorkKind.Draft, RawRequest.Of("PUT", path, owner, key, body: _heads[turn % _heads.Length]))
        {
            Draft = draft,
            Key = key,
        };
    }

    /// <summary>Files.</summary>
    public Job FilingOf(ToldFlow flow, LoadActor person)
    {
        var key = NewKey();
        var request = RawRequest.Of("POST", "/api/declarations", person.Authorization, key, body: _filing);
        return new Job(WorkKind.Filing, request)
        {
            Flow = flow,
            Step = FlowStep.File,
            Key = key,
        };
    }

    /// <summary>Passes on what was filed, wherever it is.</summary>
    public Job ReviewOf(ToldFlow flow)
    {
        var step = (FlowStep)flow.Steps.Count;
        var chain = province.ChainOf(flow.Number);
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
        var members = reviewers[unit.Code];
        var reviewer = members[flow.Number % members.Count].Authorization;
        return new Job(WorkKind.Review, RawRequest.Of("POST", path, reviewer, key, etag, body))
        {
            Flow = flow,
            Step = step,
            Key = key,
            IfMatch = etag,
        };
    }

    /// <summary>Reads the first page of a unit's list.</summary>
    public static Job ListOf(string unit, LoadActor reader) =>
        new(WorkKind.List, RawRequest.Of("GET", $"/api/units/{unit}/queue?pageSize={PageSize}", reader.Authorization));

    /// <summary>Verifies one of the statements from one of many addresses.</summary>
    public static Job VerificationOf(IReadOnlyList<(string Number, string Code)> statements, int number)
    {
        var (paper, code) = statements[number % statements.Count];
        var address = string.Create(CultureInfo.InvariantCulture, $"198.{number / 250}.{number % 250}.7");
        return new(
            WorkKind.Verification,
            RawRequest.Of("GET", $"/api/verification/{paper}?code={code}", null, forwardedFor: address)
        );
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
