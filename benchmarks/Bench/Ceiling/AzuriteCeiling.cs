using System.Diagnostics;
using Azure.Data.Tables;
using CeActors.Benchmarks.Output;
using CeActors.Benchmarks.Processes;
using CeActors.Testing;

namespace CeActors.Benchmarks.Ceiling;

/// <summary>What Azurite alone can do here, with nothing in front of it but the SDK.</summary>
/// <param name="Kind">What was written, and over how many tables.</param>
/// <param name="RowsPerSecond">Rows a second.</param>
/// <param name="RequestsPerSecond">Requests a second.</param>
/// <param name="AzuriteMillisecondsPerRow">Processor time of Azurite a row.</param>
public sealed record CeilingFigure(
    string Kind,
    double RowsPerSecond,
    double RequestsPerSecond,
    double AzuriteMillisecondsPerRow
);

/// <summary>Measures <see cref="CeilingFigure"/>s: transactions of 100 rows over 1, 2 and 64 tables, and single writes.</summary>
public static class AzuriteCeiling
{
    /// <summary>The table counts that are measured.</summary>
    public static readonly int[] TableCounts = [1, 2, 64];

    private const int RowsPerTransaction = 100;
    private const int TransactionsInFlight = 4;
    private const int SingleWritesInFlight = 32;
    private const int RowBytes = 1_000;

    /// <summary>Measures each kind for this long, each on a fresh Azurite in memory.</summary>
    public static async Task<IReadOnlyList<CeilingFigure>> MeasureAsync(TimeSpan each, CancellationToken stop)
    {
        var figures = new List<CeilingFigure>();
        foreach (var tables in TableCounts)
        {
            var kind = $"100-row transactions over {tables} table{(tables == 1 ? "" : "s")}";
            var inFlight = Math.Min(tables, TransactionsInFlight);
            figures.Add(await MeasureAsync(kind, tables, inFlight, RowsPerTransaction, each, WriteGroupAsync, stop));
        }

        figures.Add(await MeasureAsync("single inserts", 1, SingleWritesInFlight, 1, each, WriteOneAsync, stop));
        return figures;
    }

    private static async Task<CeilingFigure> MeasureAsync(
        string kind,
        int tableCount,
        int inFlight,
        int rowsPerRequest,
        TimeSpan time,
        Func<TableClient, string, CancellationToken, Task> write,
        CancellationToken cancellationToken
    )
    {
        await using var azurite = await AzuriteProcess.StartAsync(cancellationToken: cancellationToken);
        var service = new TableServiceClient(azurite.ConnectionString);
        var tables = new List<TableClient>();
        for (var i = 0; i < tableCount; i++)
        {
            tables.Add(service.GetTableClient($"Ceiling{i:D3}"));
            await tables[i].CreateAsync(cancellationToken);
        }

        for (var i = 0; i < inFlight; i++)
        {
            await write(tables[i % tableCount], $"warm{i}", cancellationToken);
        }

        var used = ProcessorTime.Of(azurite.ProcessId);
        var watch = Stopwatch.StartNew();
        long requests = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, inFlight)
                .Select(async worker =>
                {
                    for (var turn = 0; watch.Elapsed < time; turn++)
                    {
                        var table = tables[(worker + (turn * inFlight)) % tableCount];
                        await write(table, $"{worker}-{turn}", cancellationToken);
                        Interlocked.Increment(ref requests);
                    }
                })
        );
        var rows = requests * rowsPerRequest;
        var seconds = watch.Elapsed.TotalSeconds;
        var milliseconds = (ProcessorTime.Of(azurite.ProcessId) - used) * 1000 / rows;
        Progress.Say($"Azurite's ceiling, {kind}: {rows / seconds:F0} rows/s");
        return new CeilingFigure(kind, rows / seconds, requests / seconds, milliseconds);
    }

    private static Task WriteGroupAsync(TableClient table, string name, CancellationToken cancellationToken) =>
        table.SubmitTransactionAsync(
            Enumerable
                .Range(0, RowsPerTransaction)
                .Select(i => new TableTransactionAction(TableTransactionActionType.Add, Row($"{name}-{i:D3}"))),
            cancellationToken
        );

    private static Task WriteOneAsync(TableClient table, string name, CancellationToken cancellationToken) =>
        table.AddEntityAsync(Row(name), cancellationToken);

    private static TableEntity Row(string key) => new("bucket", key) { ["Data"] = new byte[RowBytes] };
}
