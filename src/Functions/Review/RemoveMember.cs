using CeActors.Contracts.Review;
using CeActors.Functions.Http;

namespace CeActors.Functions.Review;

internal static class RemoveMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/units/{unit}/members/{personId}", HandleAsync)
            .ForSignedIn(
                "removeMember",
                Nouns.Review,
                "Removes a member of a unit; for its administrators and those of the registry."
            )
            .TakesVersion(VersionRule.Optional);

    private static async Task<Answer<UnitView>> HandleAsync(
        string unit,
        string personId,
        Change<NoBody> change,
        IClusterClient cluster
    ) =>
        UnitAnswers.Of(
            await cluster
                .GetGrain<IReviewUnit>(Addresses.Unit(unit))
                .RemoveMemberAsync(new Contracts.Review.RemoveMember(change.Header, Addresses.Person(personId)))
        );
}
