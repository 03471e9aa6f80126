using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Review.Queues;

namespace CeActors.Grains.Review.Units;

/// <content>The commands of the registry.</content>
internal sealed partial class ReviewUnitGrain
{
    /// <inheritdoc />
    public Task<Outcome<UnitView>> RegisterAsync(RegisterUnit command) =>
        HandleAsync(
            "register",
            command.Header,
            code => new UnitCommand.Register(
                code,
                command.Name,
                (Domain.Review.UnitKind)command.Kind,
                command.DivisionCode,
                command.CreditCode,
                command.ParentCode,
                command.AgencyCode,
                command.IsPublicInstitution,
                command.IsActive
            ),
            (unitCommand, context) => KnowingWaitingAsync((UnitCommand.Register)unitCommand, context)
        );

    /// <inheritdoc />
    public async Task RenewPlaceAsync(long upTo)
    {
        if (_document.Committed is not { } document)
        {
            return;
        }

        // The tree asks each time that it has to refuse somebody.
        if (upTo > _renewedUpTo)
        {
            await _document.WriteAsync(document with { });
            _renewedUpTo = upTo;
        }

        await _places.SettleAsync(document.State, upTo);
    }

    /// <inheritdoc />
    public async Task<Outcome<UnitView>> SetMemberAsync(SetMember command)
    {
        var outcome = await HandleAsync(
            "set-member",
            command.Header,
            _ => new UnitCommand.SetMember(
                command.PersonId,
                command.Name,
                (Domain.Review.UnitRoles)command.Roles,
                command.NaturalPersonId
            ),
            (unitCommand, context) => KnowingPersonAsync((UnitCommand.SetMember)unitCommand, context)
        );
        return await WhenDecidedAsync(outcome, command.PersonId);
    }

    /// <inheritdoc />
    public async Task<Outcome<UnitView>> RemoveMemberAsync(RemoveMember command)
    {
        var outcome = await HandleAsync(
            "remove-member",
            command.Header,
            _ => new UnitCommand.RemoveMember(command.PersonId),
            async (_, context) =>
                await KnowingLinkAsync(command.PersonId, await KnowingActorAsync(command.PersonId, context))
        );
        return await WhenDecidedAsync(outcome, command.PersonId);
    }

    /// <summary>
    /// The roles are as they shall be, and nothing is authorized by the former ones any more; but something may have been. Only when that is
    /// over is the change acknowledged: afterwards nothing that the member decides is accepted.
    /// </summary>
    /// <exception cref="TimeoutException">A decision is still open; the command is done, and its repetition waits again.</exception>
    private async Task<Outcome<UnitView>> WhenDecidedAsync(Outcome<UnitView> outcome, string personId)
    {
        if (outcome.IsAccepted)
        {
            await _lists.Decisions.ClosedAsync(personId, QueueLimits.DecisionsAwaited);
        }

        return outcome;
    }

    private async Task<Outcome<UnitView>> HandleAsync(
        string kind,
        CommandHeader header,
        Func<UnitCode, UnitCommand> toDomain,
        Func<UnitCommand, UnitContext, Task<Outcome<UnitContext>>> knowMore
    )
    {
        _document.RequireCertainty();
        var identity = CommandIdentity.Of(kind, header);
        if (_document.Committed?.Commands.Find(identity) is { } seen)
        {
            return seen.HasSameBody(identity) ? seen.Outcome.ToView() : CommandRefusals.IdReused;
        }

        if (CommandId.TryParse(header.CommandId) is null)
        {
            return CommandRefusals.IdMalformed;
        }

        if (PersonId.TryParse(header.Caller.PersonId) is not { } actor)
        {
            return ReviewRefusals.UnitNotFound.ToContract();
        }

        var isAdministrator = IsRegistryAdministrator(header.Caller);
        if (UnitCode.TryParse(Code) is not { } code)
        {
            return (isAdministrator ? ReviewRefusals.CodeWrong : ReviewRefusals.UnitNotFound).ToContract();
        }

        var known = new UnitContext
        {
            Now = DateTimeOffset.FromUnixTimeMilliseconds(_time.GetUtcNow().ToUnixTimeMilliseconds()),
            Actor = actor,
            IsRegistryAdministrator = isAdministrator,
        };
        var command = toDomain(code) with { ExpectedVersion = header.ExpectedVersion };
        var more = await knowMore(command, known);
        if (more.Value is not { } context)
        {
            return more.Refusal!;
        }

        var before = _document.Committed;
        var decision = ReviewUnitDecider.Decide(before?.State, command, context);
        if (decision.Refusal is { } refused)
        {
            return refused.ToContract();
        }

        var state = before?.State;
        foreach (var happened in decision.Events)
        {
            state = ReviewUnitEvolution.Evolve(state, happened);
        }

        // Reserved first: what the tree does not know of is never written, and what is reserved and not written hurts nobody.
        if (await _places.ReserveAsync(before?.State, state!) is { } misplaced)
        {
            return misplaced;
        }

        var document = ReviewUnitDocument.Of(state!, before, identity);
        await _document.WriteAsync(document);
        if (before?.State.Place != state!.Place)
        {
            await _places.SettleAsync(state);
        }

        return document.Unit.ToView();
    }

