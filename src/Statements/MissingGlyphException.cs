using System.Globalization;
using System.Text;

namespace CeActors.Statements;

/// <summary>A text holds characters that the statement's fonts cannot print, so no statement was made.</summary>
public sealed class MissingGlyphException : Exception
{
    /// <param name="characters">The characters, each once, in the order met.</param>
    public MissingGlyphException(IReadOnlyList<string> characters)
        : base($"The statement fonts lack: {string.Join(", ", characters.Select(Describe))}.") =>
        Characters = characters;

    /// <summary>The characters, each once, in the order met.</summary>
    public IReadOnlyList<string> Characters { get; }

    private static string Describe(string character)
    {
        var code = character.Length == 2 ? char.ConvertToUtf32(character, 0) : character[0];
        return Rune.IsValid(code) && Shows(new Rune(code)) ? $"{character} (U+{code:X4})" : $"U+{code:X4}";
    }

    private static bool Shows(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                (>= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.PrivateUse)
                or UnicodeCategory.OtherNotAssigned
            );
}
