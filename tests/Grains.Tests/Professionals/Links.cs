using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Grains.Tests.Declarations;

namespace CeActors.Grains.Tests.Professionals;

/// <summary>Links accounts to the professionals that their humans are.</summary>
internal static class Links
{
    public static Caller Administrator(Office office, string unit) =>
        new(ClusterFixture.PersonIdOf($"administrator-of-{unit}-{office.Employer}"));

    public static Task<Outcome<UnitView>> SetAsync(
        Office office,
        string unit,
        Caller account,
        Caller? natural,
        Caller? by = null
    ) =>
        office
            .Unit(unit)
            .SetMemberAsync(
                new SetMember(
                    Office.Header(by ?? Office.Administrator),
                    account.PersonId,
                    "李审核",
                    UnitRoles.Reviewer,
                    natural?.PersonId
                )
            );
}
