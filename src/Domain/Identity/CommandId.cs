namespace CeActors.Domain.Identity;

/// <summary>Id of one wish, made by the client and reused on retry: 8 to 64 of <c>[A-Za-z0-9-]</c>.</summary>
public sealed record CommandId
{
    public const int LengthMin = 8;
    public const int LengthMax = 64;
    private const int MadeIdLength = 12;

    private CommandId(string value) => Value = value;

    public string Value { get; }

    public static CommandId? TryParse(string? text) =>
        text is { Length: >= LengthMin and <= LengthMax } && Characters.All(text, IsAllowed)
            ? new CommandId(text)
            : null;

    /// <exception cref="FormatException">Not of this form.</exception>
    public static CommandId Parse(string text) => TryParse(text) ?? throw new FormatException("Not a command id.");

    /// <summary>
    /// Id of the thing number <paramref name="ordinal"/> that this command makes inside a document: the same each time the command is
    /// repeated, 12 characters of lower-case base32.
    /// </summary>
    public string MakeId(int ordinal = 0) =>
        Base32.Encode(
            Digest.Of("made", Value, ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            MadeIdLength,
            Base32.Lower
        );

    public override string ToString() => Value;

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character == '-';
}
