using Azure;
using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>
/// The stored description of how a provider lays its data out. It is written once, into every account, and compared at
/// every start: a silo that would look for documents elsewhere than where they are does not start.
/// </summary>
internal sealed class StorageLayout(string provider, GroupCommitOptions options, BucketMap buckets)
{
    /// <summary>The format of rows that this code writes and reads.</summary>
    public const int Version = 1;

    private const string PartitionKey = "layout";
    private const string RowKey = "1";
    internal const string Suffix = "Layout";
    internal const string HashName = "XxHash32";
    private const int ConcurrentTableCreationsMax = 8;

    // In this order a mismatch is told: what explains the others comes first.
    private static readonly (string Column, string Name)[] Compared =
    [
        ("LayoutVersion", "layout version"),
        ("BucketCount", "bucket count"),
        ("Serializer", "serializer"),
        ("Hash", "hash of grain ids"),
        ("Buckets", "places of the buckets"),
    ];

    /// <summary>Compares the stored layout with the configured one; at the very first start makes the tables and stores it.</summary>
    /// <exception cref="StorageLayoutMismatchException">They differ.</exception>
    public async Task EnsureAsync(string serializer, CancellationToken cancellationToken)
    {
        var configured = Describe(serializer);
        var missing = new List<TableClient>();
        foreach (var account in options.Accounts.DistinctBy(account => account.Name))
        {
            var table = account.Reads.GetTableClient(options.TablePrefix + Suffix);
            if (await ReadAsync(table, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                Compare(stored, configured);
            }
            else
            {
                missing.Add(table);
            }
        }

        if (missing.Count > 0)
        {
            // The tables come first: a stored layout says that they are there.
            await CreateTablesAsync(cancellationToken).ConfigureAwait(false);
            foreach (var table in missing)
            {
                await StoreAsync(table, configured, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private Task CreateTablesAsync(CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            buckets.Buckets(),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = ConcurrentTableCreationsMax,
                CancellationToken = cancellationToken,
            },
            async (bucket, token) => await buckets.ReadsOf(bucket).CreateIfNotExistsAsync(token).ConfigureAwait(false)
        );

    private async Task StoreAsync(TableClient table, TableEntity configured, CancellationToken cancellationToken)
    {
        await table.CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await table.AddEntityAsync(configured, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // Another silo starts for the first time too; theirs counts.
            var stored = await ReadAsync(table, cancellationToken).ConfigureAwait(false);
            Compare(stored ?? throw new InvalidOperationException("The stored layout vanished."), configured);
        }
    }

    internal static async Task<TableEntity?> ReadAsync(TableClient table, CancellationToken cancellationToken)
    {
        var stored = await table
            .GetEntityIfExistsAsync<TableEntity>(PartitionKey, RowKey, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return stored.HasValue ? stored.Value : null;
    }

    private TableEntity Describe(string serializer) =>
        new(PartitionKey, RowKey)
        {
            ["LayoutVersion"] = Version,
            ["BucketCount"] = buckets.Count,
            ["Serializer"] = serializer,
            ["Hash"] = HashName,
            ["Buckets"] = string.Join(
                ';',
                buckets.Buckets().Select(bucket => $"{buckets.AccountOf(bucket).Name}/{buckets.TableNameOf(bucket)}")
            ),
        };

    private void Compare(TableEntity stored, TableEntity configured)
    {
        foreach (var (column, name) in Compared)
        {
            var there = stored.TryGetValue(column, out var value) ? $"{value}" : "nothing";
            var here = $"{configured[column]}";
            if (there != here)
            {
                throw new StorageLayoutMismatchException(provider, name, there, here);
            }
        }
    }
}
