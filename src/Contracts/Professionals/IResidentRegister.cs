namespace CeActors.Contracts.Professionals;

/// <summary>
/// Who is registered, or may be about to be, with the resident ids whose digests begin with the key: one human is one professional. Key: the
/// first 6 hexadecimal digits of a digest, which stand for thousands of numbers. It is asked by professionals within their turn, and
/// reads what others hold between their turns; it calls none back that it waits for.
/// </summary>
[Alias("ce.IResidentRegister")]
public interface IResidentRegister : IGrainWithStringKey
{
    /// <summary>
    /// Before a registration with another resident id is written: stores for whom it is. Refused with <c>resident-id-taken</c> while somebody
    /// else is registered with it, and with <c>resident-id-under-way</c> while that is not known. Idempotent: the same wish again is
    /// granted again.
    /// </summary>
    [Alias("reserve")]
    Task<Outcome<ResidentIdReservation>> ReserveAsync(ResidentIdWish wish);

    /// <summary>The person is not registered with the resident id, and nothing that was reserved for them up to the number can land. Idempotent.</summary>
    [Alias("release")]
    Task ReleaseAsync(string digest, string personId, long upTo);
}

/// <param name="Digest">Stands for the resident id.</param>
/// <param name="PersonId">Who is to be registered with it.</param>
/// <param name="ReservedAs">Number of the reservation under which this person is registered with it already; 0 when they are not.</param>
[GenerateSerializer, Immutable, Alias("ce.resident-id-wish")]
public sealed record ResidentIdWish(
    [property: Id(0)] string Digest,
    [property: Id(1)] string PersonId,
    [property: Id(2)] long ReservedAs
);

/// <param name="Number">Of the reservation; from 1.</param>
[GenerateSerializer, Immutable, Alias("ce.resident-id-reservation")]
public sealed record ResidentIdReservation([property: Id(0)] long Number);
