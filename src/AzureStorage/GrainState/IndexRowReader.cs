using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Reads index rows by a range of keys in each bucket's own partition.</summary>
internal sealed class IndexRowReader(BucketMap buckets, GroupCommitInstruments instruments) : IIndexRowReader
{
    private const int RowsPerPage = 1_000;
    private const int RowsAheadMax = 4 * RowsPerPage;

    public int BucketCount => buckets.Count;

    public async IAsyncEnumerable<IndexRow> ReadAsync(
        string rowKeyPrefix,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rows = Channel.CreateBounded<IndexRow>(new BoundedChannelOptions(RowsAheadMax) { SingleReader = true });
        var reading = ReadAllAsync(rowKeyPrefix, rows.Writer, ended.Token);
        try
        {
            await foreach (var row in rows.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return row;
            }
        }
        finally
        {
            // A consumer that stops early stops the buckets too.
            await ended.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public IAsyncEnumerable<IndexRow> ReadBucketAsync(
        int bucket,
        string rowKeyPrefix,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bucket);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bucket, BucketCount);
        return ReadPagesAsync(bucket, FilterOf(bucket, rowKeyPrefix), cancellationToken);
    }

    private async Task ReadAllAsync(
        string rowKeyPrefix,
        ChannelWriter<IndexRow> rows,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await Parallel
                .ForEachAsync(
                    buckets.Buckets(),
                    new ParallelOptions
                    {
                        MaxDegreeOfParallelism = GroupCommitLimits.ConcurrentBucketReadsMax,
                        CancellationToken = cancellationToken,
                    },
                    async (bucket, token) =>
                    {
                        await foreach (var row in ReadBucketAsync(bucket, rowKeyPrefix, token).ConfigureAwait(false))
                        {
                            await rows.WriteAsync(row, token).ConfigureAwait(false);
                        }
                    }
                )
                .ConfigureAwait(false);
            rows.Complete();
        }
        catch (Exception exception)
        {
            rows.Complete(exception); // the consumer gets it after the rows that were read
        }
    }

    private string FilterOf(int bucket, string rowKeyPrefix)
    {
        var partition = buckets.PartitionKeyOf(bucket);
        if (rowKeyPrefix.Length == 0)
        {
            // Everything but the documents, whose keys start with the mark.
            return TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and (RowKey lt {RowKeys.DocumentMark} or RowKey ge {RowKeys.AfterPrefix(RowKeys.DocumentMark)})"
            );
        }

        var from = RowKeys.EscapeKey(rowKeyPrefix);
        return TableClient.CreateQueryFilter(
            $"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {RowKeys.AfterPrefix(from)}"
        );
    }

    private async IAsyncEnumerable<IndexRow> ReadPagesAsync(
        int bucket,
        string filter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var pages = buckets
            .ReadsOf(bucket)
            .QueryAsync<TableEntity>(filter, RowsPerPage, cancellationToken: cancellationToken)
            .AsPages();
        await foreach (var page in pages.ConfigureAwait(false))
        {
            instruments.CountIndexPage();
            foreach (var entity in page.Values)
            {
                yield return RowOf(entity);
            }
        }
    }

    /// <exception cref="FormatException">The key is not an escaped one.</exception>
    internal static IndexRow RowOf(TableEntity entity)
    {
        var columns = new Dictionary<string, object?>(entity.Count, StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            {
                columns.Add(name, value);
            }
        }

        return new IndexRow(RowKeys.UnescapeKey(entity.RowKey), columns);
    }
}
