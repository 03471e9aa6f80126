using Azure.Core.Pipeline;
using Azure.Data.Tables;
using CeActors.Testing;

namespace CeActors.AzureStorage.Tests.Backends;

/// <summary>Clients of storage that does not behave as a quiet Azurite does. None of them tries again.</summary>
internal static class Backend
{
    /// <summary>An account where nobody listens.</summary>
    public static TableServiceClient Nowhere(AzuriteFixture azurite) =>
        ClientOf(
            azurite.Azurite.ConnectionString.Replace(
                $":{azurite.Azurite.TablePort}/",
                $":{FreePort.Next()}/",
                StringComparison.Ordinal
            ),
            null
        );

    /// <summary>Azurite, reached by a transport.</summary>
    public static TableServiceClient By(AzuriteFixture azurite, HttpPipelineTransport transport) =>
        ClientOf(azurite.Azurite.ConnectionString, transport);

    /// <summary>Adds rows of one partition, a hundred at a time.</summary>
    public static async Task AddAsync(TableClient table, IEnumerable<TableEntity> rows)
    {
        foreach (var group in rows.Chunk(GroupCommitLimits.GroupRowsMax))
        {
            await table.SubmitTransactionAsync(
                group.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row))
            );
        }
    }

    /// <summary>The columns of a row as they are stored, without those that every row has.</summary>
    public static Dictionary<string, object?> ColumnsOf(TableEntity row) =>
        row.Where(column => column.Key is not ("odata.etag" or "PartitionKey" or "RowKey" or "Timestamp"))
            .ToDictionary(column => column.Key, column => (object?)column.Value);

    private static TableServiceClient ClientOf(string connectionString, HttpPipelineTransport? transport)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        if (transport is not null)
        {
            options.Transport = transport;
        }

        return new TableServiceClient(connectionString, options);
    }
}
