using CeActors.Contracts.Review;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;
using CeActors.Functions.Review;

namespace CeActors.Functions.Registry;

internal static class UnregisterMember
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/registry/units/{code}/members/{subject}", HandleAsync)
            .ForSignedIn(
                "unregisterMember",
                Nouns.Registry,
                "Removes a member of a unit by sign-in subject; for registry administrators and the unit's own."
            )
            .TakesVersion(VersionRule.Optional)
            .TakesRowsOfPrograms();

    private static async Task<Answer<UnitView>> HandleAsync(
        string code,
        string subject,
        Change<NoBody> change,
        People people,
        IClusterClient cluster
    ) =>
        UnitAnswers.Of(
            await cluster
                .GetGrain<IReviewUnit>(Addresses.Unit(code))
                .RemoveMemberAsync(
                    new Contracts.Review.RemoveMember(change.Header, people.IdOf(Addresses.Subject(subject)))
                )
        );
}
