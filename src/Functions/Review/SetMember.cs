using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <param name="Name">Name shown beside decisions.</param>
/// <param name="Roles">At least one that fits the unit's kind.</param>
/// <param name="NaturalPersonId">The same human's id as a professional when it is another account; else absent.</param>
public sealed record SetMemberRequest(string Name, UnitRoles Roles, string? NaturalPersonId = null);

internal static class SetMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/units/{unit}/members/{personId}", HandleAsync)
            .ForSignedIn(
                "setMember",
                Nouns.Review,
                "Adds or changes a member of a unit; for its administrators and those of the registry."
            )
            .TakesVersion(VersionRule.Optional);

    private static async Task<Answer<UnitView>> HandleAsync(
        string unit,
        string personId,
        Change<SetMemberRequest> change,
        IClusterClient cluster
    ) =>
        UnitAnswers.Of(
            await cluster
                .GetGrain<IReviewUnit>(Addresses.Unit(unit))
                .SetMemberAsync(
                    new Contracts.Review.SetMember(
                        change.Header,
                        Addresses.Person(personId),
                        change.Body.Name,
                        change.Body.Roles,
                        change.Body.NaturalPersonId
                    )
                )
        );
}
