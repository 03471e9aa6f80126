using System.Buffers;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using CeActors.Files.Inspection;

namespace CeActors.Files;

/// <summary>
/// Evidence: browsers upload to a container of their own, the server checks and copies to another, where no client may
/// write, under the digest of the bytes. A storage failure is an exception with an unknown outcome; both calls may be
/// repeated and then answer the same.
/// </summary>
public sealed class EvidenceStore(EvidenceAccount account)
{
    private readonly SemaphoreSlim _completions = new(EvidenceLimits.CompletionsAtOnceMax);

    /// <summary>
    /// Gives a ticket to put one blob within <see cref="EvidenceLimits.UploadTicketLifetime"/>, or refuses by the announced
    /// size and type. A repeated call gives another ticket for the same blob.
    /// </summary>
    public async Task<UploadAnswer> BeginUploadAsync(
        EvidenceUpload upload,
        CancellationToken cancellationToken = default
    )
    {
        var blob = account.Incoming.GetBlobClient(BlobNames.Incoming(upload));
        if (RefuseAnnouncement(upload) is { } refusal)
        {
            return new UploadAnswer.Refused(refusal);
        }
        var expiresAt = account.Time.GetUtcNow() + EvidenceLimits.UploadTicketLifetime;
        var sas = new BlobSasBuilder();
        // Create alone would refuse uploads in blocks and a second try. It lets a client overwrite after the check, too,
        // which does not matter: what is bound is a copy.
        sas.SetPermissions(BlobSasPermissions.Create | BlobSasPermissions.Write);
        var uri = await account.SignAsync(blob, sas, expiresAt, cancellationToken);
        var headers = new Dictionary<string, string>
        {
            ["x-ms-blob-type"] = "BlockBlob",
            ["Content-Type"] = upload.DeclaredContentType,
        };
        return new UploadAnswer.Granted(new UploadTicket(uri, expiresAt, headers));
    }

    /// <summary>
    /// Reads what was uploaded, checks it and keeps a copy under its digest. What is bound is exactly the bytes that were
    /// read and checked, whatever happens to the upload meanwhile or afterwards.
    /// </summary>
    public async Task<EvidenceOutcome> CompleteAsync(
        EvidenceUpload upload,
        CancellationToken cancellationToken = default
    )
    {
        var blob = account.Incoming.GetBlobClient(BlobNames.Incoming(upload));
        await _completions.WaitAsync(cancellationToken);
        try
        {
            return await CompleteAsync(upload, blob, cancellationToken);
        }
        finally
        {
            _completions.Release();
        }
    }

    /// <summary>A link that reads one file for a short time and names its type whatever the file contains.</summary>
    /// <param name="digest">Which file.</param>
    /// <param name="fileName">The name offered for saving; unsafe characters are replaced.</param>
    /// <param name="contentType">One of <see cref="EvidenceType.All"/>.</param>
    /// <param name="lifetime">More than zero, at most <see cref="EvidenceLimits.ReadLinkLifetimeMax"/>.</param>
    /// <param name="inline">True shows the file in the browser, false saves it.</param>
    /// <param name="cancellationToken">Gives up waiting for a delegation key.</param>
    public async Task<Uri> OpenReadUriAsync(
        string digest,
        string fileName,
        string contentType,
        TimeSpan lifetime,
        bool inline = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, EvidenceLimits.ReadLinkLifetimeMax);
        RequireKnownType(contentType);
        var sas = new BlobSasBuilder
        {
            ContentType = contentType,
            ContentDisposition = DownloadName.Header(fileName, inline),
            CacheControl = "private, no-store",
        };
        sas.SetPermissions(BlobSasPermissions.Read);
        var blob = account.Evidence.GetBlobClient(BlobNames.Digest(digest));
        return await account.SignAsync(blob, sas, account.Time.GetUtcNow() + lifetime, cancellationToken);
    }

    /// <summary>The bytes of one file, or null when there is none of that digest.</summary>
    public async Task<Stream?> OpenReadAsync(string digest, CancellationToken cancellationToken = default)
    {
        var blob = account.Evidence.GetBlobClient(BlobNames.Digest(digest));
        try
        {
            return await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return null;
        }
    }

    private static EvidenceRefusal? RefuseAnnouncement(EvidenceUpload upload) =>
        EvidenceType.All.Contains(upload.DeclaredContentType)
            ? UploadReader.RefuseSize(upload.DeclaredSizeBytes)
            : EvidenceRefusal.TypeNotAllowed;

    private async Task<EvidenceOutcome> CompleteAsync(
        EvidenceUpload upload,
        BlobClient blob,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(
            (int)Math.Clamp(upload.DeclaredSizeBytes, 0, EvidenceLimits.SizeBytesMax)
        );
        try
        {
            if (await UploadReader.ReadAsync(blob, upload.DeclaredSizeBytes, buffer, cancellationToken) is { } refusal)
            {
                return new EvidenceOutcome.Refused(refusal);
            }
            var size = (int)upload.DeclaredSizeBytes;
            var bytes = buffer.AsMemory(0, size);
            if (FileInspector.Inspect(bytes.Span, upload.DeclaredContentType) is { } defect)
            {
                return new EvidenceOutcome.Refused(defect);
            }
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
            using var copy = new MemoryStream(buffer, 0, size, writable: false);
            await KeepAsync(digest, copy, upload.DeclaredContentType, cancellationToken);
            return new EvidenceOutcome.Bound(digest, size, upload.DeclaredContentType);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task KeepAsync(string digest, Stream copy, string contentType, CancellationToken cancellationToken)
    {
        var blob = account.Evidence.GetBlobClient(digest);
        var ifAbsent = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
            HttpHeaders = new BlobHttpHeaders { ContentType = contentType },
        };
        try
        {
            await blob.UploadAsync(copy, ifAbsent, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // The same bytes, from another upload or from this one before a retry. Only the server writes here, under
            // the digest, so another length would be a broken invariant.
            BlobProperties kept = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            if (kept.ContentLength != copy.Length)
            {
                throw new InvalidDataException($"Evidence {digest} has {kept.ContentLength} bytes, not {copy.Length}.");
            }
        }
    }

    private static void RequireKnownType(string contentType)
    {
        if (!EvidenceType.All.Contains(contentType))
        {
            throw new ArgumentException($"{contentType} is no type of evidence.", nameof(contentType));
        }
    }
}
