using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Azure.Data.Tables;
using CeActors.AzureStorage.Transactions;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Where each bucket is: bucket b is table <c>{prefix}{b:D3}</c> on account b modulo their number, partition <c>b{b:D3}</c>.</summary>
internal sealed class BucketMap
{
    private readonly GroupCommitOptions _options;
    private readonly TableClient[] _reads;
    private readonly TableClient[] _points;
    private readonly TableClient[] _probes;
    private readonly ITransactionSender[] _writes;
    private readonly string[] _partitionKeys;

    public BucketMap(GroupCommitOptions options)
    {
        _options = options;
        _reads = [.. Buckets().Select(bucket => AccountOf(bucket).Reads.GetTableClient(TableNameOf(bucket)))];
        _points = [.. Buckets().Select(bucket => AccountOf(bucket).Points.GetTableClient(TableNameOf(bucket)))];
        _probes = [.. Buckets().Select(bucket => AccountOf(bucket).Writes.GetTableClient(TableNameOf(bucket)))];
        _writes = [.. Buckets().Select(bucket => AccountOf(bucket).TransactionsOf(TableNameOf(bucket)))];
        _partitionKeys = [.. Buckets().Select(bucket => $"b{Digits(bucket)}")];
    }

    public int Count => _options.BucketCount;

    public IEnumerable<int> Buckets() => Enumerable.Range(0, Count);

    public TableAccount AccountOf(int bucket) => _options.Accounts[bucket % _options.Accounts.Count];

    public string TableNameOf(int bucket) => _options.TablePrefix + Digits(bucket);

    public string PartitionKeyOf(int bucket) => _partitionKeys[bucket];

    /// <summary>Reads pages of rows, and makes the table.</summary>
    public TableClient ReadsOf(int bucket) => _reads[bucket];

    /// <summary>Reads single rows, again and again until an answer comes.</summary>
    public TableClient PointsOf(int bucket) => _points[bucket];

    /// <summary>Reads single rows, once: whoever asks tries again himself.</summary>
    public TableClient ProbesOf(int bucket) => _probes[bucket];

    public ITransactionSender WritesOf(int bucket) => _writes[bucket];

    /// <summary>The bucket of a grain.</summary>
    /// <exception cref="InvalidOperationException">The configured choice lies outside the buckets.</exception>
    public int BucketOf(GrainId grainId)
    {
        if (_options.BucketOf(grainId) is not { } chosen)
        {
            var bytes = Encoding.UTF8.GetBytes(grainId.ToString());
            return (int)(XxHash32.HashToUInt32(bytes) % (uint)Count);
        }

        return chosen >= 0 && chosen < Count
            ? chosen
            : throw new InvalidOperationException(
                $"Bucket {chosen} was chosen for {grainId}; there are buckets 0 to {Count - 1}."
            );
    }

    private static string Digits(int bucket) => bucket.ToString("D3", CultureInfo.InvariantCulture);
}
