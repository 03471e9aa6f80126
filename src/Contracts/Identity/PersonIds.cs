using System.Security.Cryptography;
using System.Text;

namespace CeActors.Contracts.Identity;

/// <summary>
/// The opaque person id of a sign-in: a digest of the authority's issuer and the subject, so that the same account is the same person on
/// every machine, nothing has to be stored to find it, and neither the subject nor an id number shows.
/// </summary>
public static class PersonIds
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int DigestBytes = 15;

    /// <summary>Length of every person id: <c>p</c> and 24 characters of base32.</summary>
    public const int Length = 25;

    /// <param name="issuer">The configured authority's stable name (setting <c>Identity:RealmName</c>), not its address, which may change.</param>
    /// <param name="subject">The token's <c>sub</c>.</param>
    public static string From(string issuer, string subject)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}"));
        return "p" + Base32(digest.AsSpan(0, DigestBytes));
    }

    /// <summary>Lower-case base32 without padding; 5 bits a character.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / 5 + 1);
        int buffer = 0,
            bits = 0;
        foreach (var value in bytes)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(buffer >> bits) & 31]);
            }
        }

        if (bits > 0)
            text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }
}
