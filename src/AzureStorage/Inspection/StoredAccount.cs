using System.Collections.Immutable;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Data.Tables;
using CeActors.AzureStorage.GrainState;

namespace CeActors.AzureStorage.Inspection;

/// <summary>
/// One provider's data in one account, read as it is stored and past every grain: for checks of what is stored. It writes
/// nothing. What cannot be reached throws; what is damaged is returned as such.
/// </summary>
/// <param name="tables">The account; keep its retries on.</param>
/// <param name="tablePrefix">The prefix of the provider's tables.</param>
public sealed class StoredAccount(TableServiceClient tables, string tablePrefix)
{
    /// <summary>The version of the layout that this code reads.</summary>
    public const int KnownLayoutVersion = StorageLayout.Version;

    /// <summary>The hash of grain ids that this code computes.</summary>
    public const string KnownHash = StorageLayout.HashName;

    private const int RowsPerPage = 1_000;
    private const int BucketDigits = 3;

    /// <summary>The prefix of the tables.</summary>
    public string TablePrefix => tablePrefix;

    /// <summary>The table of a bucket.</summary>
    public string TableOf(int bucket) => tablePrefix + Digits(bucket);

    /// <summary>The partition of a bucket.</summary>
    public static string PartitionOf(int bucket) => "b" + Digits(bucket);

    /// <summary>The stored key and the digest that a document lists an index row by.</summary>
    public static (string Key, string Digest) ListingOf(IndexRow row) =>
        (RowKeys.EscapeKey(row.RowKey), ColumnValues.Digest(row));

    /// <summary>The stored key of a document.</summary>
    public static string KeyOf(DocumentName name) =>
        RowKeys.OfDocument(name.StateName, GrainId.Create(name.GrainType, name.GrainKey));

    /// <summary>The bucket of a grain whose provider does not choose one.</summary>
    public static int HashedBucketOf(DocumentName name, int bucketCount)
    {
        var grainId = GrainId.Create(name.GrainType, name.GrainKey).ToString();
        return (int)(XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(grainId)) % (uint)bucketCount);
    }

    /// <summary>What a row is that was read from a bucket's table.</summary>
    public static StoredRecord Inspect(int bucket, TableEntity row) =>
        StoredRecords.Of(bucket, PartitionOf(bucket), row);

    /// <summary>The stored layout; null when there is none.</summary>
    public async Task<StoredLayout?> ReadLayoutAsync(CancellationToken cancellationToken)
    {
        var table = tables.GetTableClient(tablePrefix + StorageLayout.Suffix);
        if (await StorageLayout.ReadAsync(table, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        return new StoredLayout(
            Column(row, "LayoutVersion") as int?,
            Column(row, "BucketCount") as int?,
            Column(row, "Serializer") as string,
            Column(row, "Hash") as string,
            Column(row, "Buckets") is string { Length: > 0 } buckets ? [.. buckets.Split(';')] : []
        );
    }

    /// <summary>The numbers of all tables of the account that look like a bucket of this provider, ascending.</summary>
    public async Task<ImmutableArray<int>> ExistingBucketsAsync(CancellationToken cancellationToken)
    {
        var buckets = new SortedSet<int>();
        await foreach (var table in tables.QueryAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (
                table.Name.Length == tablePrefix.Length + BucketDigits
                && table.Name.StartsWith(tablePrefix, StringComparison.Ordinal)
                && int.TryParse(
                    table.Name.AsSpan(tablePrefix.Length),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var bucket
                )
            )
            {
                buckets.Add(bucket);
            }
        }

        return [.. buckets];
    }

    /// <summary>Every row of a bucket's table, whatever its partition: documents first, then index rows by their keys.</summary>
    /// <exception cref="RequestFailedException">The table is not there or cannot be reached.</exception>
    public async IAsyncEnumerable<StoredRecord> ReadBucketAsync(
        int bucket,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var partition = PartitionOf(bucket);
        var rows = tables
            .GetTableClient(TableOf(bucket))
            .QueryAsync<TableEntity>(default(string), RowsPerPage, cancellationToken: cancellationToken);
        await foreach (var entity in rows.ConfigureAwait(false))
        {
            yield return StoredRecords.Of(bucket, partition, entity);
        }
    }

    /// <summary>One row as it is now; null when it is not there.</summary>
    public async Task<StoredRecord?> ReadAsync(int bucket, string rowKey, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(bucket);
        var row = await tables
            .GetTableClient(TableOf(bucket))
            .GetEntityIfExistsAsync<TableEntity>(partition, rowKey, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return row.HasValue ? StoredRecords.Of(bucket, partition, row.Value!) : null;
    }

    private static object? Column(TableEntity row, string name) => row.TryGetValue(name, out var value) ? value : null;

    private static string Digits(int bucket) => bucket.ToString("D3", CultureInfo.InvariantCulture);
}
