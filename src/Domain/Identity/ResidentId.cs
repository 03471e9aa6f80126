using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CeActors.Domain.Identity;

/// <summary>
/// 居民身份证号 by GB 11643-1999: six digits of a division, a real birth date, three digits, and a check character by ISO 7064 MOD 11-2.
/// Shown masked alone; <see cref="ToString"/> masks too, so that it cannot reach a log whole.
/// </summary>
public sealed record ResidentId
{
    public const int Length = 18;

    /// <summary>Characters of <see cref="RegisterDigest"/>.</summary>
    public const int RegisterDigestLength = 32;

    private const string CheckCharacters = "10X98765432";
    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);

    private ResidentId(string value, DateOnly born)
    {
        Value = value;
        Born = born;
    }

    /// <summary>The whole number: store it, never show or log it.</summary>
    public string Value { get; }

    public DateOnly Born { get; }

    /// <summary>First 4 and last 4 characters with ten stars between.</summary>
    public string Masked => string.Concat(Value.AsSpan(0, 4), "**********", Value.AsSpan(14));

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // GB/T 2260 codes of provinces, and those that residence permits of Hong Kong, Macao and Taiwan residents use (81-83).
    private static ReadOnlySpan<byte> Provinces =>
        [
            11,
            12,
            13,
            14,
            15,
            21,
            22,
            23,
            31,
            32,
            33,
            34,
            35,
            36,
            37,
            41,
            42,
            43,
            44,
            45,
            46,
            50,
            51,
            52,
            53,
            54,
            61,
            62,
            63,
            64,
            65,
            71,
            81,
            82,
            83,
        ];

    /// <summary>Null when the form, the province, the birth date or the check character is wrong. A final x is taken as X.</summary>
    /// <param name="text">As typed, without spaces around.</param>
    /// <param name="today">Nobody is born later.</param>
    public static ResidentId? TryParse(string? text, DateOnly today)
    {
        if (text is not { Length: Length } || !Characters.All(text.AsSpan(0, 17), char.IsAsciiDigit))
            return null;
        if (!Provinces.Contains((byte)((text[0] - '0') * 10 + (text[1] - '0'))))
            return null;
        var isDate = DateOnly.TryParseExact(
            text.AsSpan(6, 8),
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var born
        );
        if (!isDate || born < EarliestBirth || born > today)
            return null;
        var check = text[17] == 'x' ? 'X' : text[17];
        if (check != CheckCharacter(text))
            return null;
        return new ResidentId(check == text[17] ? text : string.Concat(text.AsSpan(0, 17), "X"), born);
    }

    /// <summary>The check character of the first 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    /// <summary>HMAC-SHA-256 in hexadecimal, for finding the same human without showing the number.</summary>
    public string KeyedDigest(ReadOnlySpan<byte> key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Value)));

    /// <summary>
    /// Stands for the number in the register of residents: 32 hexadecimal digits of SHA-256. There is no secret in it, and numbers are few enough
    /// to be tried, so it is guarded like the number itself: kept in documents alone, never shown or logged.
    /// </summary>
    public string RegisterDigest => Convert.ToHexStringLower(Digest.Of("resident-id", Value))[..RegisterDigestLength];

    public override string ToString() => Masked;
}