    /// <summary>
    /// Has the account's own record say which professional its human is, and adds what it says: the link holds in every unit, from before it
    /// is acknowledged here. Asks nobody for a command that is refused anyway.
    /// </summary>
    private async Task<Outcome<UnitContext>> KnowingPersonAsync(UnitCommand.SetMember command, UnitContext context)
    {
        var supposed = (await KnowingActorAsync(command.PersonId, context)) with { IsNaturalPersonRegistered = true };
        if (!ReviewUnitDecider.Decide(Unit, command, supposed).IsAccepted)
        {
            return supposed;
        }

        // Who names nobody keeps what is there; who names the account itself cuts it.
        var isOwn = command.NaturalPersonId == command.PersonId;
        var link = await GrainFactory
            .GetGrain<IProfessional>(command.PersonId)
            .LinkAccountAsync(
                new LinkAccount(new Caller(context.Actor.Value), isOwn ? null : command.NaturalPersonId, isOwn)
            );
        return link.Value is { } account
            ? supposed with
            {
                NaturalPersonOfAccount = PersonId.TryParse(account.NaturalPersonId),
            }
            : link.Refusal!;
    }

    /// <summary>Adds, where this unit knows a link of the member that a registry administrator may change, which human that administrator is.</summary>
    private async Task<UnitContext> KnowingActorAsync(string personId, UnitContext context) =>
        context.IsRegistryAdministrator
        && PersonId.TryParse(personId) is { } person
        && Unit?.Member(person)?.NaturalPersonId is not null
            ? context with
            {
                HumanOfActor = PersonId.TryParse(
                    await GrainFactory.GetGrain<IProfessional>(context.Actor.Value).GetNaturalPersonAsync()
                ),
            }
            : context;

    /// <summary>Adds, for the removal of a linked member, whether the account's own record has the link too.</summary>
    private async Task<Outcome<UnitContext>> KnowingLinkAsync(string personId, UnitContext context) =>
        PersonId.TryParse(personId) is { } person && Unit?.Member(person)?.NaturalPersonId is not null
            ? context with
            {
                NaturalPersonOfAccount = PersonId.TryParse(
                    await GrainFactory.GetGrain<IProfessional>(person.Value).GetNaturalPersonAsync()
                ),
            }
            : context;

    /// <summary>Adds, for a change of kind, whether declarations wait.</summary>
    private async Task<Outcome<UnitContext>> KnowingWaitingAsync(UnitCommand.Register command, UnitContext context) =>
        context.IsRegistryAdministrator && Unit is { } unit && unit.Kind != command.Kind
            ? context with
            {
                HasWaiting = await HasWaitingAsync(),
            }
            : context;

    private ValueTask<bool> HasWaitingAsync() =>
        _stateRows.ReadAsync(QueueRows.WaitingPrefix(Code), _ending.Token).AnyAsync();

    private bool IsRegistryAdministrator(Caller caller) => _authority.AdministratorPersonIds.Contains(caller.PersonId);
}
