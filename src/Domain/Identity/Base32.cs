namespace CeActors.Domain.Identity;

/// <summary>Base32 over a given alphabet of 32 characters, 5 bits each, most significant first, without padding.</summary>
internal static class Base32
{
    /// <summary>RFC 4648, lower case.</summary>
    public const string Lower = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Crockford: no I, L, O, U, so that nobody misreads a number on paper.</summary>
    public const string Paper = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The first <paramref name="length"/> characters of the bytes; needs at least 5/8 as many bytes, rounded up.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes, int length, string alphabet)
    {
        Span<char> text = stackalloc char[length];
        int buffer = 0,
            bits = 0,
            next = 0;
        for (var i = 0; i < length; i++)
        {
            if (bits < 5)
            {
                buffer = ((buffer & 0xff) << 8) | (next < bytes.Length ? bytes[next++] : 0);
                bits += 8;
            }

            bits -= 5;
            text[i] = alphabet[(buffer >> bits) & 31];
        }

        return new string(text);
    }
}
