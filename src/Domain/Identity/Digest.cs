using System.Security.Cryptography;
using System.Text;

namespace CeActors.Domain.Identity;

/// <summary>SHA-256 over parts that are kept apart by line feeds, which no part may contain.</summary>
internal static class Digest
{
    public static byte[] Of(params ReadOnlySpan<string> parts) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)));
}
