using System.Buffers;
using System.Globalization;
using System.Text;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// Row keys as they are stored. A character that the service forbids, or that some client mistreats in an address, is
/// written as <c>!</c> and its four hexadecimal digits; so is <c>!</c> itself. Each character is escaped by itself, so
/// different keys stay different and a prefix of a key stays a prefix. An escaped key never holds <c>!</c> before
/// anything but a digit or A-F, which keeps the keys of documents, <c>!d|type|state|key</c>, apart from those of rows:
/// <c>d</c> is lower case.
/// </summary>
internal static class RowKeys
{
    private const char Escape = '!';

    /// <summary>The start of the keys of documents, which no escaped key has.</summary>
    public const string DocumentMark = "!d|";

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~|:,;=@$()"
    );

    /// <summary>The key of a grain's document.</summary>
    public static string OfDocument(string stateName, GrainId grainId) =>
        string.Concat(
            DocumentMark,
            EscapePart(grainId.Type.ToString() ?? ""),
            "|",
            string.Concat(EscapePart(stateName), "|", EscapeKey(grainId.Key.ToString() ?? ""))
        );

    /// <summary>The stored form of an index row's key, or of a prefix of one.</summary>
    public static string EscapeKey(string key)
    {
        var first = key.AsSpan().IndexOfAnyExcept(Plain);
        if (first < 0)
        {
            return key;
        }

        var escaped = new StringBuilder(key, 0, first, key.Length + 32);
        foreach (var character in key.AsSpan(first))
        {
            if (Plain.Contains(character) || IsPlainBeyondAscii(character))
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append(Escape).Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }

    /// <summary>The key that <see cref="EscapeKey"/> was given.</summary>
    /// <exception cref="FormatException">The text is not an escaped key.</exception>
    public static string UnescapeKey(string escaped)
    {
        if (!escaped.Contains(Escape))
        {
            return escaped;
        }

        var key = new StringBuilder(escaped.Length);
        for (var at = 0; at < escaped.Length; at++)
        {
            if (escaped[at] != Escape)
            {
                key.Append(escaped[at]);
                continue;
            }

            if (
                at + 4 >= escaped.Length
                || !int.TryParse(
                    escaped.AsSpan(at + 1, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                throw new FormatException($"'{escaped}' is not an escaped row key.");
            }

            key.Append((char)code);
            at += 4;
        }

        return key.ToString();
    }

    /// <summary>The smallest key after all keys that start with the escaped prefix, which must not be empty.</summary>
    public static string AfterPrefix(string escapedPrefix) =>
        string.Concat(escapedPrefix.AsSpan(0, escapedPrefix.Length - 1), [(char)(escapedPrefix[^1] + 1)]);

    // A part before the last must not hold the separator, or two grains could share a key.
    private static string EscapePart(string part) => EscapeKey(part).Replace("|", "!007C", StringComparison.Ordinal);

    private static bool IsPlainBeyondAscii(char character) =>
        character > 0x9F && !char.IsSurrogate(character) && character < 0xFFF0 && !char.IsWhiteSpace(character);
}
