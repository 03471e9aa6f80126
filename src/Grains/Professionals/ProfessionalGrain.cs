using System.Collections.Immutable;
using CeActors.Contracts;
using CeActors.Contracts.Professionals;
using CeActors.Contracts.Review;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Commands;
using CeActors.Grains.Declarations;
using CeActors.Grains.Registry;
using CeActors.Grains.Rules;
using CeActors.Grains.Storage;
using Microsoft.Extensions.Options;

namespace CeActors.Grains.Professionals;

/// <summary>
/// One professional: registration, imported hours, ids of declarations and statements. What declarations say is asked of them,
/// never kept.
/// </summary>
[GrainType("professional")]
internal sealed partial class ProfessionalGrain(
    [PersistentState("professional", StorageNames.State)] IPersistentState<ProfessionalDocument> storage,
    IGrainContext context,
    IGrainFactory grains,
    RulesInForce rules,
    ResidentRegisters residents,
    IOptions<ProfessionalOptions> options,
    IOptions<RegistryAuthorityOptions> authority
) : Grain, IProfessional
{
    private readonly StoredDocument<ProfessionalDocument> _document = new(storage, context);
    private readonly Standings _standings = new(grains);

    private string Id => this.GetPrimaryKeyString();

    private ProfessionalDocument? Committed => _document.Committed;

    private Professional State => Committed?.State ?? Professional.Unknown(PersonId.Parse(Id));

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _document.Load();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<Outcome<ProfessionalSummary>> RegisterAsync(RegisterProfessional command)
    {
        var identity = CommandIdentity.Of("register", command.Header);
        if (Remembered(identity, command.Header) is { } seen)
        {
            // It may have been cut off before the former number was released.
            await ReleaseFormerAsync();
            return seen.Refusal is { } refusal ? refusal : seen.Value!.Registered!.ToContract(Id);
        }

        var known = new ProfessionalContext
        {
            Now = rules.Now,
            Actor = PersonId.TryParse(command.Header.Caller.PersonId),
            ResidentIdDigest = ResidentIdDigest,
            IsRegistryAdministrator = authority.Value.AdministratorPersonIds.Contains(command.Header.Caller.PersonId),
            Employer = await EmployerAsync(command.EmployerCode),
        };
        var wish = new ProfessionalCommand.Register(
            command.Name,
            command.ResidentId,
            command.EmployerCode,
            command.Title
        )
        {
            ExpectedVersion = command.Header.ExpectedVersion,
        };
        var decision = ProfessionalDecider.Decide(State, wish, known);
        if (decision.Refusal is { } refused)
        {
            return refused.ToContract();
        }

        // Reserved first: nobody is registered with a number that is not theirs, and one that is reserved and not written can be had.
        var before = State;
        var state = Evolved(decision.Events);
        var reserved = await residents.ReserveAsync(state.Profile!.ResidentId, before);
        if (reserved.Value is not { } reservation)
        {
            return reserved.Refusal!;
        }

        state = state with { ReservedAs = reservation.Number };
        if (before.Profile is { } former && former.ResidentId != state.Profile!.ResidentId && before.ReservedAs > 0)
        {
            state = state with
            {
                FormerReservation = new ResidentReservation(
                    former.ResidentId.RegisterDigest,
                    state.PersonId,
                    before.ReservedAs
                ),
            };
        }

        var summary = state.Snapshot!.ToContract();
        var outcome = new ProfessionalOutcomePart { Registered = ProfessionalForms.ToPart(summary) };
        await WriteAsync(state, identity, outcome);
        await ReleaseFormerAsync();
        return summary;
    }

    /// <inheritdoc />
    public async Task<Outcome<ImportReceipt>> ImportHoursAsync(ImportHours command)
    {
        var identity = CommandIdentity.Of("import", command.Header);
        if (Remembered(identity, command.Header) is { } seen)
        {
            return seen.Refusal is { } refusal
                ? refusal
                : new ImportReceipt(seen.Value!.Imported!.Added, seen.Value.Imported.AlreadyKnown);
        }

        var known = new ProfessionalContext
        {
            Now = rules.Now,
            IsTrainingPlatform = authority.Value.TrainingPlatformPersonIds.Contains(command.Header.Caller.PersonId),
        };
        var records = command.Records.OrEmpty();
        var wish = new ProfessionalCommand.ImportHours([
            .. records.Select(record => new ImportedRecordInput(
                record.RecordId,
                record.Year,
                record.IsGeneral,
                record.CourseName,
                record.Organiser,
                record.QuarterHours,
                record.CompletedOn
            )),
        ]);
        var decision = ProfessionalDecider.Decide(State, wish, known);
        if (decision.Refusal is { } refused)
        {
            return refused.ToContract();
        }

        var state = Evolved(decision.Events);
        var added = state.ImportedRecords.Count - State.ImportedRecords.Count;
        var part = new ImportedPart { Added = added, AlreadyKnown = records.Length - added };
        await WriteAsync(state, identity, new ProfessionalOutcomePart { Imported = part });
        return new ImportReceipt(part.Added, part.AlreadyKnown);
    }

    /// <summary>What a command came to before; null when it has not come before.</summary>
    private Outcome<ProfessionalOutcomePart>? Remembered(CommandIdentity identity, CommandHeader header)
    {
        _document.RequireCertainty();
        if ((Committed?.Commands ?? []).Find(identity) is { } seen)
        {
            return seen.HasSameBody(identity) ? seen.Outcome : CommandRefusals.IdReused;
        }

        return CommandId.TryParse(header.CommandId) is null
            ? new Outcome<ProfessionalOutcomePart>(null, CommandRefusals.IdMalformed)
            : null;
    }

    private async Task<EmployerEntry?> EmployerAsync(string employerCode)
    {
        if (UnitCode.TryParse(employerCode) is null)
        {
            return null;
        }

        var lineage = await grains.GetGrain<IReviewUnit>(employerCode).GetLineageAsync();
        return lineage is null
            ? null
            : new EmployerEntry(
                lineage.Unit.ToDomain(),
                (Domain.Review.UnitKind)lineage.Kind,
                lineage.IsPublicInstitution,
                lineage.IsActive
            );
    }

    private Professional Evolved(ImmutableArray<ProfessionalEvent> events) =>
        events.Aggregate(Settled, ProfessionalEvolution.Evolve);

    private Task WriteAsync(Professional state, CommandIdentity identity, ProfessionalOutcomePart outcome)
    {
        var document = ProfessionalForms.ToDocument(state, Committed, rules.Now);
        return _document.WriteAsync(document with { Commands = (document.Commands ?? []).With(identity, outcome) });
    }
}
