using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Statements;
using Orleans.Concurrency;

namespace CeActors.Contracts.Professionals;

/// <summary>
/// One professional. Key: opaque person id. Holds the registered profile, the employer, the hours imported from the training platform, the
/// ids of declarations and statements. It asks declarations for their standing and never keeps a second truth of it.
/// </summary>
[Alias("ce.IProfessional")]
public interface IProfessional : IGrainWithStringKey
{
    /// <summary>
    /// Registers or changes the profile, the employer included; for registry administrators. A resident id that another account is registered
    /// with is refused (<c>resident-id-taken</c>), and so is an account that is linked to another (<c>account-linked</c>). Idempotent.
    /// </summary>
    [Alias("register")]
    Task<Outcome<ProfessionalSummary>> RegisterAsync(RegisterProfessional command);

    /// <summary>Takes over hours of the public-institution training platform; for its account. Idempotent by record id and command id.</summary>
    [Alias("import-hours")]
    Task<Outcome<ImportReceipt>> ImportHoursAsync(ImportHours command);

    /// <summary>The caller's own profile; <c>not-found</c> for anybody else.</summary>
    [ReadOnly, Alias("profile")]
    Task<Outcome<ProfessionalSummary>> GetProfileAsync(Caller caller);

    /// <summary>Imported rows of one year (系统自动获取学时数据) or of all years when null.</summary>
    [Alias("imported")]
    Task<Outcome<ImportedHoursList>> GetImportedHoursAsync(Caller caller, int? year);

    /// <summary>
    /// Opens a declaration: reserves its id (one open declaration a person), then files it. Refused while another is open
    /// (<c>declaration-open</c>, with its id). Idempotent by command id.
    /// </summary>
    [Alias("file")]
    Task<Outcome<DeclarationReceipt>> FileDeclarationAsync(FileDeclaration command);

    /// <summary>Own declarations, newest first; at most <see cref="ProfessionalLimits.DeclarationsMax"/> exist.</summary>
    [Alias("declarations")]
    Task<Outcome<DeclarationList>> GetDeclarationsAsync(Caller caller);

    /// <summary>Recognised hours by year, over all declarations that stand recognised.</summary>
    [Alias("recognised")]
    Task<Outcome<RecognisedHours>> GetRecognisedHoursAsync(Caller caller, int? fromYear, int? toYear);

    /// <summary>Issues a statement over a range of years, ends included. Idempotent by command id.</summary>
    [Alias("issue-statement")]
    Task<Outcome<StatementView>> IssueStatementAsync(IssueStatement command);

    /// <summary>Statements issued, newest first.</summary>
    [Alias("statements")]
    Task<Outcome<StatementList>> GetStatementsAsync(Caller caller);

    /// <summary>What a declaration needs to judge a submission now. Interleaves; called by the person's own declarations.</summary>
    [AlwaysInterleave, Alias("filing-context")]
    Task<FilingContext?> GetFilingContextAsync(string declarationId);

    /// <summary>Whether this person is a registered professional. Interleaves; called by units within their turn.</summary>
    [AlwaysInterleave, Alias("is-registered")]
    Task<bool> IsRegisteredAsync();

    /// <summary>
    /// Says which professional the human of this account is, for all units at once. Called by units within their turn, which see to it that the
    /// caller manages members; that only registry administrators make, change or cut a link, and none of their own, is seen to here. Idempotent.
    /// </summary>
    [Alias("link-account")]
    Task<Outcome<AccountLink>> LinkAccountAsync(LinkAccount command);

    /// <summary>
    /// Which human this account is, as far as it is known. Interleaves, from committed state; called by declarations within their turn, at each
    /// decision on them.
    /// </summary>
    [AlwaysInterleave, Alias("human")]
    Task<AccountHuman> GetHumanAsync();

    /// <summary>
    /// The professional that the human of this account is under another account; null when there is none. Interleaves, from committed state;
    /// called by units and other accounts within their turn.
    /// </summary>
    [AlwaysInterleave, Alias("natural-person")]
    Task<string?> GetNaturalPersonAsync();

    /// <summary>
    /// Who registered and corrected this person, and made, changed and cut the account's link, newest first; for registry administrators
    /// alone (<c>registry-administrators-only</c>).
    /// </summary>
    [ReadOnly, Alias("audit")]
    Task<Outcome<AccountAudit>> GetAuditAsync(Caller caller);

