using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace CeActors.Files;

/// <summary>Reads uploads, which a client may replace at any moment.</summary>
internal static class UploadReader
{
    /// <summary>Null when the size is within the limits.</summary>
    public static EvidenceRefusal? RefuseSize(long sizeBytes) =>
        sizeBytes switch
        {
            < EvidenceLimits.SizeBytesMin => EvidenceRefusal.Empty,
            > EvidenceLimits.SizeBytesMax => EvidenceRefusal.TooLarge,
            _ => null,
        };

    /// <summary>Reads one version of an upload from beginning to end, or says why it cannot be taken.</summary>
    public static async Task<EvidenceRefusal?> ReadAsync(
        BlobClient blob,
        long declaredSizeBytes,
        byte[] buffer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            // The properties pin the ETag: everything read below is of this version, or the read fails with 412.
            BlobProperties found = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            var refusal = RefuseSize(found.ContentLength);
            if (refusal is null && found.ContentLength != declaredSizeBytes)
            {
                refusal = EvidenceRefusal.SizeDiffers;
            }
            if (refusal is not null)
            {
                return refusal;
            }
            var pinned = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = found.ETag } };
            using BlobDownloadStreamingResult download = await blob.DownloadStreamingAsync(pinned, cancellationToken);
            await download.Content.ReadExactlyAsync(buffer.AsMemory(0, (int)declaredSizeBytes), cancellationToken);
            return null;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return EvidenceRefusal.NotUploaded;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return EvidenceRefusal.Changed;
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            // Put in a way that makes it unreadable: archived at once, or encrypted with a key of the client's own.
            return EvidenceRefusal.Damaged;
        }
    }
}
