using CeActors.Functions.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace CeActors.Functions.Hosting;

/// <summary>Serves the built web client, or a plain page where there is none, at every path that is not the API's.</summary>
internal static class WebClient
{
    /// <summary>Operation that answers pages; also the function's name.</summary>
    public const string FunctionName = "WebClient";

    private const string IndexFile = "index.html";

    // Files under assets/ have their digest in their names, so they never change.
    private const string HashedFolder = "/assets";
    private static readonly StringValues ForEver = "public, max-age=31536000, immutable";
    private static readonly StringValues AskFirst = "no-cache";

    // What it does not know is not served, and a compressed file says itself what it is.
    private static readonly FileExtensionContentTypeProvider ContentTypes = new()
    {
        Mappings = { [".br"] = "application/octet-stream" },
    };

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

        var policy = new WebPolicy(settings);
        var files = new PhysicalFileProvider(folder);
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path == "/" + IndexFile)
                {
                    // Not as a file: each answer of the page has a policy of its own.
                    context.Request.Path = "/";
                }

                CompressedFiles.Choose(context, files);
                return next(context);
            }
        );
        var options = new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = ContentTypes,
            OnPrepareResponse = prepared =>
            {
                var context = prepared.Context;
                policy.Dress(context);
                CompressedFiles.Describe(context, prepared.File.Name, ContentTypeOf);
                context.Response.Headers.CacheControl = context.Request.Path.StartsWithSegments(HashedFolder)
                    ? ForEver
                    : AskFirst;
            },
        };
        // What the build leaves for itself, such as the list of its chunks, is hidden and stays here.
        app.UseWhen(
            context => context.Request.Path.Value?.Contains("/.", StringComparison.Ordinal) != true,
            shown => shown.UseStaticFiles(options)
        );
    }

    /// <summary>The page at every path that nothing else answers, so that addresses of the client can be opened and shared.</summary>
    public static void MapWebPages(this WebApplication app, Settings settings)
    {
        var policy = new WebPolicy(settings);
        var page = settings.Front.WebRoot is { } folder ? WebPage.Open(Path.Combine(folder, IndexFile), policy) : null;
        var plain = WebPage.Of(LandingPage, policy);
        app.MapGet("/", context => (page ?? plain).AnswerAsync(context)).ExcludeFromDescription();
        app.MapGet("/{*path}", context => PageOrNothingAsync(context, page)).ExcludeFromDescription();
    }

    private static Task PageOrNothingAsync(HttpContext context, WebPage? page)
    {
        var path = context.Request.Path;
        var isFile = Path.HasExtension(path.Value);
        if (path.StartsWithSegments("/api") || path.StartsWithSegments("/health") || isFile)
        {
            throw new RefusedRequestException(FrontProblem.NoSuchRoute);
        }

        if (page is not null)
        {
            return page.AnswerAsync(context);
        }

        // Statements are printed with the client's address of the verifier; without a client the API itself answers.
        return path.StartsWithSegments("/verify", out var number)
            ? RedirectAsync(context, "/api/verification" + number + context.Request.QueryString)
            : throw new RefusedRequestException(FrontProblem.NoSuchRoute);
    }

    private static Task RedirectAsync(HttpContext context, string address)
    {
        context.Response.Redirect(address);
        return Task.CompletedTask;
    }

    private static string? ContentTypeOf(string fileName) =>
        ContentTypes.TryGetContentType(fileName, out var contentType) ? contentType : null;
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

        var uri = settings.Account.Open(
            uri => uri,
            connectionString => new Azure.Storage.Blobs.BlobServiceClient(connectionString).Uri
        );
        return uri.GetLeftPart(UriPartial.Authority);
    }
}
