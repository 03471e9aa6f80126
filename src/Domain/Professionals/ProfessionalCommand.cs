using System.Collections.Immutable;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Domain.Statements;

namespace CeActors.Domain.Professionals;

/// <summary>Everything that can be asked of a professional's registration. Values are as given; the decider checks them.</summary>
public abstract record ProfessionalCommand
{
    private ProfessionalCommand() { }

    /// <summary>Registers or changes the profile, the employer included.</summary>
    public sealed record Register(string Name, string ResidentId, string EmployerCode, string? Title)
        : ProfessionalCommand
    {
        /// <summary>The profile's version that the wish is based on, 0 before there is one; null where it does not matter.</summary>
        public long? ExpectedVersion { get; init; }
    }

    /// <summary>Says which professional the human of this account is, or that there is none such.</summary>
    /// <param name="NaturalPersonId">The professional; null keeps what is known, or cuts it.</param>
    /// <param name="Cuts">Without a professional: there is to be none from now on.</param>
    public sealed record Link(PersonId? NaturalPersonId, bool Cuts) : ProfessionalCommand;

    /// <summary>Takes over records of the training platform, whole or not at all.</summary>
    public sealed record ImportHours(ImmutableArray<ImportedRecordInput> Records) : ProfessionalCommand;

    /// <summary>Reserves the id of a declaration that is about to be filed: one open declaration a person.</summary>
    public sealed record ReserveDeclaration(DeclarationId DeclarationId) : ProfessionalCommand;

    /// <summary>Issues a statement over a range of years, ends included.</summary>
    public sealed record IssueStatement(CommandId CommandId, int FromYear, int ToYear) : ProfessionalCommand;
}

/// <summary>A record as the training platform sends it; see <see cref="ImportedRecord"/> for what is right.</summary>
public sealed record ImportedRecordInput(
    string RecordId,
    int Year,
    bool IsGeneral,
    string CourseName,
    string Organiser,
    int QuarterHours,
    string CompletedOn
);

/// <summary>Everything that can have happened to a professional's registration.</summary>
public abstract record ProfessionalEvent
{
    private ProfessionalEvent() { }

    /// <param name="Profile">The registration as it is from now on.</param>
    /// <param name="FormerResidentIdDigest">Keyed digest of the resident id that was corrected; null when it stays, or is the first.</param>
    /// <param name="Audit">Who did it.</param>
    public sealed record Registered(ProfessionalProfile Profile, string? FormerResidentIdDigest, PersonAuditEntry Audit)
        : ProfessionalEvent;

    /// <param name="NaturalPersonId">Null: nobody else any more.</param>
    /// <param name="Audit">Who did it.</param>
    public sealed record Linked(PersonId? NaturalPersonId, PersonAuditEntry Audit) : ProfessionalEvent;

    public sealed record HoursImported(ImmutableArray<ImportedRecord> Added) : ProfessionalEvent;

    /// <param name="DeclarationId">Reserved.</param>
    /// <param name="Dropped">Ids of deleted declarations, which are forgotten on this occasion.</param>
    public sealed record DeclarationReserved(DeclarationId DeclarationId, ImmutableArray<DeclarationId> Dropped)
        : ProfessionalEvent;

    public sealed record StatementIssued(StatementContent Content) : ProfessionalEvent;
}

/// <summary>What a decision on a registration needs to know besides.</summary>
public sealed record ProfessionalContext
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who acts; needed to register and to link, which are audited.</summary>
    public PersonId? Actor { get; init; }

    /// <summary>Keyed digest of the resident id that the person is registered with now; null before. Needed to register.</summary>
    public string? ResidentIdDigest { get; init; }

    /// <summary>The actor administers the registry; needed to register.</summary>
    public bool IsRegistryAdministrator { get; init; }

    /// <summary>
    /// Whom the actor's account leads to: the professional that it is linked to, or itself; needed to change or cut a link, null elsewhere.
    /// </summary>
    public PersonId? HumanOfActor { get; init; }

    /// <summary>Whom the command names as the natural person is a registered professional; needed to link.</summary>
    public bool IsNaturalPersonRegistered { get; init; }

    /// <summary>The actor is the training platform's account; needed to import.</summary>
    public bool IsTrainingPlatform { get; init; }

    /// <summary>The wished employer; null when it is not registered or none is wished.</summary>
    public EmployerEntry? Employer { get; init; }

    /// <summary>Standings of all the person's declarations that exist; needed to reserve one and to issue statements.</summary>
    public ImmutableArray<DeclarationStanding> Standings { get; init; } = [];
}

/// <summary>What the registry says of an employer.</summary>
public sealed record EmployerEntry(UnitReference Unit, UnitKind Kind, bool IsPublicInstitution, bool IsActive);
