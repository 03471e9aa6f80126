using System.Buffers;
using System.Text.Json;
using CeActors.Functions.Admission;

namespace CeActors.Functions.Http;

/// <summary>An empty body, or an empty object, where an endpoint needs nothing.</summary>
internal sealed record NoBody
{
    public static readonly NoBody Instance = new();
}

/// <summary>Endpoint metadata: a body larger or smaller than <see cref="RequestLimits.BodyBytesMax"/> is meant.</summary>
internal sealed record BodyLimit(int BytesMax);

/// <summary>What a body may still be wrong in after its types are right: such as an empty place in a list.</summary>
internal interface ICheckedBody
{
    /// <summary>Adds a problem for each wrong place.</summary>
    void Check(ShapeProblems problems);
}

/// <summary>Reads JSON bodies within their limit, strictly, and says of a bad one every place that is wrong.</summary>
internal static class RequestBody
{
    private const int FirstBufferBytes = 4 * 1024;

    /// <summary>Reads the body of a request.</summary>
    /// <exception cref="RefusedRequestException">It is not JSON, too large, or not in the expected form.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpContext context)
        where T : class
    {
        var request = context.Request;
        var optional = typeof(T) == typeof(NoBody);
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.BytesMax ?? RequestLimits.BodyBytesMax;
        if (request.ContentLength > limit)
        {
            throw new RefusedRequestException(FrontProblem.TooLarge(limit));
        }

        if (optional && !HasBody(request))
        {
            return (T)(object)NoBody.Instance;
        }

        if (HasBody(request) && !IsJson(request))
        {
            throw new RefusedRequestException(FrontProblem.WrongMediaType);
        }

        using var buffer = new RentedBuffer((int)Math.Min(limit + 1, (request.ContentLength + 1) ?? FirstBufferBytes));
        var length = await FillAsync(request, buffer, limit);
        return Parse<T>(buffer.Bytes.AsMemory(0, length), optional);
    }

    private static T Parse<T>(ReadOnlyMemory<byte> body, bool optional)
        where T : class
    {
        if (body.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return optional ? (T)(object)NoBody.Instance : throw Missing();
        }

        T? value;
        try
        {
            value = JsonSerializer.Deserialize(body.Span, JsonAnswers.Known<T>.Type);
        }
        catch (JsonException exception)
        {
            throw new RefusedRequestException(BodyShape.Explain(body, JsonAnswers.Known<T>.Type, exception));
        }

        if (value is null)
        {
            throw Missing();
        }

        var problems = new ShapeProblems();
        TextShape.Check(body.Span, problems);
        (value as ICheckedBody)?.Check(problems);
        problems.ThrowIfAny();
        return value;
    }

    private static async ValueTask<int> FillAsync(HttpRequest request, RentedBuffer buffer, int limit)
    {
        var length = 0;
        while (true)
        {
            if (length == buffer.Bytes.Length)
            {
                buffer.Grow(length, Math.Min(length * 2, limit + 1));
            }

            var context = request.HttpContext;
            var reading = request.Body.ReadAsync(buffer.Bytes.AsMemory(length), context.RequestAborted);
            var read = await Passage.AwaitSenderAsync(context, reading);
            if (read == 0)
            {
                return length;
            }

            length += read;
            if (length > limit)
            {
                throw new RefusedRequestException(FrontProblem.TooLarge(limit));
            }
        }
    }

    private static bool HasBody(HttpRequest request) =>
        request.ContentLength > 0 || (request.ContentLength is null && request.Headers.TransferEncoding.Count > 0);

    private static bool IsJson(HttpRequest request)
    {
        var text = request.ContentType;
        if (text is "application/json" or "application/json; charset=utf-8")
        {
            return true;
        }

        return Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(text, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    private static RefusedRequestException Missing() =>
        new(
            FrontProblem.At(
                "",
                "body-required",
                "缺少请求内容，请发送一个 JSON 对象。",
                "The body is missing; send a JSON object."
            )
        );

    /// <summary>A buffer of the pool that is given back exactly once, however the reading ends.</summary>
    private sealed class RentedBuffer(int bytes) : IDisposable
    {
        public byte[] Bytes { get; private set; } = ArrayPool<byte>.Shared.Rent(bytes);

        public void Grow(int filled, int bytes)
        {
            var smaller = Bytes;
            Bytes = ArrayPool<byte>.Shared.Rent(bytes);
            smaller.AsSpan(0, filled).CopyTo(Bytes);
            ArrayPool<byte>.Shared.Return(smaller);
        }

        public void Dispose() => ArrayPool<byte>.Shared.Return(Bytes);
    }
}
