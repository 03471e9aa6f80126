using System.Text.Json;
using CeActors.Benchmarks.Ceiling;
using CeActors.Benchmarks.Load;
using CeActors.Benchmarks.Output;

namespace CeActors.Benchmarks.Flows;

/// <summary>All figures of one <c>flows</c> run, as tables for people and as one JSON line for programs.</summary>
public sealed record FlowsReport(
    FlowsSettings Settings,
    IReadOnlyList<CeilingFigure> Ceiling,
    IReadOnlyList<FlowsFigures> Figures
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Failed requests of all runs.</summary>
    public long ErrorCount => Figures.Sum(column => column.Errors.Values.Sum());

    /// <summary>Prints the tables and, as the last line, the JSON object.</summary>
    public void Print()
    {
        PrintColumns();
        PrintLatencies();
        PrintProcessors();
        PrintErrors();
        if (Ceiling.Count > 0)
        {
            Console.WriteLine();
            Console.WriteLine("Azurite's own ceiling, measured in the same run");
            var table = new TextTable("", "rows/s", "requests/s", "Azurite ms/row");
            foreach (var figure in Ceiling)
            {
                table.Add(
                    figure.Kind,
                    figure.RowsPerSecond,
                    figure.RequestsPerSecond,
                    figure.AzuriteMillisecondsPerRow
                );
            }

            table.Print();
        }

        Console.WriteLine();
        Console.WriteLine(
            "PostgreSQL syncs every commit to disk; Azurite keeps its tables in memory and syncs nothing."
        );
        Console.WriteLine(JsonSerializer.Serialize(this, Json));
    }

    private static string Name(FlowsFigures column) => $"{column.Target} {column.Variant}";

    private void PrintColumns()
    {
        Console.WriteLine();
        Console.WriteLine($"Flows, medians of {Settings.RunCount} runs of {Settings.DurationSeconds} s");
        var table = new TextTable(
            "",
            "flows/s",
            "p50 ms",
            "p99 ms",
            "writes/transition",
            "rows/transition",
            "reads/transition",
            "errors"
        );
        foreach (var column in Figures)
        {
            table.Add(
                Name(column),
                column.FlowsPerSecond,
                column.P50["all"],
                column.P99["all"],
                column.WriteRequestsPerTransition,
                column.RowsPerTransition,
                column.ReadsPerTransition,
                column.Errors.Values.Sum()
            );
        }

        table.Print();
    }

    private void PrintLatencies()
    {
        Console.WriteLine();
        Console.WriteLine("Milliseconds by kind of request, p50 / p99");
        var table = new TextTable(["", .. Enum.GetNames<FlowStep>()]);
        foreach (var column in Figures)
        {
            var kinds = column.P50.Keys.Where(kind => kind != "all");
            table.Add([Name(column), .. kinds.Select(kind => $"{column.P50[kind]:F1} / {column.P99[kind]:F1}")]);
        }

        table.Print();
    }

    private void PrintProcessors()
    {
        Console.WriteLine();
        Console.WriteLine("Processor milliseconds a flow, by process");
        foreach (var group in Figures.GroupBy(column => column.Target))
        {
            var processes = group.First().ProcessorSecondsPerFlow.Keys.ToArray();
            var table = new TextTable(["", .. processes, "sum"]);
            foreach (var column in group)
            {
                var times = processes.Select(process => column.ProcessorSecondsPerFlow[process] * 1000).ToArray();
                table.Add([Name(column), .. times.Cast<object?>(), times.Sum()]);
            }

            table.Print();
        }
    }

    private void PrintErrors()
    {
        foreach (var column in Figures)
        {
            foreach (var (kind, count) in column.Errors)
            {
                Console.WriteLine($"  error in {Name(column)}: {kind}: {count}");
            }
        }
    }
}

/// <summary>The settings that figures depend on.</summary>
public sealed record FlowsSettings(
    int Clients,
    int RunCount,
    double WarmUpSeconds,
    double DurationSeconds,
    int Units,
    int FilingBodyBytes,
    int Processors
);
