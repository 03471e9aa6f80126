using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Professionals;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Grains.Commands;
using CeActors.Grains.Rules;
using CeActors.Grains.Storage;
using CeActors.Grains.Telemetry;

namespace CeActors.Grains.Declarations;

/// <summary>
/// One declaration. Every command takes the same way: seen before? → decide → refused: say so, nothing written → new document →
/// announce → one conditional write → tell the outcome.
/// </summary>
[GrainType("declaration")]
internal sealed partial class DeclarationGrain(
    [PersistentState("declaration", StorageNames.State)] IPersistentState<DeclarationDocument> storage,
    IGrainContext context,
    RulesInForce rules,
    UnitNotices units,
    HandingRules handing
) : Grain, IDeclaration
{
    private readonly StoredDocument<DeclarationDocument> _document = new(storage, context, handing);

    /// <summary>How often a command is handled anew because another activation has written meanwhile.</summary>
    public const int RefreshesMax = 3;

    private string Id => this.GetPrimaryKeyString();

    private DeclarationDocument? Committed => _document.Committed;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _document.Load();
        return Task.CompletedTask;
    }

    /// <summary>
    /// A refusal is given on what is stored. This activation may be behind without knowing, because another has written or a write has
    /// landed late: then it would refuse what was decided on a version that it has not seen, or even what was accepted already.
    /// </summary>
    /// <exception cref="OutcomeUnknownException">The declaration is written elsewhere again and again.</exception>
    private async Task<Outcome<DeclarationReceipt>> OnWhatIsStoredAsync(Func<Task<Outcome<DeclarationReceipt>>> handle)
    {
        for (var attempt = 1; attempt <= RefreshesMax; attempt++)
        {
            var outcome = await handle();
            if (outcome.IsAccepted || !handing.RefusesOnWhatIsStored || !await _document.RefreshAsync())
            {
                return outcome;
            }
        }

        throw new OutcomeUnknownException(context.GrainId);
    }

    /// <summary>A command of the declarant.</summary>
    private Task<Outcome<DeclarationReceipt>> HandleOwnAsync(
        string kind,
        CommandHeader header,
        Func<CommandId, DeclarationCommand> toDomain
    ) => OnWhatIsStoredAsync(() => HandleOwnOnceAsync(kind, header, toDomain));

    private async Task<Outcome<DeclarationReceipt>> HandleOwnOnceAsync(
        string kind,
        CommandHeader header,
        Func<CommandId, DeclarationCommand> toDomain
    )
    {
        _document.RequireCertainty();
        var identity = CommandIdentity.Of(kind, header);
        if (Remembered(identity) is { } seen)
        {
            return seen.HasSameBody(identity)
                ? seen.Outcome.ToContract(Id, await ProblemsNowAsync(header.Caller))
                : CommandRefusals.IdReused;
        }

        if (CommandId.TryParse(header.CommandId) is not { } commandId)
        {
            return CommandRefusals.IdMalformed;
        }

        if (Committed is null || !IsDeclarant(header.Caller))
        {
            return DeclarationRefusals.NotFoundHere.ToContract();
        }

        var filing = await AskRegistrationAsync();
        var command = toDomain(commandId) with
        {
            ExpectedVersion = handing.CommandsCarryTheirVersion ? header.ExpectedVersion : null,
            ExpectedRevision = header.ExpectedRevision,
        };
        return await DecideAsync(command, identity, header.Caller, filing);
    }

    /// <summary>A command of a unit's member.</summary>
    private Task<Outcome<DeclarationReceipt>> HandleReviewAsync(
        string kind,
        CommandHeader header,
        string unitCode,
        Func<CommandId, UnitCode, DeclarationCommand> toDomain
    ) => OnWhatIsStoredAsync(() => HandleReviewOnceAsync(kind, header, unitCode, toDomain));

    private async Task<Outcome<DeclarationReceipt>> HandleReviewOnceAsync(
        string kind,
        CommandHeader header,
        string unitCode,
        Func<CommandId, UnitCode, DeclarationCommand> toDomain
    )
    {
        _document.RequireCertainty();
        var identity = CommandIdentity.Of(kind, header);
        if (Remembered(identity) is { } seen)
        {
            return seen.HasSameBody(identity) ? seen.Outcome.ToContract(Id, []) : CommandRefusals.IdReused;
        }

        if (CommandId.TryParse(header.CommandId) is not { } commandId)
        {
            return CommandRefusals.IdMalformed;
        }

        if (Committed is null || UnitCode.TryParse(unitCode) is not { } unit)
        {
            return DeclarationRefusals.NotFoundHere.ToContract();
        }

        var command = toDomain(commandId, unit) with
        {
            ExpectedVersion = handing.CommandsCarryTheirVersion ? header.ExpectedVersion : null,
            ExpectedRevision = header.ExpectedRevision,
        };
        return await DecideAsync(command, identity, header.Caller, filing: null);
    }

    private async Task<Outcome<DeclarationReceipt>> DecideAsync(
        DeclarationCommand command,
        CommandIdentity identity,
        Caller caller,
        Domain.Declarations.FilingContext? filing
    )
    {
        try
        {
            var outcome = await DecideOnceAsync(command, identity, caller, filing);
            if (outcome.IsAccepted)
            {
                DeclarationTelemetry.CountAccepted(command);
            }
            else
            {
                DeclarationTelemetry.CountRefused(command);
            }

            return outcome;
        }
        catch (Exception)
        {
            DeclarationTelemetry.CountFailed(command);
            throw;
        }
    }

    private async Task<Outcome<DeclarationReceipt>> DecideOnceAsync(
        DeclarationCommand command,
        CommandIdentity identity,
        Caller caller,
        Domain.Declarations.FilingContext? filing
    )
    {
        var before = Committed;
        if (PersonId.TryParse(caller.PersonId) is not { } actor)
        {
            return DeclarationRefusals.NotFoundHere.ToContract();
        }

        var known = new DeclarationContext
        {
            Now = rules.Now,
            Rules = rules.Current,
            Actor = actor,
            Filing = filing,
        };
        if (DeclarationDecider.Precheck(before?.State, command, known) is { } early)
        {
            return await ToldToMembersAloneAsync(early, command, caller);
        }

        var plan = MovementPlan.Of(before?.State, command, filing);
        Announcement announced;
        using (DeclarationTelemetry.Begin(DeclarationTelemetry.Announce, command, plan))
        {
            announced = await units.AnnounceAsync(before?.State, Id, plan, caller);
        }

        if (command is DeclarationCommand.Delete && handing.TellsOfDeletion)
        {
            await units.AnnounceDeletionAsync(before!.State, caller);
        }

        if (announced.Refusal is { } refusedByUnit)
        {
            await TellNothingHappenedAsync(announced);
            return ToldToWhomItConcerns(refusedByUnit);
        }

        known = known with { Source = announced.Departure?.ToDomain(), Target = announced.Arrival?.ToDomain() };
        if (command.ActingUnit is not null)
        {
            // Only now that the unit counts the decision as open: a link that is made there from here on is not acknowledged before its end.
            known = await KnowingHumanAsync(known, before!.State.PersonId);
        }

        var decision = DeclarationDecider.Decide(before?.State, command, known);
        if (decision.Refusal is { } refused)
        {
            await TellNothingHappenedAsync(announced);
            return refused.ToContract();
        }

        var state = decision.Events.IsEmpty
            ? before!.State
            : DeclarationEvolution.Evolve(before?.State, decision.Events);
        var receipt = DeclarationViews.ToReceipt(state, CreatedBy(command, decision.Events));
        var log = (before?.Commands ?? []).With(identity, receipt, keepsFirst: true);
        using (DeclarationTelemetry.Begin(DeclarationTelemetry.Commit, command, plan))
        {
            await _document.WriteAsync(DeclarationWriting.ToDocument(state, log, before));
        }

        using (DeclarationTelemetry.Begin(DeclarationTelemetry.Outcome, command, plan))
        {
            await TellOutcomeAsync(announced);
        }

        return receipt.ToContract(Id, command.ActingUnit is null ? ProblemsOf(filing) : []);
    }

    private RememberedCommand<ReceiptPart>? Remembered(CommandIdentity identity) =>
        handing.RemembersCommands ? Committed?.Commands.Find(identity) : null;

    private bool IsDeclarant(Caller caller) => Committed?.State.PersonId.Value == caller.PersonId;

    private async Task<Domain.Declarations.FilingContext?> AskRegistrationAsync()
    {
        var person = GrainFactory.GetGrain<IProfessional>(Committed!.State.PersonId.Value);
        return (await person.GetFilingContextAsync(Id))?.ToDomain();
    }

    /// <summary>Adds which human the actor is, by the actor's own record, and by the record that it leads to when that is not the declarant's.</summary>
    private async Task<DeclarationContext> KnowingHumanAsync(DeclarationContext known, PersonId declarant)
    {
        var human = await HumanOfAsync(known.Actor);
        var natural = PersonId.TryParse(human.NaturalPersonId);
        // The declarant is not asked: they may be waiting for this very declaration, and it is known already what they are.
        var registered = natural is null || natural == declarant ? human : await HumanOfAsync(natural);
        var former = registered.FormerResidentIdDigests ?? [];
        return known with
        {
            NaturalPerson = natural,
            ResidentIdDigests = registered.ResidentIdDigest is { } present ? former.Add(present) : former,
        };
    }

    private Task<AccountHuman> HumanOfAsync(PersonId account) =>
        GrainFactory.GetGrain<IProfessional>(account.Value).GetHumanAsync();

    private async Task<System.Collections.Immutable.ImmutableArray<Contracts.Problem>> ProblemsNowAsync(
        Caller caller
    ) => IsDeclarant(caller) && Committed!.State.Status.IsEditable ? ProblemsOf(await AskRegistrationAsync()) : [];

    private System.Collections.Immutable.ImmutableArray<Contracts.Problem> ProblemsOf(
        Domain.Declarations.FilingContext? filing
    ) => DeclarationViews.ProblemsOf(Committed!.State, filing, rules.Current, rules.Today);

    /// <summary>The id of what the command made; null when it made nothing with an id.</summary>
    private static string? CreatedBy(
        DeclarationCommand command,
        System.Collections.Immutable.ImmutableArray<DeclarationEvent> events
    ) =>
        events is [DeclarationEvent.ItemAdded or DeclarationEvent.EvidenceReserved] ? command.CommandId.MakeId() : null;
}
