using CeActors.Contracts.Professionals;
using CeActors.Functions.Admission;
using CeActors.Functions.Http;

namespace CeActors.Functions.Registry;

/// <param name="Name">1 to 50 characters.</param>
/// <param name="ResidentId">居民身份证号, 18 characters; of no other registered professional.</param>
/// <param name="EmployerCode">Registered unit that is not an agency.</param>
/// <param name="Title">职称 as registered; absent when unknown.</param>
public sealed record RegisterProfessionalRequest(
    string Name,
    string ResidentId,
    string EmployerCode,
    string? Title = null
);

internal static class RegisterProfessional
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/registry/people/{subject}", HandleAsync)
            .ForSignedIn(
                "registerProfessional",
                Nouns.Registry,
                "Registers or changes a professional; for registry administrators."
            )
            .TakesVersion(VersionRule.Optional)
            .TakesRowsOfPrograms();

    private static async Task<Answer<ProfessionalSummary>> HandleAsync(
        string subject,
        Change<RegisterProfessionalRequest> change,
        People people,
        IClusterClient cluster
    )
    {
        var body = change.Body;
        var outcome = await cluster
            .GetGrain<IProfessional>(people.IdOf(Addresses.Subject(subject)))
            .RegisterAsync(
                new Contracts.Professionals.RegisterProfessional(
                    change.Header,
                    body.Name,
                    body.ResidentId,
                    body.EmployerCode,
                    body.Title
                )
            );
        return new(outcome, outcome.Value is { } summary ? new VersionTag(summary.Version, null) : null);
    }
}
