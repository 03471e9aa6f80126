namespace CeActors.Testing.Faults;

/// <summary>Makes the etags of an answer others than the stored ones.</summary>
internal static class ETags
{
    /// <summary>The answer with every etag of a table row altered, in its headers and in its body.</summary>
    public static StorageAnswer Alter(StorageAnswer answer)
    {
        var body = answer.Body.ToArray();
        Alter(body);
        return answer with { Headers = [.. answer.Headers.Select(Altered)], Body = body };
    }

    // W/"datetime'2026-01-01T00%3A00%3A00.0000000Z'": the last digit before the Z becomes another. Azurite's have no Z
    // at that place always, so the last digit before the closing quote is taken.
    private static void Alter(Span<byte> text)
    {
        var from = 0;
        while (text[from..].IndexOf("datetime'"u8) is var found and >= 0)
        {
            var start = from + found + "datetime'"u8.Length;
            var length = text[start..].IndexOf((byte)'\'');
            if (length < 0)
            {
                return;
            }

            var digit = text.Slice(start, length).LastIndexOfAnyInRange((byte)'0', (byte)'9');
            if (digit >= 0)
            {
                ref var altered = ref text[start + digit];
                altered = (byte)('0' + (altered - '0' + 1) % 10);
            }

            from = start + length;
        }
    }

    private static KeyValuePair<string, string[]> Altered(KeyValuePair<string, string[]> header)
    {
        if (!header.Key.Equals("ETag", StringComparison.OrdinalIgnoreCase))
        {
            return header;
        }

        return new(
            header.Key,
            [
                .. header.Value.Select(value =>
                {
                    var bytes = System.Text.Encoding.ASCII.GetBytes(value);
                    Alter(bytes);
                    return System.Text.Encoding.ASCII.GetString(bytes);
                }),
            ]
        );
    }
}
