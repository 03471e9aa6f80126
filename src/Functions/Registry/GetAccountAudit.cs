using CeActors.Contracts.Professionals;
using CeActors.Functions.Http;

namespace CeActors.Functions.Registry;

internal static class GetAccountAudit
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/registry/accounts/{personId}/audit", HandleAsync)
            .ForSignedIn(
                "getAccountAudit",
                Nouns.Registry,
                "Who registered and corrected a person, and linked their account; for registry administrators."
            );

    private static async Task<Answer<AccountAudit>> HandleAsync(
        string personId,
        SignedIn person,
        IClusterClient cluster
    ) => new(await cluster.GetGrain<IProfessional>(Addresses.Person(personId)).GetAuditAsync(person.Caller));
}
