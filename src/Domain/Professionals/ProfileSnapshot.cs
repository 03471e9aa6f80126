using System.Collections.Immutable;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Professionals;

/// <summary>What the registration said of a professional at one moment.</summary>
/// <param name="PersonId">Opaque id.</param>
/// <param name="Name">Name.</param>
/// <param name="MaskedResidentId">Masked id number; the whole one never leaves the registration.</param>
/// <param name="Employer">用人单位; never an agency.</param>
/// <param name="IsPublicInstitution">The employer is a public institution, so the training platform may hold hours.</param>
/// <param name="Title">职称 as registered; null when unknown.</param>
/// <param name="Version">Version of the profile.</param>
/// <param name="ResidentIdDigest">
/// Keyed digest of the id number, by which somebody else who is registered with it later is known as the same human; null where it was not
/// kept, in declarations that were submitted before it was.
/// </param>
public sealed record ProfileSnapshot(
    PersonId PersonId,
    string Name,
    string MaskedResidentId,
    UnitReference Employer,
    bool IsPublicInstitution,
    string? Title,
    long Version,
    string? ResidentIdDigest = null
)
{
    /// <summary>Keyed digests of the numbers that the person was registered with before, by the time of the submission; likewise.</summary>
    public ImmutableArray<string> FormerResidentIdDigests { get; init; } = [];
}
