using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Crash;

/// <summary>One request of somebody; a command when it has a key.</summary>
/// <param name="Actor">Who sends it.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">JSON; null for none.</param>
/// <param name="IfMatch">ETag that it was decided on; null for none.</param>
/// <param name="Key">Idempotency key; null for a question.</param>
public sealed record CrashRequest(
    LoadActor Actor,
    HttpMethod Method,
    string Path,
    byte[]? Body = null,
    string? IfMatch = null,
    string? Key = null
);

/// <summary>Sends a request until it is answered for good: to another front when one does not answer, with the same key each time.</summary>
public sealed class PatientClient : IDisposable
{
    /// <summary>How long a client tries at most; a command that has no answer by then counts as unanswered.</summary>
    public static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan AttemptMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMilliseconds(250);
    private readonly Uri[] _fronts;
    private readonly HttpClient _http;

    /// <param name="fronts">Addresses of the fronts.</param>
    /// <param name="connectionCount">Connections to each.</param>
    public PatientClient(Uri[] fronts, int connectionCount)
    {
        _fronts = fronts;
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = connectionCount,
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Answers that were not final, by status and code: how the crashes looked from outside.</summary>
    public ConcurrentDictionary<string, long> Setbacks { get; } = new();

    /// <summary>Sends it once to each front until one answers; null when the answer is not final (429, 5xx) or there was none.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="firstFront">Which front to ask first.</param>
    /// <param name="setbacks">Told what was not final, and how long it took; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Answer?> TryAsync(
        CrashRequest request,
        int firstFront,
        List<string>? setbacks,
        CancellationToken cancellationToken
    )
    {
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < _fronts.Length; turn++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(AttemptMax);
            try
            {
                using var message = MessageOf(request, _fronts[(firstFront + turn) % _fronts.Length]);
                using var response = await _http.SendAsync(message, limit.Token);
                var bytes = await response.Content.ReadAsByteArrayAsync(limit.Token);
                var answer = new Answer(
                    response.StatusCode,
                    BodyOf(bytes),
                    response.Headers.ETag?.ToString(),
                    1,
                    Stopwatch.GetElapsedTime(start)
                );
                if (response.StatusCode != HttpStatusCode.TooManyRequests && (int)response.StatusCode < 500)
                {
                    return answer;
                }

                Count($"{(int)response.StatusCode} {answer.Code}", start, setbacks);
                return null;
            }
            catch (HttpRequestException failure)
            {
                Count(failure.HttpRequestError.ToString(), start, setbacks); // that front is away: the other one is asked at once
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                Count("no answer", start, setbacks);
                return null;
            }
        }

        return null;
    }

    /// <summary>Sends it until it is answered.</summary>
    /// <exception cref="UnansweredException">It was not within <see cref="PatienceMax"/>.</exception>
    public async Task<Answer> SendAsync(CrashRequest request, int firstFront, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var setbacks = new List<string>();
        for (var attempt = 1; ; attempt++)
        {
            var answer = await TryAsync(request, firstFront + attempt - 1, setbacks, cancellationToken);
            var wait = Stopwatch.GetElapsedTime(start);
            if (answer is not null)
            {
                return answer with { Attempts = attempt, Wait = wait, Setbacks = setbacks };
            }

            if (wait > PatienceMax)
            {
                throw new UnansweredException($"{request.Method} {request.Path} was not answered in {PatienceMax}.");
            }

            await Task.Delay(AgainAfter, cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage MessageOf(CrashRequest request, Uri front)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(front, request.Path));
        message.Headers.TryAddWithoutValidation("Authorization", request.Actor.Authorization);
        if (request.Body is not null)
        {
            message.Content = FilingBody.Json(request.Body);
        }

        if (request.IfMatch is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Match", request.IfMatch);
        }

        if (request.Key is not null)
        {
            message.Headers.TryAddWithoutValidation("Idempotency-Key", request.Key);
        }

        return message;
    }

    private static JsonElement BodyOf(byte[] bytes)
    {
        try
        {
            using var body = JsonDocument.Parse(bytes);
            return body.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private void Count(string what, long start, List<string>? setbacks)
    {
        Setbacks.AddOrUpdate(what, 1, (_, count) => count + 1);
        setbacks?.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what} after {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s"
            )
        );
    }
}

/// <summary>A request was not answered for as long as a client waits.</summary>
public sealed class UnansweredException(string message) : Exception(message);
