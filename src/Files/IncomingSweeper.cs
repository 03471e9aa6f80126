using Azure;
using Azure.Storage.Blobs.Models;

namespace CeActors.Files;

/// <summary>What one sweep did.</summary>
/// <param name="Examined">Blobs looked at, at most <see cref="EvidenceLimits.SweepExaminedMax"/>.</param>
/// <param name="Deleted">Blobs deleted.</param>
/// <param name="Continuation">Where the next sweep goes on; null when the end of the container was reached.</param>
public sealed record SweepReport(int Examined, int Deleted, string? Continuation);

/// <summary>Empties the incoming container of what is older than <see cref="EvidenceLimits.IncomingAgeMax"/>.</summary>
public sealed class IncomingSweeper(EvidenceAccount account)
{
    private const int PageSize = 1_000;

    /// <summary>
    /// Deletes old uploads, bounded by <see cref="EvidenceLimits.SweepExaminedMax"/>. An upload that was replaced since it
    /// was listed stays. May be repeated and may run twice at once.
    /// </summary>
    /// <param name="now">Blobs last written more than <see cref="EvidenceLimits.IncomingAgeMax"/> before are old.</param>
    /// <param name="continuation">Of the last report; null starts at the beginning.</param>
    /// <param name="cancellationToken">Stops between deletions.</param>
    public Task<SweepReport> SweepAsync(
        DateTimeOffset now,
        string? continuation = null,
        CancellationToken cancellationToken = default
    ) => SweepAsync(now, continuation, EvidenceLimits.SweepExaminedMax, cancellationToken);

    internal async Task<SweepReport> SweepAsync(
        DateTimeOffset now,
        string? continuation,
        int examinedMax,
        CancellationToken cancellationToken
    )
    {
        var oldBefore = now - EvidenceLimits.IncomingAgeMax;
        var examined = 0;
        var deleted = 0;
        do
        {
            var page = await NextPageAsync(continuation, Math.Min(PageSize, examinedMax - examined), cancellationToken);
            examined += page.Values.Count;
            var old = page.Values.Where(blob => blob.Properties.LastModified < oldBefore);
            var atOnce = new ParallelOptions
            {
                MaxDegreeOfParallelism = EvidenceLimits.SweepDeletionsAtOnceMax,
                CancellationToken = cancellationToken,
            };
            await Parallel.ForEachAsync(
                old,
                atOnce,
                async (blob, token) =>
                {
                    if (await DeleteAsync(blob, token))
                    {
                        Interlocked.Increment(ref deleted);
                    }
                }
            );
            continuation = string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken;
        } while (continuation is not null && examined < examinedMax);
        return new SweepReport(examined, deleted, continuation);
    }

    private async Task<Page<BlobItem>> NextPageAsync(string? continuation, int size, CancellationToken token)
    {
        var pages = account.Incoming.GetBlobsAsync(cancellationToken: token).AsPages(continuation, size);
        await foreach (var page in pages)
        {
            return page;
        }
        throw new InvalidOperationException("A listing has at least one page.");
    }

    private async Task<bool> DeleteAsync(BlobItem blob, CancellationToken cancellationToken)
    {
        var unchanged = new BlobRequestConditions { IfMatch = blob.Properties.ETag };
        try
        {
            return await account
                .Incoming.GetBlobClient(blob.Name)
                .DeleteIfExistsAsync(conditions: unchanged, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return false; // uploaded anew: it is young again
        }
    }
}
