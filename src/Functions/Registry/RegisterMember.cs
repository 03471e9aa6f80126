using System.ComponentModel.DataAnnotations;
using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;
using CeActors.Functions.Review;

namespace CeActors.Functions.Registry;

/// <param name="Name">Name shown beside decisions.</param>
/// <param name="Roles">At least one that fits the unit's kind.</param>
/// <param name="NaturalPersonSubject">
/// The same human's subject as a registered professional when it is another account; else absent. Said once, it holds for the account in every
/// unit: nobody decides on what the professional files, and the account files nothing itself. Registry administrators alone say, change or
/// cut it, and none of their own account's. Left out, it stays as it is; naming the account itself cuts it.
/// </param>
public sealed record RegisterMemberRequest(
    string Name,
    UnitRoles Roles,
    [property: MaxLength(RequestLimits.SubjectCharactersMax)] string? NaturalPersonSubject = null
);

internal static class RegisterMember
{
    private const string NaturalPersonPath = "/naturalPersonSubject";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/registry/units/{code}/members/{subject}", HandleAsync)
            .ForSignedIn(
                "registerMember",
                Nouns.Registry,
                "Adds or changes a member of a unit by sign-in subject; for registry administrators and the unit's own."
            )
            .TakesVersion(VersionRule.Optional)
            .TakesRowsOfPrograms();

    private static async Task<Answer<UnitView>> HandleAsync(
        string code,
        string subject,
        Change<RegisterMemberRequest> change,
        People people,
        IClusterClient cluster
    )
    {
        var natural = change.Body.NaturalPersonSubject;
        var outcome = await cluster
            .GetGrain<IReviewUnit>(Addresses.Unit(code))
            .SetMemberAsync(
                new Contracts.Review.SetMember(
                    change.Header,
                    people.IdOf(Addresses.Subject(subject)),
                    change.Body.Name,
                    change.Body.Roles,
                    natural is null ? null : people.IdOf(Addresses.Subject(natural, NaturalPersonPath))
                )
            );
        return UnitAnswers.Of(outcome.Refusal is { } refusal ? InTheirWords(refusal) : outcome);
    }

    // Who sent a subject is told of the subject: the person id was made here.
    private static Refusal InTheirWords(Refusal refusal) =>
        refusal with
        {
            Problems =
            [
                .. refusal.Problems.Select(problem =>
                    problem.Path == "/naturalPersonId" ? problem with { Path = NaturalPersonPath } : problem
                ),
            ],
        };
}
