namespace CeActors.DevIdentity.Pages;

/// <summary>What every answer tells the browser not to do.</summary>
internal static class PageHeaders
{
    // form-action: browsers also apply it to the redirects after a form, which end at a client on this machine.
    private const string Policy =
        "default-src 'none'; style-src 'sha256-{0}'; base-uri 'none'; frame-ancestors 'none'; "
        + "form-action 'self' http://127.0.0.1:* http://localhost:*";

    private static readonly string Value = Policy.Replace("{0}", LoginPage.StyleDigest);

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Value;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        return next(http);
    }
}
