using System.Collections.Immutable;

namespace CeActors.Contracts.Review;

/// <summary>What a unit is. Numbers go over the wire: never reuse one.</summary>
[GenerateSerializer, Alias("ce.unit-kind")]
public enum UnitKind
{
    /// <summary>Any employer that is not also a department above others.</summary>
    Employer = 0,

    /// <summary>A supervising department (主管部门); it may employ people too.</summary>
    SupervisingDepartment = 1,

    /// <summary>An HRSS agency (经办机构).</summary>
    Agency = 2,
}

/// <summary>Roles of a member; a set.</summary>
[Flags, GenerateSerializer, Alias("ce.unit-roles")]
public enum UnitRoles
{
    None = 0,

    /// <summary>单位管理员: reviews, and manages members.</summary>
    Administrator = 1,

    /// <summary>Reviews for an employer or department.</summary>
    Reviewer = 2,

    /// <summary>综合柜员: handles an agency's to-do list.</summary>
    Clerk = 4,

    /// <summary>May revoke recognitions on audit (agency).</summary>
    Auditor = 8,
}

/// <summary>Registers or changes a unit.</summary>
/// <param name="Header">Caller (registry administrator) and command id; expected version optional.</param>
/// <param name="Name">2 to 100 characters.</param>
/// <param name="Kind">Kind; cannot change once declarations wait here.</param>
/// <param name="DivisionCode">Division of Hunan, 6 digits (<c>430000</c> the province).</param>
/// <param name="CreditCode">Unified social credit code, checked; null for a unit without one (internal departments).</param>
/// <param name="ParentCode">Superior; null for a first-level unit (一级单位) and for agencies.</param>
/// <param name="AgencyCode">Handling agency; mandatory for a first-level unit, optional below (else the nearest ancestor's); null for agencies.</param>
/// <param name="IsPublicInstitution">事业单位: its staff have hours on the training platform.</param>
/// <param name="IsActive">False closes it for new arrivals.</param>
[GenerateSerializer, Immutable, Alias("ce.register-unit")]
public sealed record RegisterUnit(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string Name,
    [property: Id(2)] UnitKind Kind,
    [property: Id(3)] string DivisionCode,
    [property: Id(4)] string? CreditCode,
    [property: Id(5)] string? ParentCode,
    [property: Id(6)] string? AgencyCode,
    [property: Id(7)] bool IsPublicInstitution,
    [property: Id(8)] bool IsActive
);

/// <param name="Header">Caller and command id.</param>
/// <param name="PersonId">Person id of the member's sign-in (see <see cref="Caller"/>).</param>
/// <param name="Name">Name shown beside decisions.</param>
/// <param name="Roles">At least one that fits the unit's kind.</param>
/// <param name="NaturalPersonId">
/// The same human's id as a professional when they sign in to the unit by another account. Nobody reviews their own declaration under either, in any
/// unit. It must be a registered professional's (<c>natural-person-unknown</c>), or it would guard nobody, and the member's account must be none
/// (<c>account-registered</c>). Null keeps what the account is linked to already; the member's own id cuts it. Registry administrators alone make,
/// change and cut links (<c>natural-person-locked</c>), and none of an account that is themself (<c>natural-person-own</c>).
/// </param>
[GenerateSerializer, Immutable, Alias("ce.set-member")]
public sealed record SetMember(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] string PersonId,
    [property: Id(2)] string Name,
    [property: Id(3)] UnitRoles Roles,
    [property: Id(4)] string? NaturalPersonId
);

[GenerateSerializer, Immutable, Alias("ce.remove-member")]
public sealed record RemoveMember([property: Id(0)] CommandHeader Header, [property: Id(1)] string PersonId);

[GenerateSerializer, Immutable, Alias("ce.member-view")]
public sealed record MemberView(
    [property: Id(0)] string PersonId,
    [property: Id(1)] string Name,
    [property: Id(2)] UnitRoles Roles,
    [property: Id(3)] string? NaturalPersonId
);

[GenerateSerializer, Immutable, Alias("ce.unit-view")]
public sealed record UnitView(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] UnitKind Kind,
    [property: Id(3)] string DivisionCode,
    [property: Id(4)] string? CreditCode,
    [property: Id(5)] string? ParentCode,
    [property: Id(6)] string? AgencyCode,
    [property: Id(7)] bool IsPublicInstitution,
    [property: Id(8)] bool IsActive,
    [property: Id(9)] long Version,
    [property: Id(10)] ImmutableArray<MemberView> Members
);

[GenerateSerializer, Immutable, Alias("ce.unit-audit")]
public sealed record UnitAudit([property: Id(0)] ImmutableArray<AuditEntry> Entries);

/// <summary>One audited change of the registry.</summary>
[GenerateSerializer, Immutable, Alias("ce.audit-entry")]
public sealed record AuditEntry(
    [property: Id(0)] long Version,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string ActorPersonId,
    [property: Id(3)] string Action,
    [property: Id(4)] string Detail
);

/// <param name="Unit">The unit.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Ancestors">Nearest first.</param>
/// <param name="Agency">Its own agency, or the nearest ancestor's; null when none is set (a registry fault, refused on passing).</param>
/// <param name="IsActive">Whether it accepts arrivals.</param>
/// <param name="IsPublicInstitution">事业单位.</param>
[GenerateSerializer, Immutable, Alias("ce.unit-lineage")]
public sealed record UnitLineage(
    [property: Id(0)] Declarations.UnitReference Unit,
    [property: Id(1)] UnitKind Kind,
    [property: Id(2)] ImmutableArray<Declarations.UnitReference> Ancestors,
    [property: Id(3)] Declarations.UnitReference? Agency,
    [property: Id(4)] bool IsActive,
    [property: Id(5)] bool IsPublicInstitution = false
)
{
    /// <summary>Its kind alone: the runtime writes whole answers into its log when it drops them.</summary>
    public override string ToString() => nameof(UnitLineage);
}

/// <param name="Superiors">Ancestors, nearest first (guide step 9 and the department's step 8).</param>
/// <param name="Agencies">Agencies that may be chosen: the unit's own, else the nearest ancestor's.</param>
/// <param name="MustChooseAgency">True for a first-level unit (一级单位直接选择经办机构).</param>
/// <param name="SuggestedCode">The only choice, or the one chosen last by this unit; null when neither.</param>
[GenerateSerializer, Immutable, Alias("ce.route-choices")]
public sealed record RouteChoices(
    [property: Id(0)] ImmutableArray<Declarations.UnitReference> Superiors,
    [property: Id(1)] ImmutableArray<Declarations.UnitReference> Agencies,
    [property: Id(2)] bool MustChooseAgency,
    [property: Id(3)] string? SuggestedCode
);
