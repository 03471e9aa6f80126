using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using CeActors.Benchmarks.Load;

namespace CeActors.Benchmarks.Faults;

/// <summary>
/// Sends flows as a browser does that keeps its command id: what is not answered, or answered with 503, is sent again with the
/// same key until it is decided. It keeps what was acknowledged. One object serves all clients of a run.
/// </summary>
public sealed class RetryingClient : IDisposable
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UsualWait = TimeSpan.FromMilliseconds(500);
    private readonly IFlowTarget _target;
    private readonly Province _province;
    private readonly HttpClient _http;
    private volatile Slice _current = new();
    private int _nextFlow = -1;

    /// <param name="target">Where flows go.</param>
    /// <param name="province">The units that they pass.</param>
    /// <param name="clientCount">Connections that are kept.</param>
    public RetryingClient(IFlowTarget target, Province province, int clientCount)
    {
        _target = target;
        _province = province;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = clientCount,
                UseCookies = false,
                UseProxy = false,
                AllowAutoRedirect = false,
                ActivityHeadersPropagator = null,
            }
        )
        {
            BaseAddress = target.Address,
            Timeout = TimeSpan.FromSeconds(35), // longer than the system gives itself
        };
    }

    /// <summary>What was told of every flow that began.</summary>
    public ConcurrentBag<ToldFlow> Flows { get; } = [];

    /// <summary>Answers that are none of a system that keeps its promises, by kind; a promise is broken when there is one.</summary>
    public ConcurrentDictionary<string, long> Failures { get; } = new();

    /// <summary>Why requests were sent again, by kind.</summary>
    public ConcurrentDictionary<string, long> Retries { get; } = new();

    /// <summary>Where acknowledged requests are counted from now on.</summary>
    public Slice Current
    {
        get => _current;
        set => _current = value;
    }

    /// <summary>True when every registered declarant has filed.</summary>
    public bool IsExhausted => Volatile.Read(ref _nextFlow) >= _target.People.Count - 1;

    /// <summary>One client: a flow after another, each to its end, until it is told to stop or nobody is left to file.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _nextFlow);
            if (number >= _target.People.Count)
            {
                Interlocked.Decrement(ref _nextFlow);
                return;
            }

            var flow = new ToldFlow(number);
            Flows.Add(flow);
            await FlowAsync(flow);
        }
    }

    /// <summary>Sends acknowledged commands once more and counts the answers that differ from the first.</summary>
    public async Task<int> RepeatAsync(ToldFlow flow)
    {
        var different = 0;
        foreach (var told in flow.Steps)
        {
            var again = await SendAsync(flow, told.Step, told.Key, told.IfMatch);
            different += again?.ETag == told.ETag ? 0 : 1;
        }

        return different;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task FlowAsync(ToldFlow flow)
    {
        string? etag = null;
        foreach (var step in Enum.GetValues<FlowStep>())
        {
            var key = Guid.NewGuid().ToString("N");
            var start = Stopwatch.GetTimestamp();
            if (await SendAsync(flow, step, key, etag) is not { } answer)
            {
                return;
            }

            Current.Count(start);
            flow.DeclarationId ??= answer.DeclarationId;
            flow.Steps.Add(new ToldStep(step, key, etag, answer.ETag));
            etag = answer.ETag;
        }
    }

    /// <summary>Null when it was refused, or not decided in reason.</summary>
    private async Task<(string ETag, string? DeclarationId)?> SendAsync(
        ToldFlow flow,
        FlowStep step,
        string key,
        string? ifMatch
    )
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var wait = UsualWait;
            try
            {
                using var request = RequestOf(flow, step, ifMatch);
                request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
                using var response = await _http.SendAsync(request);
                var body = await response.Content.ReadAsByteArrayAsync();
                if (response.IsSuccessStatusCode && response.Headers.ETag is { } etag)
                {
                    var location = response.Headers.Location?.ToString();
                    return (etag.Tag, location?[(location.LastIndexOf('/') + 1)..]);
                }

                var kind = $"{step}: {(int)response.StatusCode} {CodeOf(body)}";
                if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
                {
                    Add(Failures, kind);
                    return null;
                }

                Add(Retries, kind);
                wait = response.Headers.RetryAfter?.Delta ?? UsualWait;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                Add(Retries, $"{step}: {failure.GetType().Name}");
            }

            if (Stopwatch.GetElapsedTime(start) > GiveUpAfter)
            {
                Add(Failures, $"{step}: undecided after {GiveUpAfter.TotalSeconds} s");
                return null;
            }

            await Task.Delay(wait < LongestWait ? wait : LongestWait);
        }
    }

    private HttpRequestMessage RequestOf(ToldFlow flow, FlowStep step, string? ifMatch)
    {
        var chain = _province.ChainOf(flow.Number);
        var (unit, next) = step switch
        {
            FlowStep.EmployerPass => (chain.Employer, chain.Department.Code),
            FlowStep.DepartmentPass => (chain.Department, chain.Agency.Code),
            FlowStep.AgencyPass => (chain.Agency, (string?)null),
            _ => (null, null),
        };
        if (unit is null)
        {
            var filing = new HttpRequestMessage(HttpMethod.Post, "/api/declarations")
            {
                Content = FilingBody.Content(),
            };
            _target.Identify(filing, _target.People[flow.Number]);
            return filing;
        }

        var body = next is null ? "{}"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(new { nextUnitCode = next });
        var pass = new HttpRequestMessage(
            HttpMethod.Post,
            $"/api/units/{unit.Code}/declarations/{flow.DeclarationId}/pass"
        )
        {
            Content = FilingBody.Json(body),
        };
        pass.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        _target.Identify(pass, unit.Reviewer);
        return pass;
    }

    private static void Add(ConcurrentDictionary<string, long> counts, string kind) =>
        counts.AddOrUpdate(kind, 1, (_, count) => count + 1);

    private static string CodeOf(byte[] body)
    {
        try
        {
            using var problem = JsonDocument.Parse(body);
            return problem.RootElement.GetProperty("code").GetString() ?? "";
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
