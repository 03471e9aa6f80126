using System.Text.Json.Serialization.Metadata;

namespace CeActors.Functions.Http;

/// <summary>Writes JSON with the generated contracts; no reflection a request.</summary>
internal static class JsonAnswers
{
    public const string MediaType = "application/json; charset=utf-8";

    /// <summary>Writes a value; the caller has set status and, where it is not plain JSON, the media type.</summary>
    public static async Task WriteAsync<T>(HttpResponse response, T value)
    {
        response.ContentType ??= MediaType;
        var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, Known<T>.Type);
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
    }

    /// <summary>The generated contract of a type, looked up once a type.</summary>
    internal static class Known<T>
    {
        public static readonly JsonTypeInfo<T> Type = (JsonTypeInfo<T>)ApiJson.Wire.GetTypeInfo(typeof(T));
    }
}
