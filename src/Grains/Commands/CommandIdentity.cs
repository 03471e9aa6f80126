using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CeActors.Contracts;

namespace CeActors.Grains.Commands;

/// <summary>
/// What a grain remembers a command by. Command ids are each caller's own: another caller's equal id is another command,
/// so nobody learns by guessing ids what somebody else was answered.
/// </summary>
/// <param name="Key">Short digest of caller and command id.</param>
/// <param name="Fingerprint">Short digest of the kind of command and its body.</param>
internal readonly record struct CommandIdentity(string Key, string Fingerprint)
{
    /// <summary>96 bits: an honest client meets no collision in a document that remembers at most 64.</summary>
    private const int DigestBytes = 12;

    /// <param name="kind">The command's name, so that the same id for another kind of command counts as another body.</param>
    /// <param name="header">The command's header.</param>
    public static CommandIdentity Of(string kind, CommandHeader header) =>
        new(Digest(header.Caller.PersonId, header.CommandId), Digest(kind, header.Fingerprint));

    private static string Digest(string first, string second) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{first}\n{second}")).AsSpan(0, DigestBytes));
}
