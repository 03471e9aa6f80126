using System.Collections.Immutable;
using CeActors.Functions.Hosting;
using CeActors.Functions.Http;

namespace CeActors.Functions.Client;

/// <summary>What the web client must know before anybody signs in; nothing of it is secret.</summary>
/// <param name="Authority">OpenID Connect authority, as its discovery document is found.</param>
/// <param name="ClientId">The web client's name there; it has no secret and signs in with PKCE.</param>
/// <param name="Scopes">What it asks for.</param>
/// <param name="EvidenceOrigin">Origin that files are uploaded to and read from.</param>
/// <param name="VerificationBaseAddress">Where statements are verified; number and code follow, as their QR codes say.</param>
public sealed record ClientSettingsView(
    string Authority,
    string ClientId,
    ImmutableArray<string> Scopes,
    string EvidenceOrigin,
    string VerificationBaseAddress
);

internal static class GetClientSettings
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/client-settings", Handle)
            .ForAnyoneWithoutCluster("getClientSettings", Nouns.Service, "What the web client needs before a sign-in.");

    private static Answer<ClientSettingsView> Handle(Settings settings) =>
        new(
            new ClientSettingsView(
                settings.Identity.Authority.AbsoluteUri,
                settings.Identity.ClientId,
                [.. settings.Identity.Scopes],
                BlobOrigins.Of(settings.Evidence),
                new Uri(settings.Front.PublicBaseUri, "/verify").AbsoluteUri
            )
        );
}
