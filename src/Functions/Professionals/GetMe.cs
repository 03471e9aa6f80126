using System.Collections.Immutable;
using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Registry;
using CeActors.Functions.Http;

namespace CeActors.Functions.Professionals;

/// <summary>Who is signed in, and as what.</summary>
/// <param name="PersonId">Opaque id.</param>
/// <param name="Profile">Registered professional; null when this person is none.</param>
/// <param name="Memberships">Units in which this person has roles.</param>
/// <param name="IsRegistryAdministrator">This person registers units and people.</param>
public sealed record MeView(
    string PersonId,
    ProfessionalSummary? Profile,
    ImmutableArray<Membership> Memberships,
    bool IsRegistryAdministrator
);

internal static class GetMe
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/me", HandleAsync)
            .ForSignedIn("getMe", Nouns.Professionals, "Says who is signed in, and as what.");

    private static async Task<Answer<MeView>> HandleAsync(SignedIn person, IClusterClient cluster)
    {
        var personId = person.Caller.PersonId;
        var profile = cluster.GetGrain<IProfessional>(personId).GetProfileAsync(person.Caller);
        var directory = cluster.GetGrain<IUnitDirectory>(0);
        var memberships = directory.GetMembershipsAsync(personId);
        var isAdministrator = directory.IsAdministratorAsync(personId);
        await Task.WhenAll(profile, memberships, isAdministrator);
        var registered = await profile;
        return registered.Refusal is { } refusal and not { Kind: RefusalKind.NotFound }
            ? new(refusal)
            : new(new MeView(personId, registered.Value, await memberships, await isAdministrator));
    }
}
