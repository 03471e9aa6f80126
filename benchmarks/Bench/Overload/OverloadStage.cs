using System.Net.Http.Json;
using System.Text.Json;
using CeActors.Benchmarks.Faults;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Overload;

/// <summary>Makes the system ready for a crowd: units with several reviewers, people, drafts, and statements to verify.</summary>
/// <param name="system">The system.</param>
/// <param name="province">The units.</param>
/// <param name="draftCount">Drafts.</param>
public sealed class OverloadStage(CeActorsSystem system, Province province, int draftCount) : IDisposable
{
    private const int ClientCount = 48;
    private const int StatementCount = 20;
    private const int MoreAtEmployers = 1;
    private const int MoreAbove = 3;
    private readonly Registration _registration = new(system, ClientCount);
    private readonly HttpClient _http = new() { BaseAddress = system.Address, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The flows of those whose statements are verified.</summary>
    public IReadOnlyCollection<ToldFlow> Flows { get; private set; } = [];

    /// <summary>Sets everything up.</summary>
    /// <param name="filingCount">People who will file, at first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Crowd> SetAsync(int filingCount, CancellationToken cancellationToken)
    {
        Progress.Say("registering units and reviewers");
        await _registration.AddUnitsAsync(province, cancellationToken);
        var reviewers = new Dictionary<string, IReadOnlyList<LoadActor>>();
        foreach (var unit in province.Units)
        {
            var more = unit.Kind == "employer" ? MoreAtEmployers : MoreAbove;
            reviewers[unit.Code] =
            [
                unit.Reviewer,
                .. await _registration.AddReviewersAsync(unit, more, cancellationToken),
            ];
        }

        await AddPeopleAsync(StatementCount, cancellationToken);
        var statements = await IssueAsync(cancellationToken);
        var firstDraft = system.People.Count;
        Progress.Say($"registering {draftCount + filingCount} people, opening {draftCount} drafts");
        await AddPeopleAsync(draftCount + filingCount, cancellationToken);
        var drafts = await OpenDraftsAsync(firstDraft, cancellationToken);
        return new Crowd(system, province, reviewers, drafts, statements, firstDraft + draftCount);
    }

    /// <summary>Registers more people who will file.</summary>
    public Task AddPeopleAsync(int count, CancellationToken cancellationToken) =>
        _registration.AddPeopleAsync(province, count, cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        _registration.Dispose();
        _http.Dispose();
    }

    // The first people's declarations go all the way, and their statements are what is verified.
    private async Task<IReadOnlyList<(string Number, string Code)>> IssueAsync(CancellationToken cancellationToken)
    {
        using var client = new RetryingClient(system, province, ClientCount);
        await Task.WhenAll(Enumerable.Range(0, StatementCount).Select(_ => client.RunAsync(cancellationToken)));
        if (!client.Failures.IsEmpty)
        {
            throw new BenchmarkException($"A flow was refused: {client.Failures.First().Key}");
        }

        Flows = [.. client.Flows];
        var statements = new List<(string, string)>();
        foreach (var flow in Flows)
        {
            var answer = await PostAsync(
                system.People[flow.Number],
                "/api/statements",
                JsonContent.Create(new { fromYear = 2024, toYear = 2025 }),
                cancellationToken
            );
            var content = answer.Body.GetProperty("content");
            statements.Add((content.GetProperty("number").GetString()!, content.GetProperty("code").GetString()!));
        }

        return statements;
    }

    private async Task<IReadOnlyList<ToldDraft>> OpenDraftsAsync(int first, CancellationToken cancellationToken)
    {
        var drafts = new ToldDraft[draftCount];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, draftCount),
            new ParallelOptions { MaxDegreeOfParallelism = ClientCount, CancellationToken = cancellationToken },
            async (number, stop) =>
            {
                var owner = system.People[first + number];
                var answer = await PostAsync(owner, "/api/declarations", FilingBody.Draft(), stop);
                var id = answer.Body.GetProperty("declarationId").GetString()!;
                drafts[number] = new ToldDraft(id, owner, answer.ETag!);
            }
        );
        return drafts;
    }

    private async Task<(JsonElement Body, string? ETag)> PostAsync(
        LoadActor actor,
        string path,
        HttpContent body,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("N"));
        system.Identify(request, actor);
        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new BenchmarkException($"POST {path} answered {(int)response.StatusCode}: {text}");
        }

        using var document = JsonDocument.Parse(text);
        return (document.RootElement.Clone(), response.Headers.ETag?.Tag);
    }
}
