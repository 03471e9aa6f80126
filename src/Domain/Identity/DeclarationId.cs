using System.Globalization;

namespace CeActors.Domain.Identity;

/// <summary>
/// Id of a declaration, <c>{bucket:000}-{26 lower-case base32}</c>. Derived from the person and the command that opened it, so that a
/// repeated command meets the same declaration and nobody can guess it.
/// </summary>
public sealed record DeclarationId
{
    public const int BucketMax = 999;
    public const int Length = BucketLength + 1 + UniqueLength;
    private const int BucketLength = 3;
    private const int UniqueLength = 26;

    private DeclarationId(string value) => Value = value;

    public string Value { get; }

    /// <summary>The storage bucket it lives in, 0 to <see cref="BucketMax"/>.</summary>
    public int Bucket => (Value[0] - '0') * 100 + (Value[1] - '0') * 10 + (Value[2] - '0');

    /// <exception cref="ArgumentOutOfRangeException">The bucket is not 0 to <see cref="BucketMax"/>.</exception>
    public static DeclarationId Derive(int bucket, PersonId person, CommandId command)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bucket);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bucket, BucketMax);
        var unique = Base32.Encode(
            Identity.Digest.Of("declaration", person.Value, command.Value),
            UniqueLength,
            Base32.Lower
        );
        return new DeclarationId(string.Create(CultureInfo.InvariantCulture, $"{bucket:000}-{unique}"));
    }

    public static DeclarationId? TryParse(string? text)
    {
        if (text is not { Length: Length } || text[BucketLength] != '-')
            return null;
        if (!Characters.All(text.AsSpan(0, BucketLength), char.IsAsciiDigit))
            return null;
        return Characters.All(text.AsSpan(BucketLength + 1), static c => c is >= 'a' and <= 'z' or >= '2' and <= '7')
            ? new DeclarationId(text)
            : null;
    }

    /// <exception cref="FormatException">Not of this form.</exception>
    public static DeclarationId Parse(string text) =>
        TryParse(text) ?? throw new FormatException("Not a declaration id.");

    public override string ToString() => Value;
}
