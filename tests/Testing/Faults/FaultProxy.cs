using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CeActors.Testing.Faults;

/// <summary>
/// An HTTP proxy before one endpoint of the storage (tables or blobs) that plays the faults of a real one. Requests keep
/// their path, query and headers, so that their signatures hold: a key signs the path and the account, never host or port.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private static readonly string[] OwnHeaders = ["Host", "Connection", "Transfer-Encoding", "Content-Length"];

    // The path is signed as the client wrote it: an address that is tidied up on the way is another address.
    private static readonly UriCreationOptions AsItStands = new()
    {
        DangerousDisablePathAndQueryCanonicalization = true,
    };
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);
    private readonly WebApplication _app;
    private readonly Uri _storage;
    private readonly HttpMessageInvoker _http;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ConcurrentDictionary<StorageFault, long> _faults = new();
    private readonly ConcurrentDictionary<StorageRequestKind, long> _requests = new();

    private FaultProxy(WebApplication app, Uri storage, int port, FaultSchedule schedule)
    {
        _app = app;
        _storage = storage;
        Port = port;
        Schedule = schedule;
        _http = new HttpMessageInvoker(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ActivityHeadersPropagator = null,
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2), // shorter than Azurite's, which closes at five
            }
        );
    }

    /// <summary>Where it listens, on the loopback address.</summary>
    public int Port { get; }

    /// <summary>Which request meets which fault.</summary>
    public FaultSchedule Schedule { get; }

    /// <summary>How pages are cut; null leaves them as the storage makes them.</summary>
    public Paging? Paging { get; set; }

    /// <summary>How long <see cref="StorageFault.Delay"/> waits.</summary>
    public TimeSpan DelayTime { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Sees every request before its fault strikes; called from many threads. Null: nobody looks.</summary>
    public Action<StorageRequest>? Sees { get; set; }

    /// <summary>Requests that arrived, by kind.</summary>
    public IReadOnlyDictionary<StorageRequestKind, long> Requests => _requests.ToDictionary();

    /// <summary>Requests by the fault that they met.</summary>
    public IReadOnlyDictionary<StorageFault, long> Faults => _faults.ToDictionary();

    /// <summary>Starts a proxy on a free port.</summary>
    /// <param name="storage">The endpoint behind it; only scheme, host and port count.</param>
    /// <param name="schedule">Which request meets which fault.</param>
    public static async Task<FaultProxy> StartAsync(Uri storage, FaultSchedule schedule)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Next();
            // Without settings of its own: watching their files takes handles of which there are few.
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore();
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Listen(IPAddress.Loopback, port);
            });
            var app = builder.Build();
            var proxy = new FaultProxy(app, storage, port, schedule);
            app.Run(proxy.HandleAsync);
            try
            {
                await app.StartAsync();
                return proxy;
            }
            catch (IOException) when (attempt < 5)
            {
                await proxy.DisposeAsync(); // another process was quicker to take the port
            }
        }
    }

    /// <summary>Lets go of swallowed requests and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        using var limit = new CancellationTokenSource(StopLimit);
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
        _http.Dispose();
        _stopped.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        try
        {
            var request = await ReadAsync(context);
            _requests.AddOrUpdate(request.Kind, 1, (_, count) => count + 1);
            Sees?.Invoke(request);
            var (fault, chance) = Schedule.Next(request);
            _faults.AddOrUpdate(fault, 1, (_, count) => count + 1);
            await MeetAsync(context, request, fault, chance);
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or IOException or HttpRequestException)
        {
            context.Abort(); // the client has gone, or the storage behind has
        }
    }

    private async Task MeetAsync(HttpContext context, StorageRequest request, StorageFault fault, double chance)
    {
        switch (fault)
        {
            case StorageFault.Busy:
                await StorageAnswer.Busy(request, chance < 0.5).WriteAsync(context);
                return;
            case StorageFault.ServerError:
                await StorageAnswer.ServerError().WriteAsync(context);
                return;
            case StorageFault.Reset:
                context.Abort();
                return;
            case StorageFault.Timeout:
                await SilenceAsync(context);
                return;
            case StorageFault.FalseConflict when request.ConditionalRow is { } row:
                await StorageAnswer.Conflict(request, row).WriteAsync(context);
                return;
            case StorageFault.FalseExists when request.InsertedRow is { } row:
                await StorageAnswer.Exists(request, row).WriteAsync(context);
                return;
            case StorageFault.Delay:
                await Task.Delay(DelayTime, context.RequestAborted);
                break;
        }

        var answer = await ForwardAsync(context, request, chance);
        switch (fault)
        {
            case StorageFault.LostAnswer:
                context.Abort();
                return;
            case StorageFault.SilentAnswer:
                await SilenceAsync(context);
                return;
            case StorageFault.AlteredETag:
                await ETags.Alter(answer).WriteAsync(context);
                return;
            case StorageFault.BusyAfterCommit:
                await StorageAnswer.Busy(request, chance < 0.5).WriteAsync(context);
                return;
            case StorageFault.ExistsAfterCommit when answer.IsSuccess && request.InsertedRow is { } row:
                await StorageAnswer.Exists(request, row).WriteAsync(context);
                return;
            case StorageFault.ConflictAfterCommit when answer.IsSuccess && request.ConditionalRow is { } row:
                await StorageAnswer.Conflict(request, row).WriteAsync(context);
                return;
            default:
                await answer.WriteAsync(context);
                return;
        }
    }

    // Until the client gives up.
    private async Task SilenceAsync(HttpContext context)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopped.Token);
        await Task.Delay(Timeout.InfiniteTimeSpan, ends.Token);
    }

    private async Task<StorageAnswer> ForwardAsync(HttpContext context, StorageRequest request, double chance)
    {
        var (path, query) = (request.Target, "");
        if (request.Kind == StorageRequestKind.Query && Paging is { } paging)
        {
            path = request.Target.Split('?')[0];
            (query, var empty) = paging.Cut(context.Request.QueryString.Value ?? "", chance);
            if (empty is not null)
            {
                return empty;
            }
        }

        using var message = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(_storage.GetLeftPart(UriPartial.Authority) + path + query, AsItStands)
        )
        {
            Content =
                request.Body.IsEmpty && request.Method is "GET" or "HEAD" or "DELETE"
                    ? null
                    : new ReadOnlyMemoryContent(request.Body),
        };
        foreach (var (name, values) in context.Request.Headers)
        {
            if (
                !OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
                && !message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)
            )
            {
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        // What has been forwarded is carried out, whether or not the client still waits.
        using var response = await _http.SendAsync(message, _stopped.Token);
        return await StorageAnswer.ReadAsync(response, _stopped.Token);
    }

    private static async Task<StorageRequest> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new StorageRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers,
            body.ToArray()
        );
    }
}
