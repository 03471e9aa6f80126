using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;

namespace CeActors.Files;

/// <summary>Rendered statements, kept by number and digest. What was put is never replaced.</summary>
public sealed class StatementStore(EvidenceAccount account)
{
    /// <summary>Keeps a statement; a second put of the same number and digest changes nothing.</summary>
    /// <returns>True when it was put, false when it was there.</returns>
    /// <exception cref="ArgumentException">The digest is not that of the bytes.</exception>
    public async Task<bool> PutIfAbsentAsync(
        string number,
        string digest,
        ReadOnlyMemory<byte> pdf,
        CancellationToken cancellationToken = default
    )
    {
        var name = BlobNames.Statement(number, digest);
        if (DigestOf(pdf.Span) != digest)
        {
            throw new ArgumentException($"The digest is not that of statement {number}.", nameof(digest));
        }
        var ifAbsent = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = EvidenceType.Pdf },
        };
        try
        {
            var blob = account.Statements.GetBlobClient(name);
            await blob.UploadAsync(BinaryData.FromBytes(pdf), ifAbsent, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    /// <summary>The bytes of a statement, or null when there is none of that number and digest.</summary>
    /// <exception cref="InvalidDataException">What is stored does not have the digest.</exception>
    public async Task<byte[]?> GetAsync(string number, string digest, CancellationToken cancellationToken = default)
    {
        var blob = account.Statements.GetBlobClient(BlobNames.Statement(number, digest));
        try
        {
            BlobDownloadResult download = await blob.DownloadContentAsync(cancellationToken);
            var pdf = download.Content.ToArray();
            return DigestOf(pdf) == digest
                ? pdf
                : throw new InvalidDataException($"Statement {number} is not what was stored as {digest}.");
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    private static string DigestOf(ReadOnlySpan<byte> pdf) => Convert.ToHexStringLower(SHA256.HashData(pdf));
}
