using CeActors.Domain.Identity;

namespace CeActors.Domain.Review;

/// <summary>Everything that can be asked of the registry's entry of a unit. Values are as given; the decider checks them.</summary>
public abstract record UnitCommand
{
    private UnitCommand() { }

    /// <summary>Version that the client decided on; null where it does not say.</summary>
    public long? ExpectedVersion { get; init; }

    /// <summary>Registers the unit, or changes it as a whole.</summary>
    public sealed record Register(
        UnitCode Code,
        string Name,
        UnitKind Kind,
        string DivisionCode,
        string? CreditCode,
        string? ParentCode,
        string? AgencyCode,
        bool IsPublicInstitution,
        bool IsActive
    ) : UnitCommand;

    /// <summary>Adds or changes a member.</summary>
    public sealed record SetMember(string PersonId, string Name, UnitRoles Roles, string? NaturalPersonId)
        : UnitCommand;

    public sealed record RemoveMember(string PersonId) : UnitCommand;
}

/// <summary>Everything that can have happened to the registry's entry of a unit.</summary>
public abstract record UnitEvent(AuditEntry Audit)
{
    /// <summary>The entry as it is from now on, members and audit apart.</summary>
    public sealed record Registered(
        UnitCode Code,
        string Name,
        UnitKind Kind,
        string DivisionCode,
        UnifiedSocialCreditCode? CreditCode,
        UnitCode? ParentCode,
        UnitCode? AgencyCode,
        bool IsPublicInstitution,
        bool IsActive,
        AuditEntry Audit
    ) : UnitEvent(Audit);

    public sealed record MemberSet(UnitMember Member, AuditEntry Audit) : UnitEvent(Audit);

    public sealed record MemberRemoved(PersonId PersonId, AuditEntry Audit) : UnitEvent(Audit);
}

/// <summary>What a decision on a unit needs to know besides.</summary>
public sealed record UnitContext
{
    public required DateTimeOffset Now { get; init; }

    public required PersonId Actor { get; init; }

    /// <summary>The actor administers the registry.</summary>
    public required bool IsRegistryAdministrator { get; init; }

    /// <summary>Whom the command names as the member's natural person is a registered professional.</summary>
    public bool IsNaturalPersonRegistered { get; init; }

    /// <summary>Whom the member's account's own record names as its natural person, after the command; null when nobody.</summary>
    public PersonId? NaturalPersonOfAccount { get; init; }

    /// <summary>
    /// The professional that the actor's human is, by the actor's own record; needed where a link that this unit knows may be changed or cut,
    /// null elsewhere.
    /// </summary>
    public PersonId? HumanOfActor { get; init; }

    /// <summary>Declarations wait at this unit.</summary>
    public bool HasWaiting { get; init; }
}
