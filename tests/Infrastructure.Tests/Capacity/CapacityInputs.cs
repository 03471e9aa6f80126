using System.Text;
using System.Text.Json.Nodes;
using CeActors.Testing;

namespace CeActors.Infrastructure.Tests.Capacity;

/// <summary>What the model rests on: measured, written by the platform's documents, or assumed.</summary>
internal static class CapacityInputs
{
    // Measured: benchmarks/README.md, "Figures of flows", 64 buckets, where transactions are emptiest.

    /// <summary>Rows written for one movement of a declaration.</summary>
    public const double RowsPerTransition = 3.52;

    /// <summary>Requests for one movement; 0.08 once buckets are full.</summary>
    public const double RequestsPerTransition = 0.78;

    /// <summary>Processor milliseconds of a silo for one command: 2.28 a flow of four.</summary>
    public const double SiloMillisecondsPerCommand = 2.28 / 4;

    /// <summary>Processor milliseconds of a front for one command: 1.05 a flow of four.</summary>
    public const double FrontMillisecondsPerCommand = 1.05 / 4;

    /// <summary>Bytes of a silo's memory for one waiting item: 749 MB with 400,000, everything else of the silo included.</summary>
    public const double MemoryBytesPerWaitingItem = 749e6 / 400_000;

    // From the platform's documents (docs/operations.md names them).

    public const double PartitionEntitiesPerSecondMax = 2_000;
    public const double AccountEntitiesPerSecondMax = 20_000;
    public const double EnvironmentCoresByDefault = 100;

    // Assumed; change them here and the documentation is computed anew.

    /// <summary>Times a person's draft is saved before it is submitted.</summary>
    public const double DraftSaves = 30;

    /// <summary>Files of evidence, each announced and completed.</summary>
    public const double EvidenceFiles = 5;

    public const double EvidenceMegabytesPerFile = 1.5;

    /// <summary>Years, and items of them, of a declaration.</summary>
    public const int Years = 5;

    public const int Items = 10;

    /// <summary>Share of declarations returned once; each costs a return, a submission and a review more.</summary>
    public const double ReturnedShare = 0.3;

    /// <summary>Pages and lists asked for, by everybody together, for one declaration.</summary>
    public const double Reads = 60;

    /// <summary>Share of a season's filings in its last days, and how many busy hours these have.</summary>
    public const double LastDaysShare = 0.2;

    public const double LastDaysBusyHours = 36;

    /// <summary>The busiest hour against the mean of those.</summary>
    public const double BusiestHourFactor = 2;

    /// <summary>The fullest bucket against the mean: employers differ in size.</summary>
    public const double FullestBucketFactor = 3;

    /// <summary>How busy processors may be at the peak: a lost silo, slower processors and what the model forgets need the rest.</summary>
    public const double ProcessorShareMax = 0.4;

    public const double SiloCores = 4;
    public const double FrontCores = 2;

    /// <summary>Share of the year's declarations that wait somewhere at the same time, at worst.</summary>
    public const double WaitingShare = 0.5;

    /// <summary>What a small row takes: a row of a queue, with names of people and units.</summary>
    public const double SmallRowKibibytes = 1;

    private static readonly string Golden = Path.Combine(
        RepositoryRoot.Path,
        "tests",
        "Grains.Tests",
        "Serialization",
        "Golden"
    );

    /// <summary>Bytes of a declaration's document as it is stored: the golden one, with as many items and files as assumed.</summary>
    public static double DeclarationBytes { get; } = DeclarationOf();

    /// <summary>Bytes of a person's document, with their reservation in the register.</summary>
    public static double PersonBytes { get; } = Stored("professional-1.json") + Stored("resident-register-1.json");

    private static double DeclarationOf()
    {
        var document = Read("declaration-1.json");
        double each(string list) => document[list]!.AsArray().Average(item => (double)BytesOf(item!));
        return BytesOf(document)
            + (Items - document["it"]!.AsArray().Count) * each("it")
            + (EvidenceFiles - document["ev"]!.AsArray().Count) * each("ev")
            + (Years - document["y"]!.AsArray().Count) * each("y");
    }

    private static double Stored(string name) => BytesOf(Read(name));

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Golden, name)))!;

    private static int BytesOf(JsonNode node) =>
        Encoding.UTF8.GetByteCount(
            node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        );
}
