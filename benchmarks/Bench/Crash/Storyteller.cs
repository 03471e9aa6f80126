using System.Text.Json;
using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Crash;

/// <summary>
/// One client: takes a person after another through the guide, as people do: some file a draft first, some are returned, some
/// withdraw and file again, some click twice, and some withdraw at the moment in which their reviewer passes.
/// </summary>
public sealed class Storyteller(StoryPlace place, int number, Random random)
{
    private const int ReturnsMax = 2;
    private readonly Ledger _ledger = place.Ledger;
    private readonly string _keyPrefix = $"{place.RunName}-{number}-";
    private int _front = number;
    private int _keys;

    /// <summary>Tells stories until told to stop; a command under way is waited for.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await StoryAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is UnansweredException or StoryException)
            {
                _ledger.Surprises.Enqueue(fault.Message);
            }
        }
    }

    private async Task StoryAsync(CancellationToken stop)
    {
        var (person, chain) = place.NextPerson();
        await RegisterAsync(person, stop);
        var known = await FileAsync(person, stop);
        for (var returns = 0; ; )
        {
            switch (known.Status)
            {
                case "draft" or "returned" or "withdrawn":
                    await MoveAsync(known, "submitted", Own(known, "submission"), stop);
                    break;
                case "pendingEmployer":
                    returns += await ReviewAsync(known, chain.Employer, chain.Department, returns, stop);
                    break;
                case "pendingSuperior":
                    returns += await ReviewAsync(known, chain.Department, chain.Agency, returns, stop);
                    break;
                case "pendingAgency" when random.Next(3) == 0:
                    await BatchAsync(known, chain.Agency, stop);
                    return;
                case "pendingAgency":
                    returns += await ReviewAsync(known, chain.Agency, null, returns, stop);
                    break;
                default:
                    return;
            }
        }
    }

    private async Task RegisterAsync(LoadActor person, CancellationToken stop)
    {
        var request = new CrashRequest(
            place.Administrator,
            HttpMethod.Put,
            $"/api/registry/people/{person.Subject}",
            Bytes(
                new
                {
                    Name = "申报人",
                    ResidentId = Systems.ResidentIds.Number(place.IndexOf(person)),
                    person.EmployerCode,
                }
            ),
            Key: NewKey()
        );
        var answer = await InsideAsync(() => CommandAsync(request, null), stop);
        if (!answer.IsSuccess)
        {
            throw new StoryException($"a registration was answered {answer.Essence} {answer.Code}");
        }
    }

    private async Task<KnownDeclaration> FileAsync(LoadActor person, CancellationToken stop)
    {
        var submits = random.Next(4) > 0;
        var action = submits ? "submitted" : "created";
        var body = submits ? place.FilingBody : place.DraftBody;
        var request = new CrashRequest(person, HttpMethod.Post, "/api/declarations", body, Key: NewKey());
        return await InsideAsync(
            async () =>
            {
                var answer = await CommandAsync(request, action);
                var id = answer.Text("declarationId");
                if (!answer.IsSuccess || id is null)
                {
                    throw new StoryException($"a filing was answered {answer.Essence} {answer.Code}");
                }

                var known = _ledger.Declarations.GetOrAdd(id, new KnownDeclaration(id, person));
                known.Take(action, answer, answer.ETag);
                return known;
            },
            stop
        );
    }

    // Returns 1 when it went back to the person.
    private async Task<int> ReviewAsync(
        KnownDeclaration known,
        LoadUnit unit,
        LoadUnit? next,
        int returns,
        CancellationToken stop
    )
    {
        var chance = random.Next(100);
        var pass = Of(known, unit, "pass", next is null ? "{}"u8.ToArray() : Bytes(new { NextUnitCode = next.Code }));
        var passes = next is null ? "recognised" : "passed";
        if (chance < 80 || returns >= ReturnsMax)
        {
            await MoveAsync(known, passes, pass, stop);
        }
        else if (chance < 90)
        {
            var back = Of(known, unit, "return", Bytes(new { Reason = "请补充说明。" }));
            await MoveAsync(known, "returned", back, stop);
        }
        else if (chance < 95)
        {
            await MoveAsync(known, "withdrawn", Own(known, "withdrawal"), stop);
        }
        else
        {
            await RaceAsync(known, (passes, pass), ("withdrawn", Own(known, "withdrawal")), stop);
        }

        return known.Status is "returned" or "withdrawn" ? 1 : 0;
    }

    private Task MoveAsync(KnownDeclaration known, string action, CrashRequest request, CancellationToken stop) =>
        InsideAsync(
            async () =>
            {
                var answer = await CommandAsync(request, action);
                if (!answer.IsSuccess)
                {
                    throw new StoryException($"{request.Path} was refused: {answer.Essence} {answer.Code}");
                }

                known.Take(action, answer, answer.ETag);
                return answer;
            },
            stop
        );

    // Two commands decided on the same version: one of them wins, and the other is told so.
    private Task RaceAsync(
        KnownDeclaration known,
        (string Action, CrashRequest Request) one,
        (string Action, CrashRequest Request) other,
        CancellationToken stop
    ) =>
        InsideAsync(
            async () =>
            {
                var answers = await Task.WhenAll(
                    CommandAsync(one.Request, one.Action),
                    CommandAsync(other.Request, other.Action)
                );
                var winners = answers.Count(answer => answer.IsSuccess);
                if (winners != 1)
                {
                    throw new StoryException($"{winners} of two commands on one version of {known.Id} were accepted");
                }

                var (action, won) = answers[0].IsSuccess ? (one.Action, answers[0]) : (other.Action, answers[1]);
                known.Take(action, won, won.ETag);
                return won;
            },
            stop
        );

    private async Task BatchAsync(KnownDeclaration known, LoadUnit agency, CancellationToken stop)
    {
        if (place.Batches.Add(agency.Code, known) is not { } full)
        {
            return; // it waits until there are more
        }

        var passes = random.Next(5) > 0;
        var request = new CrashRequest(
            agency.Reviewer,
            HttpMethod.Post,
            $"/api/units/{agency.Code}/batches",
            Bytes(
                new
                {
                    Items = full.Select(item => new { DeclarationId = item.Id, item.Version }),
                    Verdict = passes ? "pass" : "return",
                    Reason = passes ? null : "请补充说明。",
                }
            ),
            Key: NewKey()
        );
        await InsideAsync(() => BatchAsync(request, full, passes ? "recognised" : "returned"), stop);
    }

    private async Task<Answer> BatchAsync(CrashRequest request, IReadOnlyList<KnownDeclaration> items, string action)
    {
        var accepted = await CommandAsync(request, null);
        if (!accepted.IsSuccess)
        {
            throw new StoryException($"a batch was answered {accepted.Essence} {accepted.Code}");
        }

        var batch = await place.FinishBatchAsync(request.Actor, accepted.Text("batchId")!, _front);
        var byId = items.ToDictionary(item => item.Id);
        foreach (var outcome in batch.Body.GetProperty("outcomes").EnumerateArray())
        {
            var id = outcome.GetProperty("declarationId").GetString()!;
            if (!outcome.TryGetProperty("receipt", out var receipt) || receipt.ValueKind != JsonValueKind.Object)
            {
                throw new StoryException($"a batch refused {id}: {outcome}");
            }

            byId[id]
                .Take(
                    action,
                    receipt.GetProperty("status").GetString()!,
                    null,
                    receipt.GetProperty("version").GetInt64(),
                    null
                );
        }

        return batch;
    }

    // One in twenty is sent twice at the same moment, as by a double click: both must be answered alike.
    private async Task<Answer> CommandAsync(CrashRequest request, string? action)
    {
        var isTwice = random.Next(20) == 0;
        var answers = await place.TimedAsync(
            request,
            () =>
                Task.WhenAll(
                    Enumerable
                        .Range(0, isTwice ? 2 : 1)
                        .Select(i => place.Client.SendAsync(request, _front + i, default))
                )
        );
        var answer = answers[0];
        if (
            answers.Any(each =>
                each.IsSuccess != answer.IsSuccess || (each.IsSuccess && each.Essence != answer.Essence)
            )
        )
        {
            throw new StoryException(
                $"one key, two answers: {string.Join(" and ", answers.Select(each => $"{each.Essence} {each.Code}"))}"
            );
        }

        if (answer.IsSuccess)
        {
            _ledger.Commands.Enqueue(new Acknowledged(action, request, answer.Essence));
        }

        if (answer.Attempts > 1)
        {
            _front++;
        }

        return answer;
    }

    private async Task<T> InsideAsync<T>(Func<Task<T>> command, CancellationToken stop)
    {
        await Task.Delay(place.ThinkTime * (2 * random.NextDouble()), stop);
        await place.Gate.EnterAsync(stop);
        try
        {
            return await command();
        }
        finally
        {
            place.Gate.Leave();
        }
    }

    private CrashRequest Own(KnownDeclaration known, string what) =>
        new(known.Person, HttpMethod.Post, $"/api/declarations/{known.Id}/{what}", IfMatch: known.ETag, Key: NewKey());

    private CrashRequest Of(KnownDeclaration known, LoadUnit unit, string what, byte[] body) =>
        new(
            unit.Reviewer,
            HttpMethod.Post,
            $"/api/units/{unit.Code}/declarations/{known.Id}/{what}",
            body,
            known.ETag,
            NewKey()
        );

    private string NewKey() => _keyPrefix + (++_keys);

    private static byte[] Bytes(object body) => JsonSerializer.SerializeToUtf8Bytes(body, StoryPlace.Json);
}

/// <summary>A story took a turn that it must not take.</summary>
public sealed class StoryException(string message) : Exception(message);
