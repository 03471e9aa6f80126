using System.Collections.Immutable;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>The registry's entry of one unit, with its members. Changed by <see cref="ReviewUnitEvolution"/> alone.</summary>
public sealed record ReviewUnit
{
    public required UnitCode Code { get; init; }

    public required string Name { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>Division of Hunan, 6 digits.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>Null for a unit without one.</summary>
    public required UnifiedSocialCreditCode? CreditCode { get; init; }

    /// <summary>Superior; null for a first-level unit (一级单位) and for agencies.</summary>
    public required UnitCode? ParentCode { get; init; }

    /// <summary>Handling agency; null for agencies, and for units that have their ancestors' agency.</summary>
    public required UnitCode? AgencyCode { get; init; }

    /// <summary>事业单位.</summary>
    public required bool IsPublicInstitution { get; init; }

    /// <summary>False: takes no new declarations; what waits is still decided.</summary>
    public required bool IsActive { get; init; }

    /// <summary>From 1; moves with each audited change.</summary>
    public required long Version { get; init; }

    /// <summary>At most <see cref="ReviewLimits.MembersMax"/>, in the order they were added.</summary>
    public required ImmutableArray<UnitMember> Members { get; init; }

    /// <summary>Oldest first; what is kept is said in <see cref="KeptAudit"/>.</summary>
    public required ImmutableArray<AuditEntry> Audit { get; init; }

    public UnitReference Reference => new(Code, Name);

    /// <summary>What ties it to others; changed only after it was reserved in the tree (<see cref="UnitTree"/>).</summary>
    public UnitPlace Place => new(Kind, ParentCode, AgencyCode);

    /// <summary>Null when this person is no member.</summary>
    public UnitMember? Member(PersonId person) => Members.FirstOrDefault(member => member.PersonId == person);

    /// <summary>Whether two accounts are one human by what is kept with this unit's members, whichever of the two is the linked one.</summary>
    public bool AreOneHuman(PersonId one, PersonId other) => NaturalPersonOf(one) == NaturalPersonOf(other);

    private PersonId NaturalPersonOf(PersonId person) => Member(person)?.NaturalPersonId ?? person;
}

/// <summary>Roles of a member; a set.</summary>
[Flags]
public enum UnitRoles
{
    None = 0,

    /// <summary>单位管理员: reviews or handles, and manages members.</summary>
    Administrator = 1,

    /// <summary>Reviews for an employer or department.</summary>
    Reviewer = 2,

    /// <summary>综合柜员: handles an agency's to-do list.</summary>
    Clerk = 4,

    /// <summary>Revokes recognitions on audit (agency).</summary>
    Auditor = 8,
}

/// <param name="PersonId">Person id of the member's sign-in.</param>
/// <param name="Name">Shown beside decisions.</param>
/// <param name="Roles">At least one, each fit for the unit's kind.</param>
/// <param name="NaturalPersonId">
/// The same human's id as a professional under another account, as the account's own record had it when the member was set; null when there
/// was none. That record (<see cref="Professionals.Professional.NaturalPersonId"/>) counts in every unit; this copy can only forbid more.
/// </param>
public sealed record UnitMember(PersonId PersonId, string Name, UnitRoles Roles, PersonId? NaturalPersonId)
{
    public bool IsAdministrator => Roles.HasFlag(UnitRoles.Administrator);
}

/// <summary>One audited change of the registry.</summary>
/// <param name="Version">Version of the unit that it made.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">One of <see cref="UnitActions"/>.</param>
/// <param name="Detail">What changed, without personal names.</param>
public sealed record AuditEntry(long Version, DateTimeOffset At, PersonId Actor, string Action, string Detail);
