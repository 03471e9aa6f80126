using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace CeActors.Functions.Hosting;

/// <summary>
/// Files of the web client that were compressed when it was built, at the best quality, so that nothing is compressed at run time. A
/// browser that takes one gets it under the name of the original.
/// </summary>
internal static class CompressedFiles
{
    /// <summary>By preference.</summary>
    private static readonly (string Coding, string Extension)[] Kinds = [("br", ".br"), ("gzip", ".gz")];

    private static readonly object Chosen = new();

    /// <summary>Points the request at the compressed file, if there is one that the browser takes.</summary>
    public static void Choose(HttpContext context, IFileProvider files)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return;
        }

        var path = request.Path.Value ?? "";
        foreach (var (coding, extension) in Kinds)
        {
            if (Takes(request, coding) && files.GetFileInfo(path + extension).Exists)
            {
                context.Items[Chosen] = coding;
                request.Path = path + extension;
                return;
            }
        }
    }

    /// <summary>Says how the file is compressed and what it is.</summary>
    public static void Describe(HttpContext context, string fileName, Func<string, string?> contentTypeOf)
    {
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Items[Chosen] is string coding)
        {
            headers.ContentEncoding = coding;
            context.Response.ContentType = contentTypeOf(Path.GetFileNameWithoutExtension(fileName));
        }
    }

    private static bool Takes(HttpRequest request, string coding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var wishes)
        && wishes.Any(wish =>
            wish.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && wish.Quality.GetValueOrDefault(1) > 0
        );
}
