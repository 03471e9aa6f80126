using System.Collections.Immutable;
using Orleans.Concurrency;

namespace CeActors.Contracts.Verification;

/// <summary>
/// The check of everything that is stored, for administrators of the registry. One runs at a time in a cluster; key: <see cref="Key"/>.
/// It changes nothing and remembers nothing: a run that is lost with its silo is started again.
/// </summary>
[Alias("ce.IVerification")]
public interface IVerification : IGrainWithStringKey
{
    /// <summary>The only key.</summary>
    const string Key = "account";

    /// <summary>Starts a run, or answers the one that is under way. The command that started the last run answers that run.</summary>
    [Alias("start")]
    Task<Outcome<VerificationView>> StartAsync(CommandHeader header);

    /// <summary>Progress of the run that is under way, or findings of the last one.</summary>
    [ReadOnly, Alias("get")]
    Task<Outcome<VerificationView>> GetAsync(Caller caller);
}

/// <summary>How a verification stands.</summary>
[GenerateSerializer, Alias("ce.verification-state")]
public enum VerificationState
{
    /// <summary>None was started, or its silo is gone.</summary>
    None = 0,

    /// <summary>Under way.</summary>
    Running = 1,

    /// <summary>Everything was read.</summary>
    Finished = 2,

    /// <summary>The storage could not be read: start again.</summary>
    Failed = 3,
}

/// <summary>One verification.</summary>
/// <param name="State">How it stands.</param>
/// <param name="StartedAt">When; null for none.</param>
/// <param name="FinishedAt">When it ended; null before.</param>
/// <param name="Step">What is read: <c>units</c>, <c>documents</c>, <c>files</c> or <c>doubts</c>; null before the first.</param>
/// <param name="BucketsDone">Buckets read in this step.</param>
/// <param name="Buckets">Buckets to read in this step.</param>
/// <param name="RowsRead">Rows read so far.</param>
/// <param name="Result">What was found; null until it has finished.</param>
[GenerateSerializer, Immutable, Alias("ce.verification-view")]
public sealed record VerificationView(
    [property: Id(0)] VerificationState State,
    [property: Id(1)] DateTimeOffset? StartedAt,
    [property: Id(2)] DateTimeOffset? FinishedAt,
    [property: Id(3)] string? Step,
    [property: Id(4)] int BucketsDone,
    [property: Id(5)] int Buckets,
    [property: Id(6)] long RowsRead,
    [property: Id(7)] VerificationResult? Result
);

/// <summary>What a verification has found.</summary>
/// <param name="IsHealthy">No promise is broken, and nothing doubtful was left open.</param>
/// <param name="FilesRead">Whether the files of evidence and statements were looked for.</param>
/// <param name="Declarations">Declarations read.</param>
/// <param name="Unsettled">Doubtful things that changed each time they were read; run again.</param>
/// <param name="LeftOut">Doubtful things that were too many to read again; mend what is told and run again.</param>
/// <param name="FindingCount">Broken promises in all.</param>
/// <param name="Findings">The first 200 of them.</param>
[GenerateSerializer, Immutable, Alias("ce.verification-result")]
public sealed record VerificationResult(
    [property: Id(0)] bool IsHealthy,
    [property: Id(1)] bool FilesRead,
    [property: Id(2)] long Declarations,
    [property: Id(3)] long Unsettled,
    [property: Id(4)] long LeftOut,
    [property: Id(5)] long FindingCount,
    [property: Id(6)] ImmutableArray<VerificationFinding> Findings
);

/// <summary>One broken promise.</summary>
/// <param name="Code">Stable code of its kind, such as <c>row-missing</c>.</param>
/// <param name="Table">Table or container.</param>
/// <param name="Row">Row key or blob; empty when it concerns a table as a whole.</param>
/// <param name="Detail">What is wrong; ids and codes, never what people typed.</param>
[GenerateSerializer, Immutable, Alias("ce.verification-finding")]
public sealed record VerificationFinding(
    [property: Id(0)] string Code,
    [property: Id(1)] string Table,
    [property: Id(2)] string Row,
    [property: Id(3)] string Detail
);
