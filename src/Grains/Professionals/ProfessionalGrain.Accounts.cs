using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;

namespace CeActors.Grains.Professionals;

/// <summary>Which human an account is: by its resident id, or by the link to the account that is registered with one.</summary>
internal sealed partial class ProfessionalGrain
{
    // What a register asked for last, which has been written; and what one has been told.
    private (string? Digest, long UpTo) _givenUp;
    private ResidentReservation? _released;

    /// <inheritdoc />
    public Task<bool> IsRegisteredAsync()
    {
        _document.RequireCertainty();
        return Task.FromResult(State.Profile is not null);
    }

    /// <inheritdoc />
    public Task<AccountHuman> GetHumanAsync()
    {
        _document.RequireCertainty();
        var state = State;
        return Task.FromResult(
            new AccountHuman(state.NaturalPersonId?.Value, ResidentIdDigest, state.FormerResidentIdDigests)
        );
    }

    /// <inheritdoc />
    public Task<Outcome<AccountAudit>> GetAuditAsync(Caller caller)
    {
        _document.RequireCertainty();
        var state = State;
        return Task.FromResult<Outcome<AccountAudit>>(
            authority.Value.AdministratorPersonIds.Contains(caller.PersonId)
                ? new AccountAudit(
                    Id,
                    state.NaturalPersonId?.Value,
                    [
                        .. state
                            .Audit.Reverse()
                            .Select(entry => new Contracts.Review.AuditEntry(
                                entry.Number,
                                entry.At,
                                entry.Actor.Value,
                                entry.Action,
                                entry.Detail
                            )),
                    ]
                )
                : ReviewRefusals.RegistryAdministratorsOnly.ToContract()
        );
    }

    /// <inheritdoc />
    public Task<string?> GetNaturalPersonAsync()
    {
        _document.RequireCertainty();
        return Task.FromResult(State.NaturalPersonId?.Value);
    }

    /// <inheritdoc />
    public Task<bool> IsHoldingResidentIdAsync(string digest)
    {
        _document.RequireCertainty();
        return Task.FromResult(IsHolding(digest));
    }

    /// <inheritdoc />
    public async Task<Outcome<AccountLink>> LinkAccountAsync(LinkAccount command)
    {
        _document.RequireCertainty();
        var wish = new ProfessionalCommand.Link(PersonId.TryParse(command.NaturalPersonId), command.Cuts);
        var supposed = new ProfessionalContext
        {
            Now = rules.Now,
            Actor = PersonId.TryParse(command.Caller.PersonId),
            IsRegistryAdministrator = authority.Value.AdministratorPersonIds.Contains(command.Caller.PersonId),
            IsNaturalPersonRegistered = true,
        };
        var decision = ProfessionalDecider.Decide(State, wish, supposed);
        if (decision is { Events.IsEmpty: false } && State.NaturalPersonId is not null)
        {
            supposed = supposed with { HumanOfActor = await HumanOfAsync(command.Caller) };
            decision = ProfessionalDecider.Decide(State, wish, supposed);
        }

        if (decision is { Events.IsEmpty: false } && wish.NaturalPersonId is { } natural)
        {
            // Once registered is registered for ever: what is read now holds when this is written.
            var isRegistered = await grains.GetGrain<IProfessional>(natural.Value).IsRegisteredAsync();
            decision = ProfessionalDecider.Decide(
                State,
                wish,
                supposed with
                {
                    IsNaturalPersonRegistered = isRegistered,
                }
            );
        }

        if (decision.Refusal is { } refused)
        {
            return refused.ToContract();
        }

        if (!decision.Events.IsEmpty)
        {
            await _document.WriteAsync(ProfessionalForms.ToDocument(Evolved(decision.Events), Committed, rules.Now));
        }

        return new AccountLink(State.NaturalPersonId?.Value);
    }

    /// <summary>Whom an account leads to: the professional that it is linked to, or itself; null for what is no account.</summary>
    private async Task<PersonId?> HumanOfAsync(Caller caller)
    {
        var linked =
            caller.PersonId == Id
                ? State.NaturalPersonId?.Value
                : await grains.GetGrain<IProfessional>(caller.PersonId).GetNaturalPersonAsync();
        return PersonId.TryParse(linked ?? caller.PersonId);
    }

    /// <inheritdoc />
    public async Task GiveUpResidentIdAsync(string digest, long upTo)
    {
        _document.RequireCertainty();
        if (IsHolding(digest))
        {
            return;
        }

        // Whatever of this document is under way elsewhere cannot land after this. The register asks each time that it has to refuse somebody.
        if (_givenUp.Digest != digest || _givenUp.UpTo < upTo)
        {
            await _document.WriteAsync(ProfessionalForms.ToDocument(Settled, Committed, rules.Now));
            _givenUp = (digest, upTo);
        }

        await residents.ReleaseAsync(digest, State.PersonId, upTo);
    }

    /// <summary>Tells the register of a number that was corrected, unless it has heard it; what it does not hear it finds out.</summary>
    private async Task ReleaseFormerAsync()
    {
        if (Settled.FormerReservation is { } former && await residents.TryReleaseAsync(former))
        {
            _released = former;
        }
    }

    /// <summary>As it is stored, but for what has been told since.</summary>
    private Professional Settled
    {
        get
        {
            var state = State;
            return state.FormerReservation == _released ? state with { FormerReservation = null } : state;
        }
    }

    private string? ResidentIdDigest =>
        State.Profile is { } profile ? options.Value.DigestOf(profile.ResidentId) : null;

    private bool IsHolding(string digest) => State.Profile?.ResidentId.RegisterDigest == digest;
}
