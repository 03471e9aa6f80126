using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Races;

/// <summary>Sends the requests of one race all at once and judges their answers together.</summary>
public sealed class RaceClient : IDisposable
{
    private const int AttemptsMax = 10;
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(200);
    private readonly CeActorsSystem _system;
    private readonly Chain _chain;
    private readonly HttpClient _http;

    /// <param name="system">The system.</param>
    /// <param name="chain">Units that declarations go through.</param>
    /// <param name="clientCount">Requests that are sent at a time.</param>
    public RaceClient(CeActorsSystem system, Chain chain, int clientCount)
    {
        _system = system;
        _chain = chain;
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = clientCount,
            UseProxy = false,
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(handler) { BaseAddress = system.Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>One declaration, and all reviewers pass it at the same moment.</summary>
    public async Task DecideAsync(
        LoadActor declarant,
        IReadOnlyList<LoadActor> reviewers,
        RaceFigures figures,
        CancellationToken cancellationToken
    )
    {
        var filed = await SendAsync(
            declarant,
            HttpMethod.Post,
            "/api/declarations",
            FilingBody.Content,
            figures,
            cancellationToken
        );
        var id = filed.Json["declarationId"]!.GetValue<string>();
        var path = $"/api/units/{_chain.Employer.Code}/declarations/{id}";
        var body = JsonSerializer.SerializeToUtf8Bytes(new { nextUnitCode = _chain.Department.Code });
        var start = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(
            reviewers.Select(reviewer =>
                SendAsync(
                    reviewer,
                    HttpMethod.Post,
                    path + "/pass",
                    () => FilingBody.Json(body),
                    figures,
                    cancellationToken,
                    filed.Tag
                )
            )
        );
        figures.DecisionTimes.Record(start);
        figures.Decisions++;
        var view = await SendAsync(reviewers[0], HttpMethod.Get, path, null, figures, cancellationToken);
        figures.WonOnce += IsWonOnce(answers, view, figures) ? 1 : 0;
    }

    /// <summary>One filing, sent many times with the same key at the same moment; and once more with another body.</summary>
    public async Task FileAsync(
        LoadActor declarant,
        int copyCount,
        RaceFigures figures,
        CancellationToken cancellationToken
    )
    {
        var key = Guid.NewGuid().ToString("N");
        Task<RaceAnswer> FileOneAsync(Func<HttpContent> body) =>
            SendAsync(declarant, HttpMethod.Post, "/api/declarations", body, figures, cancellationToken, key: key);
        var start = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, copyCount).Select(_ => FileOneAsync(FilingBody.Content)));
        figures.FilingTimes.Record(start);
        figures.Filings++;
        var equal = answers.Count(answer => answer == answers[0] && answer.Status == HttpStatusCode.Created);
        figures.EqualAnswers += equal;
        var list = await SendAsync(declarant, HttpMethod.Get, "/api/declarations", null, figures, cancellationToken);
        var count = list.Json["declarations"]!.AsArray().Count;
        var other = await FileOneAsync(FilingBody.Draft);
        var isRefused = other.Status == HttpStatusCode.UnprocessableEntity && other.Code == "command-id-reused";
        figures.OtherBodiesRefused += isRefused ? 1 : 0;
        Require(equal == copyCount, "an answer to a copy was another", figures);
        Require(count == 1, $"{count} declarations came of one filing", figures);
        Require(isRefused, $"another body under a known key was answered {(int)other.Status} {other.Code}", figures);
        figures.FiledOnce += equal == copyCount && count == 1 && isRefused ? 1 : 0;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static bool IsWonOnce(RaceAnswer[] answers, RaceAnswer view, RaceFigures figures)
    {
        var last = view.Json["history"]!.AsArray()[^1]!;
        var winners = answers.Count(answer => answer.Status == HttpStatusCode.OK);
        var told = answers.Count(answer =>
            answer is { Status: HttpStatusCode.PreconditionFailed, Code: "stale-version" }
            && answer.Json["facts"]?["decidedByName"]?.GetValue<string>() == last["actorName"]!.GetValue<string>()
            && answer.Json["facts"]?["decidedAt"] is not null
        );
        figures.LosersTold += told;
        var isOneMore = view.Json["version"]!.GetValue<long>() == 2;
        Require(winners == 1, $"{winners} reviewers won", figures);
        Require(winners + told == answers.Length, "a loser was not told who won, and when", figures);
        Require(isOneMore, $"the declaration is at version {view.Json["version"]}", figures);
        return winners == 1 && winners + told == answers.Length && isOneMore;
    }

    private static void Require(bool isSo, string otherwise, RaceFigures figures)
    {
        if (!isSo)
        {
            figures.Break(otherwise);
        }
    }

    // What has an unknown outcome is sent again with the same key, as a client must.
    private async Task<RaceAnswer> SendAsync(
        LoadActor actor,
        HttpMethod method,
        string path,
        Func<HttpContent>? body,
        RaceFigures figures,
        CancellationToken cancellationToken,
        string? tag = null,
        string? key = null
    )
    {
        key ??= Guid.NewGuid().ToString("N");
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(method, path) { Content = body?.Invoke() };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            _system.Identify(request, actor);
            if (tag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", tag);
            }

            using var response = await _http.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == AttemptsMax)
            {
                return new RaceAnswer(
                    response.StatusCode,
                    response.Headers.ETag?.Tag,
                    await response.Content.ReadAsStringAsync(cancellationToken)
                );
            }

            figures.Again();
            await Task.Delay(AgainAfter, cancellationToken);
        }
    }

    private sealed record RaceAnswer(HttpStatusCode Status, string? Tag, string Text)
    {
        public JsonNode Json =>
            JsonNode.Parse(Text) ?? throw new BenchmarkException($"{(int)Status} came without a document.");

        public string? Code => Json["code"]?.GetValue<string>();
    }
}
