using System.Collections.Immutable;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Domain.Identity;

namespace CeActors.Grains.Review.Units;

/// <summary>Units of the domain as they go over the wire, and back; the enumerations have the same numbers.</summary>
internal static class UnitMapping
{
    public static UnitView ToView(this UnitPart unit) =>
        new(
            unit.Code,
            unit.Name,
            (UnitKind)unit.Kind,
            unit.DivisionCode,
            unit.CreditCode,
            unit.ParentCode,
            unit.AgencyCode,
            unit.IsPublicInstitution,
            unit.IsActive,
            unit.Version,
            [
                .. unit.Members.Select(member => new MemberView(
                    member.PersonId,
                    member.Name,
                    (UnitRoles)member.Roles,
                    member.NaturalPersonId
                )),
            ]
        );

    /// <summary>As members see it who do not manage members: whose account is whose is none of their business.</summary>
    public static UnitView WithoutLinks(this UnitView unit) =>
        unit with
        {
            Members = [.. unit.Members.Select(member => member with { NaturalPersonId = null })],
        };

    public static MemberView ToView(this Domain.Review.UnitMember member) =>
        new(member.PersonId.Value, member.Name, (UnitRoles)member.Roles, member.NaturalPersonId?.Value);

    public static AuditEntry ToView(this Domain.Review.AuditEntry entry) =>
        new(entry.Version, entry.At, entry.Actor.Value, entry.Action, entry.Detail);

    public static Contracts.Declarations.UnitReference ToWire(this Domain.Identity.UnitReference unit) =>
        new(unit.Code.Value, unit.Name);

    public static UnitPlace ToWire(this Domain.Review.UnitPlace place) =>
        new((UnitKind)place.Kind, place.ParentCode?.Value, place.AgencyCode?.Value);

    public static Domain.Review.UnitPlace ToDomain(this UnitPlace place) =>
        PlaceOf(place.Kind, place.ParentCode, place.AgencyCode);

    /// <exception cref="FormatException">A code cannot be one.</exception>
    public static Domain.Review.UnitPlace PlaceOf(UnitKind kind, string? parentCode, string? agencyCode) =>
        new(
            (Domain.Review.UnitKind)kind,
            parentCode is null ? null : UnitCode.Parse(parentCode),
            agencyCode is null ? null : UnitCode.Parse(agencyCode)
        );

    public static UnitLineage ToWire(this Domain.Review.UnitLineage lineage, bool isPublicInstitution) =>
        new(
            lineage.Unit.ToWire(),
            (UnitKind)lineage.Kind,
            lineage.Ancestors.ToWire(),
            lineage.Agency?.ToWire(),
            lineage.IsActive,
            isPublicInstitution
        );

    public static Domain.Review.UnitLineage ToDomain(this UnitLineage lineage) =>
        new(
            lineage.Unit.ToDomainReference(),
            (Domain.Review.UnitKind)lineage.Kind,
            [.. lineage.Ancestors.Select(ToDomainReference)],
            lineage.Agency?.ToDomainReference(),
            lineage.IsActive
        );

    public static RouteChoices ToWire(this Domain.Review.RouteChoices choices) =>
        new(
            choices.Superiors.ToWire(),
            choices.Agencies.ToWire(),
            choices.MustChooseAgency,
            choices.SuggestedCode?.Value
        );

    public static DepartureTicket ToDepartureTicket(this Domain.Review.UnitTicket ticket) =>
        new(ticket.Unit.ToWire(), (UnitKind)ticket.Kind, ticket.ActorName);

    public static ArrivalTicket ToArrivalTicket(this Domain.Review.UnitTicket ticket) =>
        new(ticket.Unit.ToWire(), (UnitKind)ticket.Kind);

    private static ImmutableArray<Contracts.Declarations.UnitReference> ToWire(
        this ImmutableArray<Domain.Identity.UnitReference> units
    ) => [.. units.Select(ToWire)];

    private static Domain.Identity.UnitReference ToDomainReference(this Contracts.Declarations.UnitReference unit) =>
        new(UnitCode.Parse(unit.Code), unit.Name);
}
