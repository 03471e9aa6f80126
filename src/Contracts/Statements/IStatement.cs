using System.Collections.Immutable;
using CeActors.Contracts.Declarations;

namespace CeActors.Contracts.Statements;

/// <summary>
/// One recognition statement (学时认定单). Key: statement number. What it certifies never changes; whether it still stands is asked of the
/// declarations that it rests on.
/// </summary>
[Alias("ce.IStatement")]
public interface IStatement : IGrainWithStringKey
{
    /// <summary>Called by the holder's Professional alone; writing the same content again is accepted, other content is refused.</summary>
    [Alias("issue")]
    Task<Outcome<StatementView>> IssueAsync(StatementContent content);

    /// <summary>For its holder; <c>not-found</c> for others.</summary>
    [Alias("get")]
    Task<Outcome<StatementView>> GetAsync(Caller caller);

    /// <summary>For anyone who has number and code; <c>not-found</c> when the code is wrong. Personal data is masked.</summary>
    [Alias("verify")]
    Task<Outcome<StatementVerification>> VerifyAsync(string code);

    /// <summary>Records the digest of the rendered paper, once; a later other digest is refused. Idempotent.</summary>
    [Alias("record-rendering")]
    Task<Outcome<Done>> RecordRenderingAsync(Caller caller, string sha256);
}

/// <param name="Header">Caller and command id.</param>
/// <param name="FromYear">起始年度, included.</param>
/// <param name="ToYear">Included, not before the first.</param>
[GenerateSerializer, Immutable, Alias("ce.issue-statement")]
public sealed record IssueStatement(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int FromYear,
    [property: Id(2)] int ToYear
);

/// <param name="Number">Statement number, such as <c>HN2026-XXXX-XXXX-XXXX</c>.</param>
/// <param name="Code">Verification code: 10 characters that only the paper shows.</param>
/// <param name="PersonId">Holder.</param>
/// <param name="HolderName">Name at issue.</param>
/// <param name="MaskedResidentId">Masked.</param>
/// <param name="Employer">Employer at issue.</param>
/// <param name="Title">Title at issue; null when unknown.</param>
/// <param name="FromYear">Included.</param>
/// <param name="ToYear">Included.</param>
/// <param name="Years">Recognised years in the range, ascending.</param>
/// <param name="Agency">Agency of the latest recognition.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="RuleSetVersion">Rules of the recognitions.</param>
[GenerateSerializer, Immutable, Alias("ce.statement-content")]
public sealed record StatementContent(
    [property: Id(0)] string Number,
    [property: Id(1)] string Code,
    [property: Id(2)] string PersonId,
    [property: Id(3)] string HolderName,
    [property: Id(4)] string MaskedResidentId,
    [property: Id(5)] UnitReference Employer,
    [property: Id(6)] string? Title,
    [property: Id(7)] int FromYear,
    [property: Id(8)] int ToYear,
    [property: Id(9)] ImmutableArray<CertifiedYear> Years,
    [property: Id(10)] UnitReference Agency,
    [property: Id(11)] DateTimeOffset IssuedAt,
    [property: Id(12)] string RuleSetVersion
);

/// <param name="Summary">Hours of the year.</param>
/// <param name="DeclarationId">Declaration that recognised them.</param>
[GenerateSerializer, Immutable, Alias("ce.certified-year")]
public sealed record CertifiedYear([property: Id(0)] YearSummary Summary, [property: Id(1)] string DeclarationId);

/// <param name="Content">What it certifies.</param>
/// <param name="Digest">SHA-256 of the content in its canonical form.</param>
/// <param name="RenderingDigest">SHA-256 of the rendered paper; null before the first rendering.</param>
/// <param name="IsRevoked">A recognition it rests on was revoked.</param>
/// <param name="RevokedAt">When; null while it stands.</param>
[GenerateSerializer, Immutable, Alias("ce.statement-view")]
public sealed record StatementView(
    [property: Id(0)] StatementContent Content,
    [property: Id(1)] string Digest,
    [property: Id(2)] string? RenderingDigest,
    [property: Id(3)] bool IsRevoked,
    [property: Id(4)] DateTimeOffset? RevokedAt
);

[GenerateSerializer, Immutable, Alias("ce.statement-list")]
public sealed record StatementList([property: Id(0)] ImmutableArray<StatementView> Statements);

/// <summary>What the public learns: no whole name, no whole id number.</summary>
[GenerateSerializer, Immutable, Alias("ce.statement-verification")]
public sealed record StatementVerification(
    [property: Id(0)] string Number,
    [property: Id(1)] string MaskedName,
    [property: Id(2)] string MaskedResidentId,
    [property: Id(3)] string EmployerName,
    [property: Id(4)] string AgencyName,
    [property: Id(5)] DateTimeOffset IssuedAt,
    [property: Id(6)] ImmutableArray<YearSummary> Years,
    [property: Id(7)] string Digest,
    [property: Id(8)] bool IsRevoked,
    [property: Id(9)] DateTimeOffset? RevokedAt
);
