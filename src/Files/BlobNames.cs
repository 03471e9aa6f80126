using System.Security.Cryptography;

namespace CeActors.Files;

/// <summary>The names of containers and blobs.</summary>
internal static class BlobNames
{
    public const string IncomingContainer = "incoming";
    public const string EvidenceContainer = "evidence";
    public const string StatementsContainer = "statements";

    public static readonly string[] Containers = [IncomingContainer, EvidenceContainer, StatementsContainer];

    public static string Incoming(EvidenceUpload upload) =>
        $"{Id(upload.PersonId)}/{Id(upload.DeclarationId)}/{Id(upload.EvidenceId)}";

    public static string Statement(string number, string digest) => $"{Id(number)}/{Digest(digest)}.pdf";

    /// <summary>The digest itself, once it is known to be one: nothing else may become a blob's name.</summary>
    public static string Digest(string digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest.Length == 2 * SHA256.HashSizeInBytes && digest.All(char.IsAsciiHexDigitLower)
            ? digest
            : throw new ArgumentException("A digest is 64 lower-case hexadecimal digits.", nameof(digest));
    }

    // No '/' and no leading '.', so that one part can neither reach into another folder nor above its own.
    private static string Id(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var plain =
            id.Length <= EvidenceLimits.IdLengthMax
            && id[0] != '.'
            && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');
        return plain ? id : throw new ArgumentException("An id has characters that no blob name may have.", nameof(id));
    }
}
