using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

/// <param name="Name">Name shown beside decisions.</param>
/// <param name="Roles">At least one that fits the unit's kind.</param>
/// <param name="NaturalPersonId">
/// The same human's id as a registered professional when it is another account; else absent. Said once, it holds for the account in every
/// unit: nobody decides on what the professional files, and the account files nothing itself. Registry administrators alone say, change or
/// cut it, and none of their own account's. Left out, it stays as it is; naming the account itself cuts it.
/// </param>
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
