using Azure.Data.Tables;

namespace CeActors.AzureStorage.GrainState;

/// <summary>Looks for data in accounts that have no layout: what was stored under a lost layout must not be taken for nothing.</summary>
internal static class StrayRows
{
    private const string FirstBucket = "000";
    private const string LastBucket = "999";

    /// <summary>A bucket's table with at least one row, of however many buckets there were; null when there is none.</summary>
    public static async Task<(string Account, string Table)?> FindAsync(
        IEnumerable<TableAccount> accounts,
        string tablePrefix,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (tablePrefix + FirstBucket, tablePrefix + LastBucket);
        foreach (var account in accounts)
        {
            var tables = account.Reads.QueryAsync(
                TableClient.CreateQueryFilter($"TableName ge {first} and TableName le {last}"),
                cancellationToken: cancellationToken
            );
            await foreach (var table in tables.ConfigureAwait(false))
            {
                // Between the two lie names of other prefixes too.
                if (
                    table.Name.Length == first.Length
                    && await HasRowAsync(account, table.Name, cancellationToken).ConfigureAwait(false)
                )
                {
                    return (account.Name, table.Name);
                }
            }
        }

        return null;
    }

    private static async Task<bool> HasRowAsync(
        TableAccount account,
        string table,
        CancellationToken cancellationToken
    ) =>
        await account
            .Reads.GetTableClient(table)
            .QueryAsync<TableEntity>(maxPerPage: 1, select: ["PartitionKey"], cancellationToken: cancellationToken)
            .AnyAsync(cancellationToken)
            .ConfigureAwait(false);
}
