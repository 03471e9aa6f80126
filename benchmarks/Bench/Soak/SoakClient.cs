using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Systems;

namespace CeActors.Benchmarks.Soak;

/// <summary>A declaration of the fixed set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">Who filed it.</param>
/// <param name="Employer">Where it waits once submitted.</param>
public sealed record SoakDeclaration(string Id, LoadActor Owner, LoadUnit Employer)
{
    /// <summary>One client at a time works on it.</summary>
    public SemaphoreSlim Turn { get; } = new(1);
}

/// <summary>
/// Sends what a day brings: of a thousand requests 500 read a declaration, 250 a page of a queue, some withdraw a declaration and submit it
/// again, and the others edit a draft. The set stays as it is; only withdrawals and submissions add to it, for nothing of a history is forgotten.
/// </summary>
public sealed class SoakClient : IDisposable
{
    private const int ReadsInThousand = 500;
    private const int PagesInThousand = 250;
    private readonly CeActorsSystem _system;
    private readonly SoakDeclaration[] _drafts;
    private readonly SoakDeclaration[] _waiting;
    private readonly int _movesInThousand;
    private readonly HttpClient _http;
    private long _done;
    private long _moved;

    /// <param name="system">Where requests go.</param>
    /// <param name="drafts">Declarations that are edited.</param>
    /// <param name="waiting">Declarations that wait at their employers.</param>
    /// <param name="movesInThousand">How many of a thousand requests withdraw and submit again.</param>
    /// <param name="clientCount">Connections that are kept.</param>
    public SoakClient(
        CeActorsSystem system,
        SoakDeclaration[] drafts,
        SoakDeclaration[] waiting,
        int movesInThousand,
        int clientCount
    )
    {
        _system = system;
        _drafts = drafts;
        _waiting = waiting;
        _movesInThousand = movesInThousand;
        _http = new HttpClient(
            new SocketsHttpHandler { MaxConnectionsPerServer = clientCount, ActivityHeadersPropagator = null }
        )
        {
            BaseAddress = system.Address,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>Answered requests since the start.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Withdrawals and submissions since the start: each adds an entry to a history.</summary>
    public long Moved => Interlocked.Read(ref _moved);

    /// <summary>Failed requests by kind.</summary>
    public ConcurrentDictionary<string, long> Errors { get; } = new();

    /// <summary>One client that sends a request after another, no two starting less than <paramref name="pace"/> apart.</summary>
    public async Task RunAsync(TimeSpan pace, int seed, CancellationToken stop)
    {
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        for (var sent = 0L; !stop.IsCancellationRequested; sent++)
        {
            var early = pace * sent - clock.Elapsed;
            if (early > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(early, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await OneAsync(random);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task OneAsync(Random random)
    {
        var kind = random.Next(1_000);
        if (kind < ReadsInThousand)
        {
            var read = Any(random, random.Next(10) == 0 ? _drafts : _waiting);
            await SendAsync("read", read.Owner, HttpMethod.Get, $"/api/declarations/{read.Id}", null, null);
        }
        else if (kind < ReadsInThousand + PagesInThousand)
        {
            var unit = Any(random, _waiting).Employer;
            await SendAsync("page", unit.Reviewer, HttpMethod.Get, $"/api/units/{unit.Code}/queue", null, null);
        }
        else if (kind < 1_000 - _movesInThousand)
        {
            var draft = Any(random, _drafts);
            var path = $"/api/declarations/{draft.Id}/head";
            await SendAsync("edit", draft.Owner, HttpMethod.Put, path, FilingBody.HeadContent(), null);
        }
        else
        {
            await WithdrawAndSubmitAsync(Any(random, _waiting));
        }
    }

    private async Task WithdrawAndSubmitAsync(SoakDeclaration declaration)
    {
        await declaration.Turn.WaitAsync();
        try
        {
            var path = $"/api/declarations/{declaration.Id}";
            var etag = await SendAsync("read", declaration.Owner, HttpMethod.Get, path, null, null);
            foreach (var command in (string[])["withdrawal", "submission"])
            {
                etag = await SendAsync(
                    command,
                    declaration.Owner,
                    HttpMethod.Post,
                    $"{path}/{command}",
                    FilingBody.Json("{}"u8.ToArray()),
                    etag
                );
                Interlocked.Increment(ref _moved);
            }
        }
        finally
        {
            declaration.Turn.Release();
        }
    }

    private async Task<string?> SendAsync(
        string kind,
        LoadActor actor,
        HttpMethod method,
        string path,
        HttpContent? content,
        string? etag
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        _system.Identify(request, actor);
        if (method != HttpMethod.Get)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("N"));
        }

        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        try
        {
            using var response = await _http.SendAsync(request);
            await response.Content.ReadAsByteArrayAsync();
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent)
            {
                Interlocked.Increment(ref _done);
            }
            else
            {
                Count($"{kind}: {(int)response.StatusCode}");
            }

            return response.Headers.ETag?.Tag;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Count($"{kind}: {failure.GetType().Name}");
            return null;
        }
    }

    private void Count(string error) => Errors.AddOrUpdate(error, 1, (_, count) => count + 1);

    private static SoakDeclaration Any(Random random, SoakDeclaration[] set) => set[random.Next(set.Length)];
}
