using static CeActors.Infrastructure.Tests.Capacity.CapacityInputs;

namespace CeActors.Infrastructure.Tests.Capacity;

/// <summary>What a season asks of the platform. Every figure follows from <see cref="CapacityInputs"/> and three numbers.</summary>
/// <param name="People">Declarations in a year.</param>
/// <param name="Buckets">Buckets of the state, each a partition.</param>
/// <param name="Accounts">Accounts that the buckets are spread over.</param>
internal sealed record CapacityModel(double People, int Buckets, int Accounts)
{
    private const double BytesPerKibibyte = 1_024;

    /// <summary>Submissions a second in the busiest hour.</summary>
    public double FilingsPerSecond => People * LastDaysShare / (LastDaysBusyHours * 3_600) * BusiestHourFactor;

    /// <summary>Movements of one declaration: submission and three reviews, and what returns cost more.</summary>
    public static double Transitions => 4 + (3 * ReturnedShare);

    /// <summary>Writes of a draft: saves, and two for each file.</summary>
    public static double DraftWrites => DraftSaves + (2 * EvidenceFiles);

    public double CommandsPerSecond => FilingsPerSecond * (DraftWrites + Transitions);

    public double ReadsPerSecond => FilingsPerSecond * Reads;

    public double RowsPerSecond => FilingsPerSecond * (DraftWrites + (Transitions * RowsPerTransition));

    /// <summary>What a document counts as where limits are told for entities of one kibibyte.</summary>
    public static double DocumentKibibytes => Math.Ceiling(DeclarationBytes / BytesPerKibibyte);

    /// <summary>Entities of one kibibyte written a second.</summary>
    public double KibibytesPerSecond =>
        FilingsPerSecond
        * (
            (DraftWrites * DocumentKibibytes)
            + (Transitions * (DocumentKibibytes + ((RowsPerTransition - 1) * SmallRowKibibytes)))
        );

    public double FullestPartitionPerSecond => KibibytesPerSecond / Buckets * FullestBucketFactor;

    public double AccountPerSecond => KibibytesPerSecond / Accounts;

    /// <summary>Requests to the tables a second: at most one for each save.</summary>
    public double RequestsPerSecond => FilingsPerSecond * (DraftWrites + (Transitions * RequestsPerTransition));

    public double SiloCoresNeeded =>
        (CommandsPerSecond + ReadsPerSecond) * SiloMillisecondsPerCommand / 1_000 / ProcessorShareMax;

    public double FrontCoresNeeded =>
        (CommandsPerSecond + ReadsPerSecond) * FrontMillisecondsPerCommand / 1_000 / ProcessorShareMax;

    /// <summary>Gibibytes of all silos for the queues at their longest.</summary>
    public double QueueGibibytes => People * WaitingShare * MemoryBytesPerWaitingItem / Math.Pow(BytesPerKibibyte, 3);

    /// <summary>Gibibytes of tables that a year adds.</summary>
    public double StateGibibytesPerYear =>
        People
        * (DeclarationBytes + PersonBytes + ((RowsPerTransition - 1) * SmallRowKibibytes * BytesPerKibibyte))
        / Math.Pow(BytesPerKibibyte, 3);

    public double EvidenceTerabytesPerYear => People * EvidenceFiles * EvidenceMegabytesPerFile / 1e6;

    public double UploadMegabytesPerSecond => FilingsPerSecond * EvidenceFiles * EvidenceMegabytesPerFile;

    /// <summary>Write requests of a year in units of ten thousand, as they are charged.</summary>
    public double RequestsTenThousandsPerYear =>
        People * (DraftWrites + (Transitions * RequestsPerTransition)) / 10_000;

    /// <summary>How many times this peak fits until the first of the limits is met.</summary>
    public double Headroom =>
        Math.Min(
            PartitionEntitiesPerSecondMax / FullestPartitionPerSecond,
            AccountEntitiesPerSecondMax / AccountPerSecond
        );

    public int Silos(double cores) => Math.Max(3, (int)Math.Ceiling(SiloCoresNeeded / cores) + 1);

    public int Fronts(double cores) => Math.Max(2, (int)Math.Ceiling(FrontCoresNeeded / cores) + 1);
}
