using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure;

namespace CeActors.AzureStorage.Transactions;

/// <summary>Reads the service's answer to a transaction.</summary>
internal static class TransactionAnswer
{
    private const int Accepted = 202;
    private const int FirstErrorStatus = 400;
    private const string ErrorCodeHeader = "x-ms-error-code";

    /// <summary>The new etags of the rows, in their order.</summary>
    /// <exception cref="TransactionRefusedException">The service refused it.</exception>
    /// <exception cref="InvalidDataException">The answer is not understood: it is not known what was done.</exception>
    public static IReadOnlyList<string?> Read(Response response, int rows)
    {
        if (response.Status != Accepted)
        {
            var code = response.Headers.TryGetValue(ErrorCodeHeader, out var value) ? value : null;
            throw new TransactionRefusedException(response.Status, code, null, RetryAfterOf(response));
        }

        return Read(response.Content.ToMemory().Span, rows);
    }

    internal static IReadOnlyList<string?> Read(ReadOnlySpan<byte> body, int rows)
    {
        var etags = new string?[rows];
        var row = 0;
        while (TryReadPart(ref body, out var status, out var headers))
        {
            if (status >= FirstErrorStatus)
            {
                throw Refusal(status, body);
            }

            if (row == rows)
            {
                throw new InvalidDataException($"A transaction of {rows} rows was answered with more.");
            }

            etags[row++] = ETagOf(headers);
        }

        return row == rows
            ? etags
            : throw new InvalidDataException($"A transaction of {rows} rows was answered with {row}.");
    }

    private static bool TryReadPart(ref ReadOnlySpan<byte> body, out int status, out ReadOnlySpan<byte> headers)
    {
        status = 0;
        headers = default;
        var at = body.IndexOf("HTTP/1.1 "u8);
        if (at < 0)
        {
            return false;
        }

        body = body[(at + "HTTP/1.1 "u8.Length)..];
        var end = body.IndexOf("\r\n\r\n"u8);
        if (
            end < 3
            || !int.TryParse(body[..3], NumberStyles.None, CultureInfo.InvariantCulture, out status)
            || status < 100
        )
        {
            throw new InvalidDataException("The answer to a transaction is not made of HTTP answers.");
        }

        headers = body[..end];
        body = body[(end + 4)..];
        return true;
    }

    private static string? ETagOf(ReadOnlySpan<byte> headers)
    {
        foreach (var range in headers.Split("\r\n"u8))
        {
            var line = headers[range];
            if (line.Length > 5 && Ascii.EqualsIgnoreCase(line[..5], "ETag:"u8))
            {
                return Encoding.ASCII.GetString(line[5..]).Trim();
            }
        }

        return null;
    }

    private static TransactionRefusedException Refusal(int status, ReadOnlySpan<byte> rest)
    {
        var from = rest.IndexOf((byte)'{');
        var to = rest.LastIndexOf((byte)'}');
        if (from < 0 || to < from)
        {
            return new TransactionRefusedException(status, null, null, null);
        }

        try
        {
            using var error = JsonDocument.Parse(rest[from..(to + 1)].ToArray());
            var details = error.RootElement.GetProperty("odata.error");
            var message = details.GetProperty("message").GetProperty("value").GetString();
            return new TransactionRefusedException(
                status,
                details.GetProperty("code").GetString(),
                IndexOf(message),
                null
            );
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new TransactionRefusedException(status, null, null, null);
        }
    }

    // The service puts the row's number and a colon before its message.
    private static int? IndexOf(string? message)
    {
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return
            colon > 0
            && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }

    /// <summary>What the service asks to wait; null when it does not say.</summary>
    public static TimeSpan? RetryAfterOf(Response response) =>
        response.Headers.TryGetValue("Retry-After", out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
