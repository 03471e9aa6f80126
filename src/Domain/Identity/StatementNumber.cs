using System.Globalization;

namespace CeActors.Domain.Identity;

/// <summary>
/// Number of a recognition statement, <c>HN2026-XXXX-XXXX-XXXX</c>: the year of issue and 60 bits in an alphabet without I, L, O and U.
/// </summary>
public sealed record StatementNumber
{
    public const int Length = 21;
    private const string Prefix = "HN";
    private const int UniqueLength = 12;

    private StatementNumber(string value) => Value = value;

    public string Value { get; }

    /// <summary>The same person and command always give the same number.</summary>
    /// <param name="issueYear">1000 to 9999.</param>
    /// <param name="person">Holder.</param>
    /// <param name="command">Command that issues.</param>
    public static StatementNumber Derive(int issueYear, PersonId person, CommandId command)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(issueYear, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(issueYear, 9999);
        var unique = Base32.Encode(
            Identity.Digest.Of("statement", person.Value, command.Value),
            UniqueLength,
            Base32.Paper
        );
        return new StatementNumber(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Prefix}{issueYear}-{unique.AsSpan(0, 4)}-{unique.AsSpan(4, 4)}-{unique.AsSpan(8, 4)}"
            )
        );
    }

    public static StatementNumber? TryParse(string? text)
    {
        if (text is not { Length: Length } || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        if (text[2] == '0' || !Characters.All(text.AsSpan(2, 4), char.IsAsciiDigit))
            return null;
        for (var i = 6; i < Length; i++)
        {
            if ((i - 6) % 5 == 0 ? text[i] != '-' : !Base32.Paper.Contains(text[i], StringComparison.Ordinal))
                return null;
        }

        return new StatementNumber(text);
    }

    /// <exception cref="FormatException">Not of this form.</exception>
    public static StatementNumber Parse(string text) =>
        TryParse(text) ?? throw new FormatException("Not a statement number.");

    public override string ToString() => Value;
}

/// <summary>
/// Ten characters that only the paper shows and that a verifier must type beside the number. Derived from what the number does not
/// reveal, the holder and their command id, so that it need not be random and a repetition gives the same.
/// </summary>
public sealed record VerificationCode
{
    public const int Length = 10;

    private VerificationCode(string value) => Value = value;

    public string Value { get; }

    public static VerificationCode Derive(StatementNumber number, PersonId person, CommandId command) =>
        new(Base32.Encode(Digest.Of("verification", number.Value, person.Value, command.Value), Length, Base32.Paper));

    public static VerificationCode? TryParse(string? text) =>
        text is { Length: Length }
        && Characters.All(text, static c => Base32.Paper.Contains(c, StringComparison.Ordinal))
            ? new VerificationCode(text)
            : null;

    public override string ToString() => Value;
}
