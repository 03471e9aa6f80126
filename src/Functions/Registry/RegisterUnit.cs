using CeActors.Contracts.Review;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;
using CeActors.Functions.Review;

namespace CeActors.Functions.Registry;

/// <param name="Name">2 to 100 characters.</param>
/// <param name="Kind">Employer, supervising department or agency.</param>
/// <param name="DivisionCode">Division of Hunan, 6 digits.</param>
/// <param name="IsPublicInstitution">事业单位: its staff have hours on the training platform.</param>
/// <param name="IsActive">False closes it for new arrivals.</param>
/// <param name="CreditCode">Unified social credit code; absent for a unit without one.</param>
/// <param name="ParentCode">Superior; absent for a first-level unit and for agencies.</param>
/// <param name="AgencyCode">Handling agency; mandatory for a first-level unit.</param>
public sealed record RegisterUnitRequest(
    string Name,
    UnitKind Kind,
    string DivisionCode,
    bool IsPublicInstitution,
    bool IsActive,
    string? CreditCode = null,
    string? ParentCode = null,
    string? AgencyCode = null
);

internal static class RegisterUnit
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/registry/units/{code}", HandleAsync)
            .ForSignedIn("registerUnit", Nouns.Registry, "Registers or changes a unit; for registry administrators.")
            .TakesVersion(VersionRule.Optional)
            .TakesRowsOfPrograms();

    private static async Task<Answer<UnitView>> HandleAsync(
        string code,
        Change<RegisterUnitRequest> change,
        IClusterClient cluster
    )
    {
        var body = change.Body;
        return UnitAnswers.Of(
            await cluster
                .GetGrain<IReviewUnit>(Addresses.NewUnit(code))
                .RegisterAsync(
                    new Contracts.Review.RegisterUnit(
                        change.Header,
                        body.Name,
                        body.Kind,
                        body.DivisionCode,
                        body.CreditCode,
                        body.ParentCode,
                        body.AgencyCode,
                        body.IsPublicInstitution,
                        body.IsActive
                    )
                )
        );
    }
}
