using CeActors.Functions.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace CeActors.Functions.Hosting;

/// <summary>Serves the built web client, or a plain page where there is none, at every path that is not the API's.</summary>
internal static class WebClient
{
    /// <summary>Operation that answers pages; also the function's name.</summary>
    public const string FunctionName = "WebClient";

    private const string Html = "text/html; charset=utf-8";
    private const string IndexFile = "index.html";

    // Files under assets/ have their digest in their names, so they never change.
    private const string HashedFolder = "/assets";
    private static readonly StringValues ForEver = "public, max-age=31536000, immutable";
    private static readonly StringValues AskFirst = "no-cache";

    private const string LandingPage = """
        <!doctype html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>继续教育学时核认 · CeActors</title></head>
        <body>
        <h1>继续教育学时核认</h1>
        <p>服务正在运行，未配置网页客户端。The service is running; no web client is configured.</p>
        <ul>
        <li><a href="/api/docs">接口说明 API reference</a></li>
        <li><a href="/api/openapi.json">OpenAPI 3.1</a></li>
        <li><a href="/health/ready">运行状态 Health</a></li>
        </ul>
        </body>
        </html>
        """;

    /// <summary>Static files, before anything that needs a sign-in.</summary>
    public static void UseWebFiles(this WebApplication app, Settings settings)
    {
        if (settings.Front.WebRoot is not { } folder)
        {
            return;
        }

        var policy = PolicyOf(settings);
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                OnPrepareResponse = prepared =>
                {
                    var context = prepared.Context;
                    Dress(context, policy);
                    context.Response.Headers.CacheControl = context.Request.Path.StartsWithSegments(HashedFolder)
                        ? ForEver
                        : AskFirst;
                },
            }
        );
    }

    /// <summary>The page at every path that nothing else answers, so that addresses of the client can be opened and shared.</summary>
    public static void MapWebPages(this WebApplication app, Settings settings)
    {
        var policy = PolicyOf(settings);
        var index = settings.Front.WebRoot is { } folder ? Path.Combine(folder, IndexFile) : null;
        app.MapGet("/", context => PageAsync(context, policy, index)).ExcludeFromDescription();
        app.MapGet("/{*path}", context => PageOrNothingAsync(context, policy, index)).ExcludeFromDescription();
    }

    private static Task PageOrNothingAsync(HttpContext context, StringValues policy, string? index)
    {
        var path = context.Request.Path;
        var isFile = Path.HasExtension(path.Value);
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || isFile)
        {
            throw new RefusedRequestException(FrontProblem.NoSuchRoute);
        }

        if (index is null)
        {
            // Statements are printed with the client's address of the verifier; without a client the API itself answers.
            return path.StartsWithSegments("/verify", out var number)
                ? RedirectAsync(context, "/api/verification" + number + context.Request.QueryString)
                : throw new RefusedRequestException(FrontProblem.NoSuchRoute);
        }

        return PageAsync(context, policy, index);
    }

    private static Task PageAsync(HttpContext context, StringValues policy, string? index)
    {
        Dress(context, policy);
        context.Response.ContentType = Html;
        context.Response.Headers.CacheControl = AskFirst;
        return index is null
            ? context.Response.WriteAsync(LandingPage, context.RequestAborted)
            : context.Response.SendFileAsync(index, context.RequestAborted);
    }

    private static Task RedirectAsync(HttpContext context, string address)
    {
        context.Response.Redirect(address);
        return Task.CompletedTask;
    }

    private static void Dress(HttpContext context, StringValues policy)
    {
        context.Response.Headers.ContentSecurityPolicy = policy;
        // The client renews a sign-in in a frame of its own origin.
        context.Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    private static StringValues PolicyOf(Settings settings)
    {
        var identity = settings.Identity.Authority.GetLeftPart(UriPartial.Authority);
        var blobs = BlobOrigins.Of(settings.Evidence);
        return string.Join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            // Ant Design writes its styles at run time.
            "style-src 'self' 'unsafe-inline'",
            $"img-src 'self' data: blob: {blobs}",
            "font-src 'self' data:",
            $"connect-src 'self' {blobs} {identity}",
            $"frame-src 'self' blob: {blobs} {identity}",
            "object-src 'none'",
            "base-uri 'self'",
            $"form-action 'self' {identity}",
            "frame-ancestors 'self'"
        );
    }
}

/// <summary>The origin at which browsers reach the evidence.</summary>
internal static class BlobOrigins
{
    public static string Of(EvidenceSettings settings)
    {
        if (settings.BrowserOrigin is { } named)
        {
            return named;
        }

        var uri = settings.AccountUri ?? new Azure.Storage.Blobs.BlobServiceClient(settings.ConnectionString).Uri;
        return uri.GetLeftPart(UriPartial.Authority);
    }
}
