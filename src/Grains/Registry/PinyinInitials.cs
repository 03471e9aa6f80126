using System.Collections.Frozen;

namespace CeActors.Grains.Registry;

/// <summary>
/// The initial letters with which a name can be typed: <c>cs</c> and <c>zs</c> for 长沙. The table of common characters is made
/// by tools/pinyin; a character outside it matches nothing.
/// </summary>
internal static class PinyinInitials
{
    private const int FirstDigitBit = 26;

    private static readonly FrozenDictionary<char, ulong> Readings = Load();

    /// <summary>One set of letters and digits a character of the name, as bits.</summary>
    public static ulong[] Of(string name) => [.. name.Select(LettersOf)];

    /// <summary>
    /// Where <paramref name="typed"/>, letters and digits, is found in the initials of a name; -1 when nowhere, or when something else
    /// is typed.
    /// </summary>
    public static int IndexOf(ulong[] initials, string typed)
    {
        for (var start = 0; start + typed.Length <= initials.Length; start++)
        {
            var length = 0;
            while (length < typed.Length && (initials[start + length] & BitOf(typed[length])) != 0)
            {
                length++;
            }

            if (length == typed.Length)
            {
                return start;
            }
        }

        return -1;
    }

    private static ulong LettersOf(char character) =>
        Readings.TryGetValue(character, out var letters) ? letters : BitOf(character);

    private static ulong BitOf(char character) =>
        char.IsAsciiLetter(character) ? 1UL << (char.ToLowerInvariant(character) - 'a')
        : char.IsAsciiDigit(character) ? 1UL << (FirstDigitBit + character - '0')
        : 0;

    private static FrozenDictionary<char, ulong> Load()
    {
        var readings = new Dictionary<char, ulong>();
        using var stream =
            typeof(PinyinInitials).Assembly.GetManifestResourceStream("pinyin-initials.txt")
            ?? throw new InvalidOperationException("The table of pinyin initials is missing from the assembly.");
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            foreach (var character in line.AsSpan(1))
            {
                readings[character] = readings.GetValueOrDefault(character) | BitOf(line[0]);
            }
        }

        return readings.ToFrozenDictionary();
    }
}
