using System.Collections.Immutable;
using CeActors.Verification.Findings;

namespace CeActors.Verification;

/// <summary>What a verification has found.</summary>
/// <param name="Findings">Broken promises, by kind and place; at most <see cref="VerificationLimits.FindingsKeptMax"/>.</param>
/// <param name="Counts">How many of each kind there are, those not kept included; no entry is none.</param>
/// <param name="Figures">What was read.</param>
/// <param name="FilesRead">Whether the files of evidence and statements were looked for.</param>
/// <param name="Took">How long it took.</param>
public sealed record VerificationReport(
    ImmutableArray<Finding> Findings,
    ImmutableSortedDictionary<FindingKind, long> Counts,
    VerificationFigures Figures,
    bool FilesRead,
    TimeSpan Took
)
{
    /// <summary>All findings.</summary>
    public long FindingCount => Counts.Values.Sum();

    /// <summary>Nothing is broken, and nothing doubtful was left out.</summary>
    public bool IsHealthy => FindingCount == 0 && Figures is { Unsettled: 0, LeftOut: 0 };
}

/// <summary>What was read. None of it is a fault except as said.</summary>
public sealed record VerificationFigures
{
    /// <summary>Declarations.</summary>
    public long Declarations { get; init; }

    /// <summary>Documents of persons.</summary>
    public long Professionals { get; init; }

    /// <summary>Statements.</summary>
    public long Statements { get; init; }

    /// <summary>Batches.</summary>
    public long Batches { get; init; }

    /// <summary>Units.</summary>
    public long Units { get; init; }

    /// <summary>Index rows.</summary>
    public long IndexRows { get; init; }

    /// <summary>Files of evidence and statements.</summary>
    public long Files { get; init; }

    /// <summary>
    /// Reserved ids without a declaration: filings that were refused or cut off. A declaration whose document and rows were
    /// lost together looks the same unless a statement or a batch names it.
    /// </summary>
    public long ReservationsUnused { get; init; }

    /// <summary>Statements that their person's list does not name: issues that were cut off before they were acknowledged.</summary>
    public long StatementsUnlisted { get; init; }

    /// <summary>
    /// Resident ids reserved for who is not registered with them: registrations that were refused or cut off. Whoever is registered with one
    /// next frees it.
    /// </summary>
    public long ResidentIdsUnused { get; init; }

    /// <summary>Resident ids of registrations that are older than the registers of residents: reserved when the person is registered next.</summary>
    public long ResidentIdsUnreserved { get; init; }

    /// <summary>Doubtful at first sight and right when read again: changed meanwhile.</summary>
    public long Cleared { get; init; }

    /// <summary>Doubtful, and changing each time it was read: neither right nor wrong. Run again.</summary>
    public long Unsettled { get; init; }

    /// <summary>Doubtful and not read again because there were too many. Mend what is reported and run again.</summary>
    public long LeftOut { get; init; }

    /// <summary>Times the account was read as a whole.</summary>
    public int Readings { get; init; }
}

/// <summary>How far a verification is.</summary>
/// <param name="Reading">Which reading of the account, from 1.</param>
/// <param name="Step">What is done: <c>units</c>, <c>documents</c>, <c>files</c> or <c>doubts</c>.</param>
/// <param name="BucketsDone">Buckets read in this reading.</param>
/// <param name="Buckets">Buckets to read.</param>
/// <param name="Rows">Rows read since the start.</param>
public sealed record VerificationProgress(int Reading, string Step, int BucketsDone, int Buckets, long Rows);
