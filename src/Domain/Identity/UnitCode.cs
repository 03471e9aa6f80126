namespace CeActors.Domain.Identity;

/// <summary>Code of a registered unit: 2 to 32 of <c>[A-Z0-9-]</c>.</summary>
public sealed record UnitCode
{
    public const int LengthMin = 2;
    public const int LengthMax = 32;

    private UnitCode(string value) => Value = value;

    public string Value { get; }

    public static UnitCode? TryParse(string? text) =>
        text is { Length: >= LengthMin and <= LengthMax } && Characters.All(text, IsAllowed)
            ? new UnitCode(text)
            : null;

    /// <exception cref="FormatException">Not of this form.</exception>
    public static UnitCode Parse(string text) => TryParse(text) ?? throw new FormatException("Not a unit code.");

    public override string ToString() => Value;

    private static bool IsAllowed(char character) =>
        char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '-';
}
