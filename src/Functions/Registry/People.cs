using CeActors.Contracts.Identity;
using CeActors.Functions.Hosting;

namespace CeActors.Functions.Registry;

/// <summary>Turns sign-in subjects into the opaque person ids that everything behind this front knows.</summary>
internal sealed class People(IdentitySettings identity)
{
    /// <summary>The person id of a subject of the configured authority.</summary>
    public string IdOf(string subject) => PersonIds.From(identity.RealmName, subject);
}
