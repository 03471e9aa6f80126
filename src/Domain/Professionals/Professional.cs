using System.Collections.Immutable;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Professionals;

/// <summary>One professional: registration, imported hours, and the ids of declarations and statements. What those say is asked of them.</summary>
public sealed record Professional
{
    public required PersonId PersonId { get; init; }

    /// <summary>Null until registered.</summary>
    public ProfessionalProfile? Profile { get; init; }

    /// <summary>
    /// Number of the reservation under which the resident id is held (<see cref="ResidentRegister"/>); 0 before a registration, and for one
    /// that is older than the register.
    /// </summary>
    public long ReservedAs { get; init; }

    /// <summary>The reservation of the resident id that was corrected last, until its register is known to have dropped it; null when there is none.</summary>
    public ResidentReservation? FormerReservation { get; init; }

    /// <summary>
    /// The professional that this account's human is, under another account; null when there is none such. Who has one is not registered and
    /// files nothing, so declarations are only ever of accounts that have none.
    /// </summary>
    public PersonId? NaturalPersonId { get; init; }

    /// <summary>Whom this account leads to: the professional that it is linked to, or itself. Two accounts are one human when they lead to the same.</summary>
    public PersonId Human => NaturalPersonId ?? PersonId;

    /// <summary>
    /// Keyed digests of the resident ids that this person was registered with before, each once, oldest first; at most
    /// <see cref="ProfessionalLimits.FormerResidentIdsMax"/>. Whoever has one of them now may be the same human.
    /// </summary>
    public ImmutableArray<string> FormerResidentIdDigests { get; init; } = [];

    /// <summary>Who registered and corrected this person, and made, changed and cut the link; oldest first, bounded by kind.</summary>
    public ImmutableArray<PersonAuditEntry> Audit { get; init; } = [];

    /// <summary>By record id; at most <see cref="ProfessionalLimits.ImportedRecordsMax"/>.</summary>
    public ImmutableDictionary<string, ImportedRecord> ImportedRecords { get; init; } =
        ImmutableDictionary<string, ImportedRecord>.Empty;

    /// <summary>Reserved ids, oldest first; one may be there whose filing was refused and that never came into being.</summary>
    public ImmutableArray<DeclarationId> Declarations { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<StatementNumber> Statements { get; init; } = [];

    /// <summary>Somebody of whom nothing is known yet.</summary>
    public static Professional Unknown(PersonId person) => new() { PersonId = person };

    /// <summary>The registration as declarations keep it; null until registered.</summary>
    public ProfileSnapshot? Snapshot =>
        Profile is null
            ? null
            : new ProfileSnapshot(
                PersonId,
                Profile.Name,
                Profile.ResidentId.Masked,
                Profile.Employer,
                Profile.IsPublicInstitution,
                Profile.Title,
                Profile.Version
            );
}

/// <param name="Name">Name.</param>
/// <param name="ResidentId">Whole; never shown or logged.</param>
/// <param name="Employer">用人单位.</param>
/// <param name="IsPublicInstitution">The employer is a public institution.</param>
/// <param name="Title">职称; null when unknown.</param>
/// <param name="Version">From 1.</param>
public sealed record ProfessionalProfile(
    string Name,
    ResidentId ResidentId,
    UnitReference Employer,
    bool IsPublicInstitution,
    string? Title,
    long Version
);
