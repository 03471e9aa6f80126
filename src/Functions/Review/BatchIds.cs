using System.Security.Cryptography;
using System.Text;
using CeActors.Contracts;
using CeActors.Contracts.Identity;

namespace CeActors.Functions.Review;

/// <summary>
/// The id of a batch, derived from the unit, the caller and the command id, so that a repeated command meets the same batch
/// and nobody else's command id can.
/// </summary>
internal static class BatchIds
{
    private const int DigestBytes = 15;

    public static string Of(string unitCode, CommandHeader header)
    {
        var digest = SHA256.HashData(
            Encoding.UTF8.GetBytes($"{unitCode}\n{header.Caller.PersonId}\n{header.CommandId}")
        );
        return "b" + PersonIds.Base32(digest.AsSpan(0, DigestBytes));
    }
}
