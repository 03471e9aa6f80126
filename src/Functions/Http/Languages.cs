using Microsoft.Net.Http.Headers;

namespace CeActors.Functions.Http;

/// <summary>A language that problems are told in.</summary>
internal enum Language
{
    Chinese,
    English,
}

/// <summary>Chooses the language of an answer by Accept-Language; Chinese unless English is preferred.</summary>
internal static class Languages
{
    public static Language Of(HttpRequest request)
    {
        var accepted = request.Headers.AcceptLanguage;
        if (accepted.Count == 0 || !StringWithQualityHeaderValue.TryParseList(accepted, out var wishes))
        {
            return Language.Chinese;
        }

        return Quality(wishes, "en") > Quality(wishes, "zh") ? Language.English : Language.Chinese;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> wishes, string language) =>
        wishes
            .Where(wish =>
                wish.Value.Equals(language, StringComparison.OrdinalIgnoreCase)
                || wish.Value.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase)
            )
            .Select(wish => wish.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
}

/// <summary>The title of a problem: what kind it is, the same for every occurrence of a status.</summary>
internal static class Titles
{
    public static string Of(int status, Language language)
    {
        var (chinese, english) = status switch
        {
            StatusCodes.Status400BadRequest => ("请求格式不正确", "Malformed request"),
            StatusCodes.Status401Unauthorized => ("尚未登录", "Not signed in"),
            StatusCodes.Status403Forbidden => ("没有权限", "Not allowed"),
            StatusCodes.Status404NotFound => ("没有找到", "Not found"),
            StatusCodes.Status405MethodNotAllowed => ("请求方法不允许", "Method not allowed"),
            StatusCodes.Status409Conflict => ("当前状态下不能办理", "Not possible in the present state"),
            StatusCodes.Status412PreconditionFailed => ("内容已被更新", "Changed in the meantime"),
            StatusCodes.Status413PayloadTooLarge => ("内容过大", "Too large"),
            StatusCodes.Status415UnsupportedMediaType => ("内容类型不支持", "Unsupported media type"),
            StatusCodes.Status422UnprocessableEntity => ("内容不符合要求", "Breaks a rule"),
            StatusCodes.Status428PreconditionRequired => ("缺少版本", "Version required"),
            StatusCodes.Status429TooManyRequests => ("超出限量", "Too many"),
            StatusCodes.Status503ServiceUnavailable => ("服务暂时不可用", "Away for the moment"),
            _ => ("意外错误", "Unexpected error"),
        };
        return language == Language.English ? english : chinese;
    }
}
