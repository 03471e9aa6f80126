using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace CeActors.Benchmarks.Load;

/// <summary>The requests of a flow, in their order.</summary>
public enum FlowStep
{
    File = 0,
    EmployerPass = 1,
    DepartmentPass = 2,
    AgencyPass = 3,
}

/// <summary>Sends flows over HTTP and keeps the time that each request takes. One object serves all clients of a run.</summary>
public sealed class FlowClient : IDisposable
{
    private static readonly FlowStep[] Steps = Enum.GetValues<FlowStep>();
    private readonly IFlowTarget _target;
    private readonly Province _province;
    private readonly HttpClient _http;
    private volatile bool _isMeasuring;
    private long _flowsDone;
    private long _nextFlow = -1;

    /// <param name="target">Where flows go.</param>
    /// <param name="province">The units that they pass.</param>
    /// <param name="clientCount">Connections that are kept.</param>
    public FlowClient(IFlowTarget target, Province province, int clientCount)
    {
        _target = target;
        _province = province;
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = clientCount,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
        };
        _http = new HttpClient(handler)
        {
            BaseAddress = target.Address,
            DefaultRequestVersion = HttpVersion.Version11,
            Timeout = TimeSpan.FromSeconds(30),
        };
        Latencies = Steps.ToDictionary(step => step, _ => new Latencies());
    }

    /// <summary>By kind of request; only what began and ended while measuring.</summary>
    public IReadOnlyDictionary<FlowStep, Latencies> Latencies { get; }

    /// <summary>Failed requests by kind, of the whole run and not only while measuring.</summary>
    public ConcurrentDictionary<string, long> Errors { get; } = new();

    /// <summary>Flows that have ended well since the start.</summary>
    public long FlowsDone => Interlocked.Read(ref _flowsDone);

    /// <summary>True when every registered declarant has filed.</summary>
    public bool IsExhausted => Interlocked.Read(ref _nextFlow) >= _target.People.Count;

    /// <summary>Latencies are kept while true.</summary>
    public bool IsMeasuring
    {
        get => _isMeasuring;
        set => _isMeasuring = value;
    }

    /// <summary>One client: a flow after another, until it is told to stop or nobody is left to file.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var flow = (int)Interlocked.Increment(ref _nextFlow);
            if (flow >= _target.People.Count)
            {
                return;
            }

            if (await FlowAsync(flow))
            {
                Interlocked.Increment(ref _flowsDone);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<bool> FlowAsync(int flow)
    {
        var chain = _province.ChainOf(flow);
        var filed = await SendAsync(FlowStep.File, Filing(flow));
        if (filed is not { Location: { } location })
        {
            return false;
        }

        var id = location[(location.LastIndexOf('/') + 1)..];
        var step = filed.Value;
        foreach (
            var (kind, unit, next) in ((FlowStep, LoadUnit, LoadUnit?)[])
                [
                    (FlowStep.EmployerPass, chain.Employer, chain.Department),
                    (FlowStep.DepartmentPass, chain.Department, chain.Agency),
                    (FlowStep.AgencyPass, chain.Agency, null),
                ]
        )
        {
            if (await SendAsync(kind, Pass(id, unit, next, step.ETag)) is not { } passed)
            {
                return false;
            }

            step = passed;
        }

        return true;
    }

    private HttpRequestMessage Filing(int flow)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/declarations") { Content = FilingBody.Content() };
        _target.Identify(request, _target.People[flow]);
        return request;
    }

    private HttpRequestMessage Pass(string id, LoadUnit unit, LoadUnit? next, string? etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/units/{unit.Code}/declarations/{id}/pass")
        {
            Content = FilingBody.Json(
                next is null ? "{}"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(new PassBody(next.Code), PassJson)
            ),
        };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        _target.Identify(request, unit.Reviewer);
        return request;
    }

    private static readonly JsonSerializerOptions PassJson = new(JsonSerializerDefaults.Web);

    private async Task<(string? ETag, string? Location)?> SendAsync(FlowStep step, HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("N"));
        var isMeasured = _isMeasuring;
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            if (!response.IsSuccessStatusCode)
            {
                Count($"{step}: {(int)response.StatusCode} {CodeOf(body)}");
                return null;
            }

            if (isMeasured && _isMeasuring)
            {
                Latencies[step].Record(start);
            }

            return (response.Headers.ETag?.Tag, response.Headers.Location?.ToString());
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Count($"{step}: {failure.GetType().Name}");
            return null;
        }
        finally
        {
            request.Dispose();
        }
    }

    private void Count(string error) => Errors.AddOrUpdate(error, 1, (_, count) => count + 1);

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

    private sealed record PassBody(string NextUnitCode);
}
