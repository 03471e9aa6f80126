using Azure;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Reads documents by their keys and tells "not there" from "no such table".</summary>
internal sealed class DocumentReader(BucketMap buckets, GroupCommitInstruments instruments, TimeProvider answers)
{
    private const string ErrorCodeHeader = "x-ms-error-code";
    private const string DocumentIsMissing = "ResourceNotFound";
    private static readonly string[] FateColumns = [DocumentRow.WriteIdColumn];

    /// <summary>The stored row; null when there is none.</summary>
    /// <exception cref="RequestFailedException">It could not be read; never taken for "not there".</exception>
    public Task<TableEntity?> ReadAsync(int bucket, string rowKey, CancellationToken cancellationToken) =>
        ReadAsync(buckets.PointsOf(bucket), bucket, rowKey, columns: null, cancellationToken);

    /// <summary>What became of a change that may have landed; asked once, within a time.</summary>
    /// <exception cref="OperationCanceledException">No answer came in time.</exception>
    public async Task<Fate> ReadFateAsync(
        int bucket,
        Change change,
        TimeSpan answerLimit,
        CancellationToken cancellationToken
    )
    {
        using var time = new CancellationTokenSource(answerLimit, answers);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        var stored = await ReadAsync(buckets.ProbesOf(bucket), bucket, change.RowKey, FateColumns, limit.Token);
        if (stored is null)
        {
            // A deletion is done when the document is gone, whoever deleted it. An insert has not landed, an update
            // has lost its document.
            return change.Deletes ? Fate.Landed(null)
                : change.ExpectedETag is null ? Fate.NotLanded(null)
                : Fate.Superseded(null);
        }

        var etag = stored.ETag.ToString();
        if (!change.Deletes && DocumentRow.WriteIdOf(stored) == change.WriteId)
        {
            return Fate.Landed(etag);
        }

        return etag == change.ExpectedETag ? Fate.NotLanded(etag) : Fate.Superseded(etag);
    }

    private async Task<TableEntity?> ReadAsync(
        TableClient table,
        int bucket,
        string rowKey,
        string[]? columns,
        CancellationToken cancellationToken
    )
    {
        instruments.CountRead();
        var response = await table.GetEntityIfExistsAsync<TableEntity>(
            buckets.PartitionKeyOf(bucket),
            rowKey,
            columns,
            cancellationToken
        );
        if (response.HasValue)
        {
            return response.Value;
        }

        // The SDK takes every 404 for a missing row, that of a missing table too.
        var raw = response.GetRawResponse();
        return raw.Headers.TryGetValue(ErrorCodeHeader, out var code) && code != DocumentIsMissing
            ? throw new RequestFailedException(raw)
            : null;
    }
}

/// <summary>What became of a change.</summary>
/// <param name="Kind">Whether it landed.</param>
/// <param name="ETag">The etag of the document that is stored now; null when there is none.</param>
internal readonly record struct Fate(FateKind Kind, string? ETag)
{
    public static Fate Landed(string? etag) => new(FateKind.Landed, etag);

    public static Fate NotLanded(string? etag) => new(FateKind.NotLanded, etag);

    public static Fate Superseded(string? etag) => new(FateKind.Superseded, etag);
}

/// <summary>The three fates of a change.</summary>
internal enum FateKind
{
    /// <summary>The stored document is the one that was sent.</summary>
    Landed,

    /// <summary>What is stored is what was to be replaced: the same write may go again.</summary>
    NotLanded,

    /// <summary>Something else is stored.</summary>
    Superseded,
}
