using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Commands;
using CeActors.Grains.Storage;

namespace CeActors.Grains.Professionals;

/// <summary>
/// The one writer of who has a resident id. Whoever finds a number reserved for another asks that one: who holds it keeps it; who does not is
/// asked to give it up, and the claimant comes again. A second activation that is behind fails to write, and reserves nothing.
/// </summary>
[GrainType("resident-register")]
internal sealed class ResidentRegisterGrain(
    [PersistentState("residents", StorageNames.State)] IPersistentState<ResidentRegisterDocument> storage,
    IGrainContext context,
    IGrainFactory grains
) : Grain, IResidentRegister
{
    private readonly StoredDocument<ResidentRegisterDocument> _document = new(storage, context);

    private ResidentRegister State => _document.Committed?.ToDomain() ?? ResidentRegister.Empty;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _document.Load();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<Outcome<ResidentIdReservation>> ReserveAsync(ResidentIdWish wish)
    {
        _document.RequireCertainty();
        var person = PersonId.Parse(wish.PersonId);
        var known = State.Of(wish.Digest);
        if (known is not null && known.PersonId != person)
        {
            return (await RefusedForAsync(known)).ToContract();
        }

        // Their registration rests on it already, and would have to be written for it to go.
        if (known is not null && known.Number == wish.ReservedAs)
        {
            return new ResidentIdReservation(known.Number);
        }

        // Written also where it is theirs: what this activation knows may be old, and only a write shows that.
        var reserved = State.Reserve(wish.Digest, person);
        if (!reserved.IsAccepted)
        {
            return reserved.Refusal.ToContract();
        }

        await _document.WriteAsync(ResidentRegisterDocument.Of(reserved.Value));
        return new ResidentIdReservation(reserved.Value.LastNumber);
    }

    /// <inheritdoc />
    public async Task ReleaseAsync(string digest, string personId, long upTo)
    {
        _document.RequireCertainty();
        var before = State;
        var after = before.Release(digest, PersonId.Parse(personId), upTo);
        if (!ReferenceEquals(after, before))
        {
            await _document.WriteAsync(ResidentRegisterDocument.Of(after));
        }
    }

    private async Task<Domain.Refusal> RefusedForAsync(ResidentReservation known)
    {
        var holder = grains.GetGrain<IProfessional>(known.PersonId.Value);
        if (await holder.IsHoldingResidentIdAsync(known.Digest))
        {
            return ProfessionalRefusals.ResidentIdTaken;
        }

        // Their registration is under way, was refused after all, or was cut off: in their own turn they know.
        holder.GiveUpResidentIdAsync(known.Digest, known.Number).Ignore();
        return ProfessionalRefusals.ResidentIdUnderWay;
    }
}