    /// <summary>Whether this person is registered with the resident id that the digest stands for. Interleaves; called by its register.</summary>
    [AlwaysInterleave, Alias("is-holding")]
    Task<bool> IsHoldingResidentIdAsync(string digest);

    /// <summary>
    /// Unless the person is registered with the resident id: writes the person's document anew as it is, so that no earlier write of it can
    /// land any more, and tells the register that what was reserved up to a number is void. Called by the register, which does not
    /// wait for it. Idempotent.
    /// </summary>
    [Alias("give-up-resident-id")]
    Task GiveUpResidentIdAsync(string digest, long upTo);
}

/// <summary>Bounds that callers should know.</summary>
public static class ProfessionalLimits
{
    /// <summary>Declarations a person ever has, deleted ones apart.</summary>
    public const int DeclarationsMax = 100;

    /// <summary>Imported records a person ever has.</summary>
    public const int ImportedRecordsMax = 500;

    /// <summary>Statements a person ever has.</summary>
    public const int StatementsMax = 200;
}

/// <param name="Header">Caller (registry administrator) and command id.</param>
/// <param name="Name">1 to 50 characters.</param>
/// <param name="ResidentId">居民身份证号, 18 characters with a right check character; stored, never shown whole, never logged.</param>
/// <param name="EmployerCode">Registered unit that is not an agency.</param>
/// <param name="Title">职称 as registered; null when unknown.</param>
[GenerateSerializer, Immutable, Alias("ce.register-professional")]
public sealed record RegisterProfessional(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Name,
    [property: Id(2)] string ResidentId,
    [property: Id(3)] string EmployerCode,
    [property: Id(4)] string? Title
);

/// <param name="PersonId">Opaque id.</param>
/// <param name="Name">Name.</param>
/// <param name="MaskedResidentId">First 4 and last 4 characters with stars between.</param>
/// <param name="Employer">Employer.</param>
/// <param name="IsPublicInstitution">The employer is a public institution.</param>
/// <param name="Title">As registered; null when unknown.</param>
/// <param name="Version">Version of the profile.</param>
[GenerateSerializer, Immutable, Alias("ce.professional-summary")]
public sealed record ProfessionalSummary(
    [property: Id(0)] string PersonId,
    [property: Id(1)] string Name,
    [property: Id(2)] string MaskedResidentId,
    [property: Id(3)] UnitReference Employer,
    [property: Id(4)] bool IsPublicInstitution,
    [property: Id(5)] string? Title,
    [property: Id(6)] long Version
);

/// <param name="Caller">Who sets the member.</param>
/// <param name="NaturalPersonId">The professional that the human of this account is; null keeps what is known, or cuts it.</param>
/// <param name="Cuts">Where no professional is named: there is to be none from now on.</param>
[GenerateSerializer, Immutable, Alias("ce.link-account")]
public sealed record LinkAccount(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] string? NaturalPersonId,
    [property: Id(2)] bool Cuts
);

/// <param name="NaturalPersonId">The professional that the human of the account is under another account; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("ce.account-link")]
public sealed record AccountLink([property: Id(0)] string? NaturalPersonId);

/// <param name="NaturalPersonId">The professional that the human of the account is under another account; null when there is none.</param>
/// <param name="ResidentIdDigest">
/// Keyed digest of the resident id that the account itself is registered with (never the number), as declarations keep it; null when it is not
/// registered.
/// </param>
/// <param name="FormerResidentIdDigests">Likewise of every number that the account was registered with before; null from a silo that keeps none.</param>
[GenerateSerializer, Immutable, Alias("ce.account-human")]
public sealed record AccountHuman(
    [property: Id(0)] string? NaturalPersonId,
    [property: Id(1)] string? ResidentIdDigest,
    [property: Id(2)] ImmutableArray<string>? FormerResidentIdDigests
)
{
    /// <summary>Its kind alone: the runtime writes whole answers into its log when it drops them.</summary>
    public override string ToString() => nameof(AccountHuman);
}

/// <param name="PersonId">Whose audit it is.</param>
/// <param name="NaturalPersonId">The professional that the human of the account is under another account, now; null when there is none.</param>
/// <param name="Entries">Newest first. The version of an entry is its number, from 1; where numbers are missing, that many are kept no more.</param>
[GenerateSerializer, Immutable, Alias("ce.account-audit")]
public sealed record AccountAudit(
    [property: Id(0)] string PersonId,
    [property: Id(1)] string? NaturalPersonId,
    [property: Id(2)] ImmutableArray<Review.AuditEntry> Entries
);

