using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using Orleans.Concurrency;

namespace CeActors.Contracts.Review;

/// <summary>
/// One batch command of an agency (批量审核). Key: batch id, derived from the unit and the command id. It works through its ids, remembers each
/// outcome, and goes on by itself after a crash. Each declaration is decided by its own grain, exactly once.
/// </summary>
[Alias("ce.IBatchReview")]
public interface IBatchReview : IGrainWithStringKey
{
    /// <summary>Accepts the batch and starts it. Idempotent by command id.</summary>
    [Alias("start")]
    Task<Outcome<BatchView>> StartAsync(StartBatch command);

    /// <summary>Progress and outcomes; for members of the unit.</summary>
    [ReadOnly, Alias("get")]
    Task<Outcome<BatchView>> GetAsync(Caller caller);
}

/// <param name="Header">Caller and command id.</param>
/// <param name="UnitCode">Agency that the caller acts for.</param>
/// <param name="Items">1 to 500 declarations, each with the version that the clerk saw; no id twice.</param>
/// <param name="Passes">True to pass (recognise), false to return.</param>
/// <param name="Reason">Mandatory for a return; optional opinion for a pass.</param>
[GenerateSerializer, Immutable, Alias("ce.start-batch")]
public sealed record StartBatch(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string UnitCode,
    [property: Id(2)] ImmutableArray<BatchItem> Items,
    [property: Id(3)] bool Passes,
    [property: Id(4)] string? Reason
);

[GenerateSerializer, Immutable, Alias("ce.batch-item")]
public sealed record BatchItem([property: Id(0)] string DeclarationId, [property: Id(1)] long Version);

/// <param name="BatchId">Id.</param>
/// <param name="UnitCode">Agency.</param>
/// <param name="Passes">Verdict.</param>
/// <param name="Total">Items in all.</param>
/// <param name="Accepted">Decided as commanded.</param>
/// <param name="Refused">Refused; the outcome says why.</param>
/// <param name="IsFinished">Every item has its outcome.</param>
/// <param name="StartedAt">When.</param>
/// <param name="FinishedAt">Null while it works.</param>
/// <param name="Outcomes">One an item decided so far, in the order given.</param>
[GenerateSerializer, Immutable, Alias("ce.batch-view")]
public sealed record BatchView(
    [property: Id(0)] string BatchId,
    [property: Id(1)] string UnitCode,
    [property: Id(2)] bool Passes,
    [property: Id(3)] int Total,
    [property: Id(4)] int Accepted,
    [property: Id(5)] int Refused,
    [property: Id(6)] bool IsFinished,
    [property: Id(7)] DateTimeOffset StartedAt,
    [property: Id(8)] DateTimeOffset? FinishedAt,
    [property: Id(9)] ImmutableArray<BatchOutcome> Outcomes
);

[GenerateSerializer, Immutable, Alias("ce.batch-outcome")]
public sealed record BatchOutcome(
    [property: Id(0)] string DeclarationId,
    [property: Id(1)] DeclarationReceipt? Receipt,
    [property: Id(2)] Refusal? Refusal
);
