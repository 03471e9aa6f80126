using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace CeActors.Functions.Hosting;

/// <summary>
/// The client's one page. Ant Design writes its styles while the page runs, so each answer carries a number used once that the
/// page hands to them; no other inline style and no inline script is let in.
/// </summary>
internal sealed class WebPage
{
    /// <summary>Stands in the built page where the number goes.</summary>
    public const string NoncePlace = "%STYLE_NONCE%";

    /// <summary>Bytes of the number; 128 bits cannot be guessed while the page lives.</summary>
    public const int NonceBytes = 16;

    private const string Html = "text/html; charset=utf-8";
    private readonly string _text;
    private readonly WebPolicy _policy;

    private WebPage(string text, WebPolicy policy)
    {
        _text = text;
        _policy = policy;
    }

    /// <summary>Reads the page once; the folder changes only with a new build, before a start.</summary>
    public static WebPage Open(string file, WebPolicy policy) => new(File.ReadAllText(file), policy);

    /// <summary>A page of this text.</summary>
    public static WebPage Of(string text, WebPolicy policy) => new(text, policy);

    /// <summary>Answers with the page and a policy of its own.</summary>
    public Task AnswerAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(NonceBytes));
        _policy.Dress(context, nonce);
        context.Response.ContentType = Html;
        // Asked for anew each time, and with it the number and the names of the files.
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.WriteAsync(
            _text.Replace(NoncePlace, nonce, StringComparison.Ordinal),
            context.RequestAborted
        );
    }
}

/// <summary>The Content-Security-Policy of the client: this origin, the evidence's and the authority's, nothing inline.</summary>
internal sealed class WebPolicy
{
    private readonly string _scheme;

    public WebPolicy(Settings settings)
    {
        var identity = settings.Identity.Authority.GetLeftPart(UriPartial.Authority);
        var blobs = BlobOrigins.Of(settings.Evidence);
        _scheme = string.Join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'{0}",
            // Growing text fields measure themselves by a style attribute; it can name no script.
            "style-src-attr 'unsafe-inline'",
            $"img-src 'self' data: blob: {blobs}",
            "font-src 'self'",
            $"connect-src 'self' {blobs} {identity}",
            $"frame-src 'self' blob: {blobs}",
            "object-src 'none'",
            "base-uri 'none'",
            $"form-action 'self' {identity}",
            "frame-ancestors 'none'"
        );
    }

    /// <summary>Sets the headers of a page or file of the client.</summary>
    /// <param name="context">The answer.</param>
    /// <param name="nonce">Number used once for styles; null where there is no page.</param>
    public void Dress(HttpContext context, string? nonce = null) =>
        context.Response.Headers.ContentSecurityPolicy = new StringValues(
            _scheme.Replace("{0}", nonce is null ? "" : $" 'nonce-{nonce}'", StringComparison.Ordinal)
        );
}
