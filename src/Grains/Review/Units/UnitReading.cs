using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Grains.Review.Units;

/// <summary>A unit at rest as the domain knows it, and back.</summary>
internal static class UnitReading
{
    public static ReviewUnit ToDomain(ReviewUnitDocument document)
    {
        var unit = document.Unit;
        return new ReviewUnit
        {
            Code = UnitCode.Parse(unit.Code),
            Name = unit.Name,
            Kind = (UnitKind)unit.Kind,
            DivisionCode = unit.DivisionCode,
            CreditCode = UnifiedSocialCreditCode.TryParse(unit.CreditCode),
            ParentCode = UnitCode.TryParse(unit.ParentCode),
            AgencyCode = UnitCode.TryParse(unit.AgencyCode),
            IsPublicInstitution = unit.IsPublicInstitution,
            IsActive = unit.IsActive,
            Version = unit.Version,
            Members =
            [
                .. unit.Members.Select(member => new UnitMember(
                    PersonId.Parse(member.PersonId),
                    member.Name,
                    (UnitRoles)member.Roles,
                    PersonId.TryParse(member.NaturalPersonId)
                )),
            ],
            Audit =
            [
                .. document.Audit.Select(entry => new AuditEntry(
                    entry.Version,
                    DateTimeOffset.FromUnixTimeMilliseconds(entry.At),
                    PersonId.Parse(entry.Actor),
                    entry.Action,
                    entry.Detail
                )),
            ],
        };
    }

    public static UnitPart ToPart(ReviewUnit unit) =>
        new()
        {
            Code = unit.Code.Value,
            Name = unit.Name,
            Kind = (int)unit.Kind,
            DivisionCode = unit.DivisionCode,
            CreditCode = unit.CreditCode?.Value,
            ParentCode = unit.ParentCode?.Value,
            AgencyCode = unit.AgencyCode?.Value,
            IsPublicInstitution = unit.IsPublicInstitution,
            IsActive = unit.IsActive,
            Version = unit.Version,
            Members =
            [
                .. unit.Members.Select(member => new MemberPart
                {
                    PersonId = member.PersonId.Value,
                    Name = member.Name,
                    Roles = (int)member.Roles,
                    NaturalPersonId = member.NaturalPersonId?.Value,
                }),
            ],
        };

    public static AuditPart ToPart(AuditEntry entry) =>
        new()
        {
            Version = entry.Version,
            At = entry.At.ToUnixTimeMilliseconds(),
            Actor = entry.Actor.Value,
            Action = entry.Action,
            Detail = entry.Detail,
        };
}
