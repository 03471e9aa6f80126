using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Messaging;

namespace CeActors.AzureStorage.Clustering;

/// <summary>The silos that serve clients, read from the membership table anew at each question.</summary>
internal sealed partial class GatewayList(
    IOptions<AzureTableClusteringOptions> options,
    IOptions<ClusterOptions> cluster,
    IOptions<GatewayOptions> gateways,
    ILogger<GatewayList> logger
) : IGatewayListProvider
{
    private const int Forbidden = 403;
    private readonly TableClient _table = options.Value.Client!.GetTableClient(options.Value.TableName);

    public TimeSpan MaxStaleness => gateways.Value.GatewayListRefreshPeriod;

    public bool IsUpdatable => true;

    public Task InitializeGatewayListProvider() => InitializeGatewayListProviderAsync(CancellationToken.None);

    public async Task InitializeGatewayListProviderAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _table.CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException refused) when (refused.Status == Forbidden)
        {
            // A client that may only read is right to be refused: silos or the deployment make the table. Whether it
            // may read shows itself at the first question.
        }
    }

    public Task<IList<Uri>> GetGateways() => GetGatewaysAsync(CancellationToken.None);

    public async Task<IList<Uri>> GetGatewaysAsync(CancellationToken cancellationToken)
    {
        var found = new List<Uri>();
        var query = _table.QueryAsync<TableEntity>(
            SiloRow.GatewayFilter(cluster.Value.ClusterId),
            cancellationToken: cancellationToken
        );
        await foreach (var row in query.ConfigureAwait(false))
        {
            try
            {
                if (SiloRow.GatewayOf(row) is { } gateway)
                {
                    found.Add(gateway);
                }
            }
            catch (Exception exception)
            {
                // One damaged row must not keep clients from all other silos.
                LogDamagedRow(exception, row.RowKey);
            }
        }

        return found;
    }

    [LoggerMessage(13, LogLevel.Error, "The membership row {RowKey} cannot be read and is no gateway")]
    private partial void LogDamagedRow(Exception exception, string rowKey);
}