/// <param name="Header">Caller (the training platform's account) and command id.</param>
/// <param name="Records">1 to 100 records; one that is known with the same content changes nothing, with other content is refused.</param>
[GenerateSerializer, Immutable, Alias("ce.import-hours")]
public sealed record ImportHours(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] ImmutableArray<ImportedRecord> Records
);

/// <summary>One record of the training platform (湖南省事业单位工作人员培训).</summary>
/// <param name="RecordId">The platform's id, 1 to 64 of <c>[A-Za-z0-9-]</c>.</param>
/// <param name="Year">Year it counts for.</param>
/// <param name="IsGeneral">True for 公需科目, false for 专业科目.</param>
/// <param name="CourseName">1 to 200 characters.</param>
/// <param name="Organiser">1 to 200 characters.</param>
/// <param name="QuarterHours">1 to 1,600 quarter-hours.</param>
/// <param name="CompletedOn">Day of completion, <c>yyyy-MM-dd</c>.</param>
[GenerateSerializer, Immutable, Alias("ce.imported-record")]
public sealed record ImportedRecord(
    [property: Id(0)] string RecordId,
    [property: Id(1)] int Year,
    [property: Id(2)] bool IsGeneral,
    [property: Id(3)] string CourseName,
    [property: Id(4)] string Organiser,
    [property: Id(5)] int QuarterHours,
    [property: Id(6)] string CompletedOn
);

[GenerateSerializer, Immutable, Alias("ce.import-receipt")]
public sealed record ImportReceipt([property: Id(0)] int Added, [property: Id(1)] int AlreadyKnown);

/// <param name="Record">The record.</param>
/// <param name="UsedByDeclarationId">Declaration that has confirmed it and is open or recognised; null when free.</param>
[GenerateSerializer, Immutable, Alias("ce.imported-hours-view")]
public sealed record ImportedHoursView(
    [property: Id(0)] ImportedRecord Record,
    [property: Id(1)] string? UsedByDeclarationId
);

[GenerateSerializer, Immutable, Alias("ce.imported-hours-list")]
public sealed record ImportedHoursList([property: Id(0)] ImmutableArray<ImportedHoursView> Rows);

[GenerateSerializer, Immutable, Alias("ce.declaration-list")]
public sealed record DeclarationList([property: Id(0)] ImmutableArray<DeclarationSummary> Declarations);

/// <summary>What the person's registration says at the moment of filing.</summary>
/// <param name="Profile">Registered profile.</param>
/// <param name="ResidentIdDigest">Keyed digest for conflict checks; never the number.</param>
/// <param name="ImportedRecords">All imported records.</param>
/// <param name="RecognisedYears">Years that stand recognised in other declarations.</param>
/// <param name="UsedRecordIds">Imported records confirmed in other open or recognised declarations.</param>
/// <param name="FormerResidentIdDigests">
/// Keyed digests of the numbers that the person was registered with before; null from a silo that keeps none.
/// </param>
[GenerateSerializer, Immutable, Alias("ce.filing-context")]
public sealed record FilingContext(
    [property: Id(0)] ProfessionalSummary Profile,
    [property: Id(1)] string ResidentIdDigest,
    [property: Id(2)] ImmutableArray<ImportedRecord> ImportedRecords,
    [property: Id(3)] ImmutableArray<int> RecognisedYears,
    [property: Id(4)] ImmutableArray<string> UsedRecordIds,
    [property: Id(5)] ImmutableArray<string>? FormerResidentIdDigests
)
{
    /// <summary>Its kind alone: the runtime writes whole answers into its log when it drops them.</summary>
    public override string ToString() => nameof(FilingContext);
}

/// <param name="Years">Ascending; one a year that stands recognised within the range.</param>
[GenerateSerializer, Immutable, Alias("ce.recognised-hours")]
public sealed record RecognisedHours([property: Id(0)] ImmutableArray<RecognisedYear> Years);

[GenerateSerializer, Immutable, Alias("ce.recognised-year")]
public sealed record RecognisedYear(
    [property: Id(0)] YearSummary Summary,
    [property: Id(1)] string DeclarationId,
    [property: Id(2)] DateTimeOffset RecognisedAt,
    [property: Id(3)] UnitReference Agency
);
