using System.Collections.Immutable;

namespace CeActors.Domain.Review;

/// <summary>What an event makes of a unit.</summary>
public static class ReviewUnitEvolution
{
    /// <exception cref="InvalidOperationException">The event cannot follow this state: a broken invariant.</exception>
    public static ReviewUnit Evolve(ReviewUnit? state, UnitEvent happened)
    {
        if (happened.Audit.Version != (state?.Version ?? 0) + 1)
            throw new InvalidOperationException(
                $"{happened.GetType().Name} of version {happened.Audit.Version} cannot follow version {state?.Version ?? 0}."
            );
        var next = happened switch
        {
            UnitEvent.Registered registered => Register(state, registered),
            UnitEvent.MemberSet set when state is not null => state with { Members = With(state.Members, set.Member) },
            UnitEvent.MemberRemoved removed when state is not null => state with
            {
                Members = state.Members.RemoveAll(member => member.PersonId == removed.PersonId),
            },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot come before registration."),
        };
        return next with { Version = happened.Audit.Version, Audit = next.Audit.With(happened.Audit) };
    }

    private static ReviewUnit Register(ReviewUnit? state, UnitEvent.Registered registered) =>
        new()
        {
            Code = registered.Code,
            Name = registered.Name,
            Kind = registered.Kind,
            DivisionCode = registered.DivisionCode,
            CreditCode = registered.CreditCode,
            ParentCode = registered.ParentCode,
            AgencyCode = registered.AgencyCode,
            IsPublicInstitution = registered.IsPublicInstitution,
            IsActive = registered.IsActive,
            Version = registered.Audit.Version,
            Members = state?.Members ?? [],
            Audit = state?.Audit ?? [],
        };

    private static ImmutableArray<UnitMember> With(ImmutableArray<UnitMember> members, UnitMember changed)
    {
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].PersonId == changed.PersonId)
                return members.SetItem(i, changed);
        }

        return members.Add(changed);
    }
}
