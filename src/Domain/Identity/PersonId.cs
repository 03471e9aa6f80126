namespace CeActors.Domain.Identity;

/// <summary>Opaque id of a signed-in human: 1 to 64 of <c>[A-Za-z0-9_-]</c>. Never an id number.</summary>
public sealed record PersonId
{
    public const int LengthMax = 64;

    private PersonId(string value) => Value = value;

    public string Value { get; }

    public static PersonId? TryParse(string? text) =>
        text is { Length: > 0 and <= LengthMax } && Characters.All(text, IsAllowed) ? new PersonId(text) : null;

    /// <exception cref="FormatException">Not of this form.</exception>
    public static PersonId Parse(string text) => TryParse(text) ?? throw new FormatException("Not a person id.");

    public override string ToString() => Value;

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
