namespace CeActors.Contracts;

/// <summary>
/// Who asks, as the front authenticated them. Roles are never part of it: each grain looks them up in the registry.
/// </summary>
/// <param name="PersonId">Opaque id derived from the token's issuer and subject (see docs/decisions); never an id number.</param>
[GenerateSerializer, Immutable, Alias("ce.caller")]
public sealed record Caller([property: Id(0)] string PersonId);

/// <summary>What every changing command carries.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="CommandId">
/// Made by the client, stored before sending and reused on retry: 8 to 64 characters of <c>[A-Za-z0-9-]</c>. A grain remembers
/// the last ones and answers a repetition with the first outcome.
/// </param>
/// <param name="Fingerprint">Digest of the body, so that the same id with another body is refused (<c>command-id-reused</c>, 422).</param>
/// <param name="ExpectedVersion">The version that the client decided on; null where the command does not depend on one.</param>
/// <param name="ExpectedRevision">The draft revision that the client edited; null where it does not depend on one.</param>
[GenerateSerializer, Immutable, Alias("ce.command")]
public sealed record CommandHeader(
    [property: Id(0)] Caller Caller,
    [property: Id(1)] string CommandId,
    [property: Id(2)] string Fingerprint,
    [property: Id(3)] long? ExpectedVersion = null,
    [property: Id(4)] long? ExpectedRevision = null
);
