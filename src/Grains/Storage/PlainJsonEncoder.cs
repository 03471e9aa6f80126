using System.Buffers;
using System.Text.Encodings.Web;

namespace CeActors.Grains.Storage;

/// <summary>
/// Escapes what JSON demands and nothing else. The encoders of the library also escape wide spaces, rare ideographs of names and all
/// that is beyond the first plane, in six bytes a character: then the limits of texts would not bound what is stored.
/// </summary>
internal sealed unsafe class PlainJsonEncoder : JavaScriptEncoder
{
    private const string Hexadecimal = "0123456789ABCDEF";
    private const int EscapeLength = 6;

    // Halves of pairs are looked at more closely: one alone is no character.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(code => (char)code),
        '"',
        '\\',
        '\u007f',
        .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code),
    ]);

    /// <inheritdoc />
    public override int MaxOutputCharactersPerInputCharacter => EscapeLength;

    /// <inheritdoc />
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        for (var from = 0; ; )
        {
            var found = rest[from..].IndexOfAny(Suspicious);
            if (found < 0)
            {
                return -1;
            }

            from += found;
            if (from + 1 == rest.Length || !char.IsSurrogatePair(rest[from], rest[from + 1]))
            {
                return from;
            }

            from += 2;
        }
    }

    /// <inheritdoc />
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\' or 0x7F;

    /// <inheritdoc />
    public override bool TryEncodeUnicodeScalar(
        int unicodeScalar,
        char* buffer,
        int bufferLength,
        out int numberOfCharactersWritten
    )
    {
        var escape = Escape(unicodeScalar);
        numberOfCharactersWritten = 0;
        if (escape.Length > bufferLength)
        {
            return false;
        }

        escape.CopyTo(new Span<char>(buffer, bufferLength));
        numberOfCharactersWritten = escape.Length;
        return true;
    }

    private static string Escape(int scalar) =>
        scalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            <= char.MaxValue => string.Create(
                EscapeLength,
                scalar,
                static (text, code) =>
                {
                    "\\u".CopyTo(text);
                    for (var digit = 0; digit < 4; digit++)
                    {
                        text[EscapeLength - 1 - digit] = Hexadecimal[(code >> (4 * digit)) & 0xF];
                    }
                }
            ),
            _ => throw new InvalidOperationException($"U+{scalar:X} needs no escape."),
        };
}
