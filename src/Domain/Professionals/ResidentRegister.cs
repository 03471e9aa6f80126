using System.Collections.Immutable;
using CeActors.Domain.Identity;

namespace CeActors.Domain.Professionals;

/// <summary>
/// Who has a resident id, or may be about to have it. There are many registers, one for each beginning of a digest, so that a
/// register's key stands for thousands of numbers and says nothing of anybody.
/// </summary>
/// <remarks>
/// What is promised: whoever has a number in their registration, or has a write under way that would give it to them, has the reservation
/// of it here, and a number is reserved for one person only. Therefore a reservation goes only when its person says that they do not have
/// the number, and that nothing which was reserved up to that one can land any more.
/// </remarks>
/// <param name="LastNumber">Number of the reservation made last; 0 before the first.</param>
/// <param name="Reservations">In no order; at most <see cref="ReservationsMax"/>, one a number.</param>
public sealed record ResidentRegister(long LastNumber, ImmutableArray<ResidentReservation> Reservations)
{
    /// <summary>Reservations of one register: a thousand times what comes of everybody in the country.</summary>
    public const int ReservationsMax = 1_000;

    /// <summary>Hexadecimal digits of a digest by which its register is found.</summary>
    public const int KeyLength = 6;

    public static readonly ResidentRegister Empty = new(0, []);

    /// <summary>The key of the register in which a digest (<see cref="ResidentId.RegisterDigest"/>) is looked for.</summary>
    public static string KeyOf(string digest) => digest[..KeyLength];

    /// <summary>For whom a number is reserved; null when for nobody.</summary>
    public ResidentReservation? Of(string digest) => Reservations.FirstOrDefault(known => known.Digest == digest);

    /// <summary>Reserves a number that is reserved for nobody, or for the same person: then anew, so that what makes the old one void spares this.</summary>
    /// <exception cref="InvalidOperationException">It is reserved for somebody else.</exception>
    public Answer<ResidentRegister> Reserve(string digest, PersonId person)
    {
        var known = Of(digest);
        if (known is not null && known.PersonId != person)
            throw new InvalidOperationException("The number is reserved for somebody else.");
        var others = known is null ? Reservations : Reservations.Remove(known);
        return others.Length >= ReservationsMax
            ? ProfessionalRefusals.ResidentRegisterFull
            : new ResidentRegister(LastNumber + 1, others.Add(new ResidentReservation(digest, person, LastNumber + 1)));
    }

    /// <summary>Drops a person's reservation if it was made up to this number; the same register when there is none such.</summary>
    public ResidentRegister Release(string digest, PersonId person, long upTo) =>
        Of(digest) is { } known && known.PersonId == person && known.Number <= upTo
            ? this with
            {
                Reservations = Reservations.Remove(known),
            }
            : this;
}

/// <param name="Digest">Stands for the number.</param>
/// <param name="PersonId">For whom.</param>
/// <param name="Number">From 1, ascending within the register.</param>
public sealed record ResidentReservation(string Digest, PersonId PersonId, long Number);
