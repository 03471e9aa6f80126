using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CeActors.Functions.Http;

/// <summary>
/// What holds for every text of every body: at most <see cref="RequestLimits.TextCharactersMax"/> characters, and none that
/// cannot be printed or stored (control characters other than tab and line breaks, half pairs, U+FFFE and U+FFFF).
/// </summary>
internal static class TextShape
{
    private static readonly SearchValues<char> Unprintable = SearchValues.Create(UnprintableCharacters());
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create(
    // Escapes and the lead byte of U+FFFE and U+FFFF: only a text with one of these needs a closer look.
    [(byte)'\\', 0xEF, 0x7F]);

    /// <summary>Looks at every text of a body that is known to be well-formed JSON.</summary>
    public static void Check(ReadOnlySpan<byte> body, ShapeProblems problems)
    {
        if (body.Length <= RequestLimits.TextCharactersMax && body.IndexOfAny(Suspicious) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = RequestLimits.JsonDepthMax });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && IsSuspicious(ref reader))
            {
                // Rare: only now is it worth knowing where each text is.
                using var document = JsonDocument.Parse(body.ToArray());
                Walk(document.RootElement, "", problems);
                return;
            }
        }
    }

    /// <summary>Looks at one text.</summary>
    public static void Check(string text, string path, int charactersMax, ShapeProblems problems)
    {
        if (text.Length > charactersMax)
        {
            problems.TooLong(path, charactersMax);
        }
        else if (text.AsSpan().IndexOfAny(Unprintable) >= 0 || HasHalfPair(text))
        {
            problems.Add(
                path,
                "text-unprintable",
                $"{path} 含有不可打印的控制字符，请删除。",
                $"{path} holds control characters that cannot be printed; remove them."
            );
        }
    }

    private static bool IsSuspicious(ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length > RequestLimits.TextCharactersMax || reader.ValueSpan.IndexOfAny(Suspicious) >= 0;

    private static void Walk(JsonElement element, string path, ShapeProblems problems)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Walk(member.Value, $"{path}/{JsonPointer.Escape(member.Name)}", problems);
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var place in element.EnumerateArray())
                {
                    Walk(place, $"{path}/{index++}", problems);
                }

                break;
            case JsonValueKind.String:
                Check(element.GetString()!, path, RequestLimits.TextCharactersMax, problems);
                break;
        }
    }

    private static bool HasHalfPair(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // The enumeration replaces a half pair; a real U+FFFD is as useless to a reader.
            if (rune == Rune.ReplacementChar)
            {
                return true;
            }
        }

        return false;
    }

    private static string UnprintableCharacters()
    {
        var characters = new StringBuilder("\u007f\ufffe\uffff");
        for (var character = '\0'; character < ' '; character++)
        {
            if (character is not ('\t' or '\n' or '\r'))
            {
                characters.Append(character);
            }
        }

        return characters.ToString();
    }
}

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    private const int MemberCharactersMax = 100;

    /// <summary>A member's name as a part of a pointer; a very long name is cut, it came from outside.</summary>
    public static string Escape(string member)
    {
        var part = member.Length > MemberCharactersMax ? member[..MemberCharactersMax] + "…" : member;
        return part.Replace("~", "~0").Replace("/", "~1");
    }
}
