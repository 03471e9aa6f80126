using System.Globalization;
using CeActors.Testing;
using static CeActors.Infrastructure.Tests.Capacity.CapacityInputs;

namespace CeActors.Infrastructure.Tests.Capacity;

/// <summary>The tables of the section on capacity in docs/operations.md, computed.</summary>
internal static class CapacityTables
{
    public const string Begin = "<!-- computed: capacity -->";
    public const string End = "<!-- end of what is computed -->";

    public static readonly (string Name, CapacityModel Model)[] Scales =
    [
        ("pilot, 5,000 people", new CapacityModel(5_000, 2, 1)),
        ("province, 1 M", new CapacityModel(1e6, 64, 1)),
        ("province, 3 M", new CapacityModel(3e6, 64, 1)),
        ("nation in one, 60 M", new CapacityModel(60e6, 64, 1)),
        ("largest of a nation's provinces, 6 M", new CapacityModel(6e6, 64, 1)),
    ];

    private static readonly (string Name, Func<CapacityModel, double> Value)[] Rows =
    [
        ("submissions a second, busiest hour", model => model.FilingsPerSecond),
        ("commands a second", model => model.CommandsPerSecond),
        ("reads a second", model => model.ReadsPerSecond),
        ("rows written a second", model => model.RowsPerSecond),
        ("requests to the tables a second, at most", model => model.RequestsPerSecond),
        ("buckets (partitions)", model => model.Buckets),
        (
            $"KiB entities a second in the fullest partition (limit {Text(PartitionEntitiesPerSecondMax)})",
            model => model.FullestPartitionPerSecond
        ),
        ("state accounts", model => model.Accounts),
        (
            $"KiB entities a second in an account (limit {Text(AccountEntitiesPerSecondMax)})",
            model => model.AccountPerSecond
        ),
        ("**times this peak until the first limit is met**", model => model.Headroom),
        ("processors of silos needed", model => model.SiloCoresNeeded),
        (
            $"silos of {Text(SiloCores)} processors, one more than needed, three at least",
            model => model.Silos(SiloCores)
        ),
        ("processors of fronts needed", model => model.FrontCoresNeeded),
        (
            $"fronts of {Text(FrontCores)} processors, one more than needed, two at least",
            model => model.Fronts(FrontCores)
        ),
        (
            $"processors while a version is brought out: silos twice, fronts (an environment's {Text(EnvironmentCoresByDefault)} by default)",
            model => (2 * model.Silos(SiloCores) * SiloCores) + (model.Fronts(FrontCores) * FrontCores)
        ),
        ("GiB of all silos for the queues at their longest", model => model.QueueGibibytes),
        ("MB uploaded a second", model => model.UploadMegabytesPerSecond),
        ("GiB of tables a year", model => model.StateGibibytesPerYear),
        ("TB of evidence a year", model => model.EvidenceTerabytesPerYear),
        ("write requests a year, in ten thousands", model => model.RequestsTenThousandsPerYear),
    ];

    /// <summary>What stands between the two marks.</summary>
    public static string Compute()
    {
        var lines = new List<string>
        {
            $"A declaration of {Text(Years)} years, {Text(Items)} items and {Text(EvidenceFiles)} files takes {Text(DeclarationBytes)} bytes, "
                + $"counted as {Text(CapacityModel.DocumentKibibytes)} entities of 1 KiB; a person with their reservation {Text(PersonBytes)}. "
                + $"It is written {Text(CapacityModel.DraftWrites)} times as a draft and moves {Text(CapacityModel.Transitions)} times.",
            "",
            $"| | {string.Join(" | ", Scales.Select(scale => scale.Name))} |",
            $"|---|{string.Concat(Scales.Select(_ => "---|"))}",
        };
        lines.AddRange(
            Rows.Select(row =>
                $"| {row.Name} | {string.Join(" | ", Scales.Select(scale => Text(row.Value(scale.Model))))} |"
            )
        );
        return string.Join('\n', lines);
    }

    /// <summary>What is documented between the two marks.</summary>
    public static string Documented()
    {
        var (text, begin, end) = Find();
        return text[begin..end].Trim('\n');
    }

    /// <summary>Writes what is computed into the documentation.</summary>
    public static void Write()
    {
        var (text, begin, end) = Find();
        File.WriteAllText(FilePath, $"{text[..begin]}\n{Compute()}\n{text[end..]}");
    }

    private static string FilePath => Path.Combine(RepositoryRoot.Path, "docs", "operations.md");

    private static (string Text, int Begin, int End) Find()
    {
        var text = File.ReadAllText(FilePath).ReplaceLineEndings("\n");
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return (text, begin, text.IndexOf(End, begin, StringComparison.Ordinal));
    }

    /// <summary>Two significant figures below a hundred, whole numbers above.</summary>
    private static string Text(double value) =>
        value switch
        {
            0 => "0",
            < 1 => value.ToString("G2", CultureInfo.InvariantCulture),
            < 100 => Math.Round(value, 1).ToString("#,0.#", CultureInfo.InvariantCulture),
            _ => value.ToString("#,0", CultureInfo.InvariantCulture),
        };
}
