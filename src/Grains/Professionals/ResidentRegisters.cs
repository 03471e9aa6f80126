using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using Microsoft.Extensions.Logging;

namespace CeActors.Grains.Professionals;

/// <summary>What a professional says to the registers of residents before and after their resident id is written.</summary>
internal sealed partial class ResidentRegisters(
    IGrainFactory grains,
    TimeProvider time,
    ILogger<ResidentRegisters> logger
)
{
    /// <summary>How long a correction waits for the register of the former number, which finds out by itself what it does not hear.</summary>
    public static readonly TimeSpan ReleaseWaitMax = TimeSpan.FromMilliseconds(500);

    /// <summary>Reserves a number for a person who is to be registered with it.</summary>
    /// <param name="residentId">The number.</param>
    /// <param name="before">The person as they are registered now.</param>
    public Task<Outcome<ResidentIdReservation>> ReserveAsync(ResidentId residentId, Professional before)
    {
        var digest = residentId.RegisterDigest;
        var reservedAs = before.Profile?.ResidentId == residentId ? before.ReservedAs : 0;
        return RegisterOf(digest).ReserveAsync(new ResidentIdWish(digest, before.PersonId.Value, reservedAs));
    }

    /// <summary>Releases the number that a person was registered with before; what goes wrong is no failure of the command.</summary>
    /// <returns>Whether the register has heard it.</returns>
    public async Task<bool> TryReleaseAsync(ResidentReservation former)
    {
        try
        {
            await ReleaseAsync(former.Digest, former.PersonId, former.Number).WaitAsync(ReleaseWaitMax, time);
            return true;
        }
        catch (Exception exception)
        {
            LogNotReleased(exception, former.PersonId.Value);
            return false;
        }
    }

    /// <summary>Says that a person is not registered with a number, and that nothing reserved for them up to another can land.</summary>
    public Task ReleaseAsync(string digest, PersonId person, long upTo) =>
        RegisterOf(digest).ReleaseAsync(digest, person.Value, upTo);

    private IResidentRegister RegisterOf(string digest) =>
        grains.GetGrain<IResidentRegister>(ResidentRegister.KeyOf(digest));

    [LoggerMessage(
        EventId = 2301,
        Level = LogLevel.Warning,
        Message = "The former resident id of {PersonId} could not be released yet; it is tried again, or who is registered with it next frees it"
    )]
    private partial void LogNotReleased(Exception exception, string personId);
}
