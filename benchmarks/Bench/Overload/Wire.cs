using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CeActors.Benchmarks.Overload;

/// <summary>What came back on a wire.</summary>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="ETag">As sent; null without one.</param>
/// <param name="Location">As sent; null without one.</param>
/// <param name="RetryAfterSeconds">When to come back; null when it was not said.</param>
/// <param name="Code">Code of the problem; null when it is none.</param>
public readonly record struct WireAnswer(
    int Status,
    string? ETag = null,
    string? Location = null,
    int? RetryAfterSeconds = null,
    string? Code = null
)
{
    /// <summary>True when the command was accepted, or the question answered.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;
}

/// <summary>One kept connection: sends prepared bytes and reads one answer, one at a time. Speaks just enough HTTP for our front.</summary>
public sealed class Wire(IPEndPoint address) : IDisposable
{
    private const int BufferBytes = 64 * 1024;
    private const int StatusPlace = 9;
    private Socket? _socket;
    private byte[] _buffer = new byte[BufferBytes];

    /// <summary>Sends a request and waits for its answer; status 0 when the connection broke.</summary>
    public async ValueTask<WireAnswer> AskAsync(byte[] request)
    {
        try
        {
            var socket = _socket ??= await ConnectAsync();
            for (var sent = 0; sent < request.Length; )
            {
                sent += await socket.SendAsync(request.AsMemory(sent), SocketFlags.None);
            }

            var (filled, head) = (0, -1);
            while (head < 0)
            {
                filled += await ReceiveAsync(socket, filled);
                head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
            }

            var (answer, bodyLength) = ReadHead(_buffer.AsSpan(0, head + 2));
            var whole = head + 4 + bodyLength;
            while (filled < whole)
            {
                filled += await ReceiveAsync(socket, filled);
            }

            return answer.IsSuccess ? answer : answer with { Code = CodeOf(_buffer.AsSpan(head + 4, bodyLength)) };
        }
        catch (Exception failure) when (failure is SocketException or IOException or ObjectDisposedException)
        {
            Dispose();
            return default;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<int> ReceiveAsync(Socket socket, int filled)
    {
        if (filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * filled);
        }

        var read = await socket.ReceiveAsync(_buffer.AsMemory(filled), SocketFlags.None);
        return read > 0 ? read : throw new IOException("The connection was closed.");
    }

    private static (WireAnswer Answer, int BodyLength) ReadHead(ReadOnlySpan<byte> head)
    {
        _ = Utf8Parser.TryParse(head[StatusPlace..], out int status, out _);
        string? etag = null;
        string? location = null;
        int? retryAfter = null;
        var bodyLength = 0;
        for (var rest = head[(head.IndexOf("\r\n"u8) + 2)..]; !rest.IsEmpty; )
        {
            var end = rest.IndexOf("\r\n"u8);
            var line = rest[..end];
            rest = rest[(end + 2)..];
            var colon = line.IndexOf((byte)':');
            var name = line[..colon];
            var value = line[(colon + 1)..].Trim((byte)' ');
            if (Is(name, "Content-Length"u8))
            {
                _ = Utf8Parser.TryParse(value, out bodyLength, out _);
            }
            else if (Is(name, "ETag"u8))
            {
                etag = Encoding.ASCII.GetString(value);
            }
            else if (Is(name, "Location"u8))
            {
                location = Encoding.ASCII.GetString(value);
            }
            else if (Is(name, "Retry-After"u8) && Utf8Parser.TryParse(value, out int seconds, out _))
            {
                retryAfter = seconds;
            }
            else if (Is(name, "Transfer-Encoding"u8))
            {
                throw new BenchmarkException("An answer came in chunks, which this client does not read.");
            }
        }

        return (new WireAnswer(status, etag, location, retryAfter), bodyLength);
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);

    private static string CodeOf(ReadOnlySpan<byte> body)
    {
        var mark = "\"code\":\""u8;
        var at = body.IndexOf(mark);
        if (at < 0)
        {
            return "";
        }

        var rest = body[(at + mark.Length)..];
        var end = rest.IndexOf((byte)'"');
        return end < 0 ? "" : Encoding.ASCII.GetString(rest[..end]);
    }
}
