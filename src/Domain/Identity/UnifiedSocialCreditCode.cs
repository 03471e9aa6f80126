namespace CeActors.Domain.Identity;

/// <summary>
/// 统一社会信用代码 by GB 32100-2015: 18 characters without I, O, S, V, Z; places 3 to 8 are a division's digits; the last is a check
/// character modulo 31.
/// </summary>
public sealed record UnifiedSocialCreditCode
{
    public const int Length = 18;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private UnifiedSocialCreditCode(string value) => Value = value;

    public string Value { get; }

    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Null when the form or the check character is wrong. Upper case alone is right.</summary>
    public static UnifiedSocialCreditCode? TryParse(string? text)
    {
        if (text is not { Length: Length } || !Characters.All(text.AsSpan(2, 6), char.IsAsciiDigit))
            return null;
        if (!Characters.All(text, static c => Alphabet.Contains(c, StringComparison.Ordinal)))
            return null;
        return text[17] == CheckCharacter(text) ? new UnifiedSocialCreditCode(text) : null;
    }

    /// <summary>The check character of the first 17 characters, each of the standard's alphabet.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Alphabet.IndexOf(characters[i], StringComparison.Ordinal) * Weights[i];
        return Alphabet[(31 - sum % 31) % 31];
    }

    public override string ToString() => Value;
}
