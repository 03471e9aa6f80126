using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CeActors.AzureStorage.Reminders;

/// <summary>Reminders in an Azure table. They belong to a service: its clusters share them.</summary>
internal sealed partial class ReminderTable(
    IOptions<AzureTableReminderOptions> options,
    IOptions<ClusterOptions> cluster,
    TimeProvider clock,
    ILogger<ReminderTable> logger
) : IReminderTable
{
    /// <summary>How long a start waits between two tries to reach the table; it tries until its token ends.</summary>
    public static readonly TimeSpan StartRetryEvery = TimeSpan.FromSeconds(1);

    private readonly TableClient _table = options.Value.Client!.GetTableClient(options.Value.TableName);
    private readonly string _serviceId = cluster.Value.ServiceId;
    private readonly string _clusterId = cluster.Value.ClusterId;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await _table.CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogUnreachable(exception);
                await Task.Delay(StartRetryEvery, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public Task<ReminderTableData> ReadRows(GrainId grainId) => ReadRows(grainId, CancellationToken.None);

    public async Task<ReminderTableData> ReadRows(GrainId grainId, CancellationToken cancellationToken)
    {
        var reminders = await QueryAsync(ReminderRow.GrainFilter(_serviceId, grainId), cancellationToken)
            .ConfigureAwait(false);
        return new ReminderTableData(reminders.Where(reminder => reminder.GrainId == grainId));
    }

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => ReadRows(begin, end, CancellationToken.None);

    public async Task<ReminderTableData> ReadRows(uint begin, uint end, CancellationToken cancellationToken) =>
        new(await QueryAsync(ReminderRow.RangeFilter(_serviceId, begin, end), cancellationToken).ConfigureAwait(false));

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        ReadRow(grainId, reminderName, CancellationToken.None);

    /// <summary>One reminder; null when there is none of this grain and name.</summary>
    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {ReminderRow.PartitionKeyOf(_serviceId, grainId)} and RowKey eq {ReminderRow.RowKeyOf(grainId, reminderName)}"
        );
        await foreach (var row in RowsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            var reminder = ReminderRow.ReminderOf(row);
            if (reminder.GrainId == grainId && reminder.ReminderName == reminderName)
            {
                return reminder;
            }
        }

        return null;
    }

    public Task<string?> UpsertRow(ReminderEntry entry) => UpsertRow(entry, CancellationToken.None);

    public async Task<string?> UpsertRow(ReminderEntry entry, CancellationToken cancellationToken)
    {
        var row = ReminderRow.Of(entry, _serviceId, _clusterId);
        var response = await _table
            .UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken)
            .ConfigureAwait(false);
        return response.Headers.ETag?.ToString()
            ?? throw new InvalidOperationException("The service gave a reminder no etag.");
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        RemoveRow(grainId, reminderName, eTag, CancellationToken.None);

    public async Task<bool> RemoveRow(
        GrainId grainId,
        string reminderName,
        string eTag,
        CancellationToken cancellationToken
    )
    {
        Response answer;
        try
        {
            answer = await _table
                .DeleteEntityAsync(
                    ReminderRow.PartitionKeyOf(_serviceId, grainId),
                    ReminderRow.RowKeyOf(grainId, reminderName),
                    new ETag(eTag),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return false;
        }

        // The SDK takes a missing row for a success, and a missing table too.
        return answer.Status != 404 || (IsOfMissingTable(answer) ? throw new RequestFailedException(answer) : false);
    }

    public Task TestOnlyClearTable() => TestOnlyClearTable(CancellationToken.None);

    /// <summary>Deletes the reminders of this cluster.</summary>
    public async Task TestOnlyClearTable(CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(ReminderRow.RangeFilter(_serviceId, 0, 0), cancellationToken)
            .Where(row => ReminderRow.IsOf(row, _serviceId, _clusterId))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (var partition in rows.GroupBy(row => row.PartitionKey))
        {
            foreach (var group in partition.Chunk(GroupCommitLimits.GroupRowsMax))
            {
                var deletions = group.Select(row => new TableTransactionAction(
                    TableTransactionActionType.Delete,
                    row,
                    ETag.All
                ));
                await _table.SubmitTransactionAsync(deletions, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<ReminderEntry>> QueryAsync(string filter, CancellationToken cancellationToken)
    {
        var reminders = new List<ReminderEntry>();
        await foreach (var row in RowsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                reminders.Add(ReminderRow.ReminderOf(row));
            }
            catch (Exception exception)
            {
                // One damaged reminder must not keep the others from ringing.
                LogDamagedRow(exception, row.PartitionKey);
            }
        }

        return reminders;
    }

    private IAsyncEnumerable<TableEntity> RowsAsync(string filter, CancellationToken cancellationToken) =>
        _table
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .Where(row => ReminderRow.IsOf(row, _serviceId));

    private static bool IsOfMissingTable(Response answer) =>
        answer.Headers.TryGetValue("x-ms-error-code", out var code) && code == TableErrorCode.TableNotFound;

    [LoggerMessage(21, LogLevel.Error, "The table of reminders cannot be reached; trying again")]
    private partial void LogUnreachable(Exception exception);

    [LoggerMessage(22, LogLevel.Error, "A reminder in partition {Partition} cannot be read and is left out")]
    private partial void LogDamagedRow(Exception exception, string partition);
}
