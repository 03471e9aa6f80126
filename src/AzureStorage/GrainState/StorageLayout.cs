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
    private const string VersionColumn = "LayoutVersion";
    private const int ConcurrentTableCreationsMax = 8;

    // In this order a mismatch is told: what explains the others comes first.
    private static readonly (string Column, string Name)[] Compared =
    [
        (VersionColumn, "layout version"),
        ("BucketCount", "bucket count"),
        ("Serializer", "serializer"),
        ("Hash", "hash of grain ids"),
        ("Buckets", "places of the buckets"),
    ];

    /// <summary>Compares the stored layout with the configured one; at the very first start makes the tables and stores it.</summary>
    /// <remarks>
    /// The accounts are asked in the order of their names, whatever the order of the settings, so that silos which start for
    /// the first time together with different settings meet at the same row. The first account's row is written last: where
    /// it is, all the others are.
    /// </remarks>
    /// <exception cref="StorageLayoutMismatchException">They differ.</exception>
    /// <exception cref="StorageLayoutMissingException">There are data, or a part of the layout, and no layout to compare.</exception>
    public async Task EnsureAsync(string serializer, CancellationToken cancellationToken)
    {
        var configured = Describe(serializer);
        var accounts = options
            .Accounts.DistinctBy(account => account.Name)
            .OrderBy(account => account.Name, StringComparer.Ordinal)
            .ToArray();
        var missing = new List<TableAccount>();
        foreach (var account in accounts)
        {
            if (await ReadAsync(TableOf(account), cancellationToken).ConfigureAwait(false) is { } stored)
            {
                Compare(stored, configured);
            }
            else
            {
                missing.Add(account);
            }
        }

        if (missing.Count == 0)
        {
            return;
        }

        if (missing[0] != accounts[0])
        {
            throw new StorageLayoutMissingException(provider, missing[0].Name, "its other accounts have one");
        }

        if (
            await StrayRows.FindAsync(accounts, options.TablePrefix, cancellationToken).ConfigureAwait(false) is
            { } rows
        )
        {
            // Another silo may have been faster: rows are written only when the layout is.
            var stored = await ReadAsync(TableOf(accounts[0]), cancellationToken).ConfigureAwait(false);
            Compare(
                stored
                    ?? throw new StorageLayoutMissingException(
                        provider,
                        rows.Account,
                        $"its table {rows.Table} has rows"
                    ),
                configured
            );
            return;
        }

        // The tables come first: a stored layout says that they are there.
        await CreateTablesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var account in missing.AsEnumerable().Reverse())
        {
            await StoreAsync(TableOf(account), configured, cancellationToken).ConfigureAwait(false);
        }
    }

    private TableClient TableOf(TableAccount account) => account.Reads.GetTableClient(options.TablePrefix + Suffix);

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
            [VersionColumn] = Version,
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
                throw column == VersionColumn
                    ? StorageLayoutMismatchException.OfVersion(provider, there, here)
                    : new StorageLayoutMismatchException(provider, name, there, here);
            }
        }
    }
}
