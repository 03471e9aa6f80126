using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CeActors.AzureStorage.Clustering;

/// <summary>
/// Cluster membership in an Azure table. The etag of the version row decides every change: a silo's own row changes its
/// etag with each heartbeat, which must not disturb the others.
/// </summary>
internal sealed partial class MembershipTable : IMembershipTable
{
    private readonly string _clusterId;
    private readonly TableClient _table;
    private readonly MembershipSnapshot _snapshot;
    private readonly ILogger<MembershipTable> _logger;

    public MembershipTable(
        IOptions<AzureTableClusteringOptions> options,
        IOptions<ClusterOptions> cluster,
        ILogger<MembershipTable> logger
    )
    {
        _clusterId = cluster.Value.ClusterId;
        _table = options.Value.Client!.GetTableClient(options.Value.TableName);
        _logger = logger;
        _snapshot = new MembershipSnapshot(ReadPartitionAsync);
    }

    public async Task InitializeMembershipTableAsync(bool tryInitTableVersion, CancellationToken cancellationToken)
    {
        await _table.CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
        if (!tryInitTableVersion || await HasVersionAsync(cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            await _table
                .SubmitTransactionAsync(
                    [
                        new(TableTransactionActionType.Add, SiloRow.OfVersion(_clusterId, 0)),
                        new(TableTransactionActionType.Add, SiloRow.OfMarker(_clusterId, SiloRow.FirstKey, 0)),
                        new(TableTransactionActionType.Add, SiloRow.OfMarker(_clusterId, SiloRow.LastKey, 0)),
                    ],
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (IsContention(exception))
        {
            // Another silo was first: the rows are there, which is all we want.
        }
    }

    public async Task<MembershipTableData> ReadAllAsync(CancellationToken cancellationToken)
    {
        var rows = await _snapshot.ReadAsync(cancellationToken).ConfigureAwait(false);
        return DataOf(rows);
    }

    public async Task<MembershipTableData> ReadRowAsync(SiloAddress key, CancellationToken cancellationToken)
    {
        var rowKey = SiloRow.KeyOf(key);
        // One query, so that the silo and the version are of one instant.
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {_clusterId} and (RowKey eq {rowKey} or RowKey eq {SiloRow.VersionKey})"
        );
        return DataOf(await QueryAsync(filter, cancellationToken).ConfigureAwait(false));
    }

    public Task<bool> InsertRowAsync(
        MembershipEntry entry,
        TableVersion tableVersion,
        CancellationToken cancellationToken
    ) => ChangeAsync(new(TableTransactionActionType.Add, RowOf(entry)), tableVersion, cancellationToken);

    public Task<bool> UpdateRowAsync(
        MembershipEntry entry,
        string etag,
        TableVersion tableVersion,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            new(TableTransactionActionType.UpdateReplace, RowOf(entry), ETag.All),
            tableVersion,
            cancellationToken
        );

    public async Task UpdateIAmAliveAsync(MembershipEntry entry, CancellationToken cancellationToken) =>
        await _table
            .UpdateEntityAsync(
                SiloRow.OfHeartbeat(_clusterId, entry),
                ETag.All,
                TableUpdateMode.Merge,
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <summary>Deletes silos that are dead and were last heard of, or suspected, before the date.</summary>
    public async Task CleanupDefunctSiloEntriesAsync(DateTimeOffset beforeDate, CancellationToken cancellationToken)
    {
        var data = await ReadAllAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (entry, etag) in data.Members)
        {
            if (entry.Status != SiloStatus.Dead || LastSignOf(entry) >= beforeDate.UtcDateTime)
            {
                continue;
            }

            try
            {
                await _table
                    .DeleteEntityAsync(_clusterId, SiloRow.KeyOf(entry.SiloAddress), new ETag(etag), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (RequestFailedException exception) when (IsContention(exception))
            {
                // It changed meanwhile; the next clean-up looks again.
            }
        }
    }

    public async Task DeleteMembershipTableEntriesAsync(string clusterId, CancellationToken cancellationToken)
    {
        var rows = await ReadPartitionAsync(clusterId, cancellationToken).ConfigureAwait(false);
        foreach (var group in rows.Chunk(GroupCommitLimits.GroupRowsMax))
        {
            var deletions = group.Select(row => new TableTransactionAction(
                TableTransactionActionType.Delete,
                row,
                ETag.All
            ));
            await _table.SubmitTransactionAsync(deletions, cancellationToken).ConfigureAwait(false);
        }
    }

    private TableEntity RowOf(MembershipEntry entry) => SiloRow.OfSilo(_clusterId, entry);

    private async Task<bool> ChangeAsync(
        TableTransactionAction silo,
        TableVersion next,
        CancellationToken cancellationToken
    )
    {
        TableTransactionAction[] rows =
        [
            silo,
            new(
                TableTransactionActionType.UpdateReplace,
                SiloRow.OfVersion(_clusterId, next.Version),
                new ETag(next.VersionEtag)
            ),
            new(TableTransactionActionType.UpsertReplace, SiloRow.OfMarker(_clusterId, SiloRow.FirstKey, next.Version)),
            new(TableTransactionActionType.UpsertReplace, SiloRow.OfMarker(_clusterId, SiloRow.LastKey, next.Version)),
        ];
        try
        {
            await _table.SubmitTransactionAsync(rows, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException exception) when (IsContention(exception))
        {
            LogContention(next.Version);
            return false;
        }
    }

    private async Task<bool> HasVersionAsync(CancellationToken cancellationToken)
    {
        var row = await _table
            .GetEntityIfExistsAsync<TableEntity>(_clusterId, SiloRow.VersionKey, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return row.HasValue;
    }

    private Task<List<TableEntity>> ReadPartitionAsync(CancellationToken cancellationToken) =>
        ReadPartitionAsync(_clusterId, cancellationToken);

    private Task<List<TableEntity>> ReadPartitionAsync(string clusterId, CancellationToken cancellationToken) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {clusterId}"), cancellationToken);

    private async Task<List<TableEntity>> QueryAsync(string filter, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        var query = _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);
        await foreach (var row in query.ConfigureAwait(false))
        {
            rows.Add(row);
        }

        return rows;
    }

    private MembershipTableData DataOf(List<TableEntity> rows)
    {
        var version = MembershipSnapshot.VersionRowOf(rows);
        var number =
            SiloRow.VersionOf(version)
            ?? throw new FormatException("The version of the membership table is not a number.");
        var silos = new List<Tuple<MembershipEntry, string>>(rows.Count);
        foreach (var row in rows.Where(SiloRow.IsSilo))
        {
            try
            {
                silos.Add(Tuple.Create(SiloRow.SiloOf(row), row.ETag.ToString()));
            }
            catch (Exception exception)
            {
                // One damaged row must not keep the whole cluster from its table.
                LogDamagedRow(exception, row.RowKey);
            }
        }

        return new MembershipTableData(silos, new TableVersion(number, version.ETag.ToString()));
    }

    private static DateTime LastSignOf(MembershipEntry entry) =>
        (entry.SuspectTimes ?? [])
            .Select(suspicion => suspicion.Item2)
            .Append(entry.StartTime)
            .Append(entry.IAmAliveTime)
            .Max();

    private static bool IsContention(RequestFailedException exception) =>
        exception.Status is 409 or 412 || (exception.Status == 404 && exception.ErrorCode != "TableNotFound");

    [LoggerMessage(11, LogLevel.Debug, "Another silo changed the membership table before version {Version}")]
    private partial void LogContention(int version);

    [LoggerMessage(12, LogLevel.Error, "The membership row {RowKey} cannot be read and is left out")]
    private partial void LogDamagedRow(Exception exception, string rowKey);
}
