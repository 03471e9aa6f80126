using System.Text;

namespace CeActors.Benchmarks.Overload;

/// <summary>Requests as they go over the wire, made once: a client at four times the load must cost next to nothing.</summary>
public static class RawRequest
{
    /// <summary>The bytes of a request.</summary>
    /// <param name="method">GET, POST or PUT.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="authorization">Value of the header; null for nobody.</param>
    /// <param name="key">Idempotency key; null for a question.</param>
    /// <param name="ifMatch">ETag; null for none.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="forwardedFor">Address that it claims to come from; null for our own.</param>
    public static byte[] Of(
        string method,
        string path,
        string? authorization,
        string? key = null,
        string? ifMatch = null,
        byte[]? body = null,
        string? forwardedFor = null
    )
    {
        var head = new StringBuilder(1_200)
            .Append(method)
            .Append(' ')
            .Append(path)
            .Append(" HTTP/1.1\r\nHost: bench\r\n");
        Add(head, "Authorization", authorization);
        Add(head, "Idempotency-Key", key);
        Add(head, "If-Match", ifMatch);
        Add(head, "X-Forwarded-For", forwardedFor);
        if (body is not null)
        {
            head.Append("Content-Type: application/json\r\nContent-Length: ").Append(body.Length).Append("\r\n");
        }

        head.Append("\r\n");
        var bytes = new byte[head.Length + (body?.Length ?? 0)];
        var length = Encoding.ASCII.GetBytes(head.ToString(), bytes);
        body?.CopyTo(bytes, length);
        return bytes;
    }

    private static void Add(StringBuilder head, string name, string? value)
    {
        if (value is not null)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }
    }
}
