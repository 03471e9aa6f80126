using System.Collections.Immutable;
using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Domain.Professionals;
using CeActors.Grains.Commands;
using CeActors.Grains.Declarations;
using CeActors.Grains.Storage;
using DeclarationStanding = CeActors.Contracts.Declarations.DeclarationStanding;
using FilingContext = CeActors.Contracts.Professionals.FilingContext;
using Refusal = CeActors.Contracts.Refusal;
using RefusalKind = CeActors.Contracts.RefusalKind;

namespace CeActors.Grains.Professionals;

/// <summary>Opening a declaration: first its id is reserved here, then it is filed there.</summary>
internal sealed partial class ProfessionalGrain
{
    /// <summary>
    /// How long a reserved id whose declaration does not exist may still come into being: longer than any write can be under way.
    /// </summary>
    public static readonly TimeSpan FilingLimit = TimeSpan.FromMinutes(2);

    // Ids of which it is known that nothing was filed under them: their last filing was refused in a turn of this activation.
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    // When this activation last tried to file under an id, without learning what became of it.
    private readonly Dictionary<string, DateTimeOffset> _tried = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async Task<Outcome<DeclarationReceipt>> FileDeclarationAsync(FileDeclaration command)
    {
        _document.RequireCertainty();
        if (command.Header.Caller.PersonId != Id || PersonId.TryParse(Id) is not { } person)
        {
            return NotFoundHere;
        }

        if (CommandId.TryParse(command.Header.CommandId) is not { } commandId)
        {
            return CommandRefusals.IdMalformed;
        }

        if (State.Profile is not { } profile)
        {
            return (
                State.NaturalPersonId is null ? ProfessionalRefusals.NotRegistered : ProfessionalRefusals.AccountLinked
            ).ToContract();
        }

        var id =
            ReservedBy(commandId)
            ?? DeclarationId.Derive(options.Value.BucketOf(profile.Employer.Code), person, commandId);
        var standings = await _standings.AskAsync(State.Declarations);
        if (UnderWay(id, standings) is { } other)
        {
            return FilingUnderWay(other);
        }

        var known = new ProfessionalContext { Now = rules.Now, Standings = ToDomain(standings) };
        var decision = ProfessionalDecider.Decide(State, new ProfessionalCommand.ReserveDeclaration(id), known);
        if (decision.Refusal is { } refused)
        {
            return refused.ToContract();
        }

        var filing = ContextOf(id, standings)!;
        if (!decision.Events.IsEmpty)
        {
            // What is wrong in itself reserves nothing: a mended body must not wait for it, whatever is forgotten meanwhile.
            var file = DeclarationMapping.ToDomain(command, id, commandId);
            var judged = new DeclarationContext
            {
                Now = known.Now,
                Rules = rules.Current,
                Actor = person,
                Filing = filing.ToDomain(),
            };
            if (DeclarationDecider.Precheck(null, file, judged) is { } wrong)
            {
                return wrong.ToContract();
            }

            await _document.WriteAsync(ProfessionalForms.ToDocument(Evolved(decision.Events), Committed, known.Now));
        }

        _refused.Remove(id.Value);
        _tried[id.Value] = known.Now;
        var filed = await FileAsync(id, command, filing, isFresh: !decision.Events.IsEmpty);
        _tried.Remove(id.Value);
        if (!filed.IsAccepted && standings.All(standing => standing.Summary.DeclarationId != id.Value))
        {
            _refused.Add(id.Value);
        }

        return filed;
    }

    /// <inheritdoc />
    public async Task<FilingContext?> GetFilingContextAsync(string declarationId)
    {
        if (DeclarationId.TryParse(declarationId) is not { } id || State.Profile is null)
        {
            return null;
        }

        // Only the others matter. The one that asks must not be asked: it waits for this answer within a command, and while
        // its activation is about to end (its directory died with a silo) it takes no call, not even an interleaving one.
        var others = State.Declarations.Remove(id);
        return ContextOf(id, await _standings.AskAsync(others));
    }

    private FilingContext? ContextOf(DeclarationId id, ImmutableArray<DeclarationStanding> standings)
    {
        var state = State;
        return ProfessionalDecider.FilingContextOf(state, id, ToDomain(standings)) is { } filing
            ? new FilingContext(
                filing.Profile.ToContract(),
                ResidentIdDigest!,
                [.. filing.ImportedRecords.Values.Select(DeclarationMapping.ToContract)],
                [.. filing.RecognisedYears],
                [.. filing.UsedRecordIds],
                state.FormerResidentIdDigests
            )
            : null;
    }

    /// <summary>
    /// The id that this command reserved before. It is looked for by its unique part, because the employer, which gives the bucket, may
    /// have changed since.
    /// </summary>
    private DeclarationId? ReservedBy(CommandId command)
    {
        var derived = DeclarationId.Derive(0, State.PersonId, command);
        return State.Declarations.FirstOrDefault(id =>
            id.Value.AsSpan(BucketLength).SequenceEqual(derived.Value.AsSpan(BucketLength))
        );
    }

    /// <summary>Another reserved id under which a declaration may yet come into being; null when there is none.</summary>
    private string? UnderWay(DeclarationId wished, ImmutableArray<DeclarationStanding> standings)
    {
        var since = rules.Now - FilingLimit;
        var existing = standings.Select(standing => standing.Summary.DeclarationId).ToHashSet();
        return (Committed?.Declarations ?? [])
            .Where(reserved => reserved.DeclarationId != wished.Value)
            .Where(reserved => !existing.Contains(reserved.DeclarationId) && !_refused.Contains(reserved.DeclarationId))
            .FirstOrDefault(reserved => LastTried(reserved) > since)
            ?.DeclarationId;
    }

    private DateTimeOffset LastTried(ReservationPart reserved) =>
        _tried.TryGetValue(reserved.DeclarationId, out var tried)
            ? tried
            : DateTimeOffset.FromUnixTimeMilliseconds(reserved.At);

    private async Task<Outcome<DeclarationReceipt>> FileAsync(
        DeclarationId id,
        FileDeclaration command,
        FilingContext filing,
        bool isFresh
    )
    {
        var declaration = grains.GetGrain<IDeclaration>(id.Value);
        if (!isFresh)
        {
            return await declaration.FileAsync(command, filing);
        }

        // Nobody can have filed under an id that was reserved a moment ago, so it need not be looked for. Only now: a
        // repetition may meet a document.
        RequestContext.Set(StorageHints.BelievedAbsent, declaration.GetGrainId().ToString());
        try
        {
            return await declaration.FileAsync(command, filing);
        }
        finally
        {
            RequestContext.Remove(StorageHints.BelievedAbsent);
        }
    }

    private static ImmutableArray<Domain.Declarations.DeclarationStanding> ToDomain(
        ImmutableArray<DeclarationStanding> standings
    ) => [.. standings.Select(StandingMapping.ToDomain)];

    private static Refusal FilingUnderWay(string declarationId) =>
        new(
            RefusalKind.Conflict,
            "filing-under-way",
            "您的上一份申报正在建立，结果尚未确定；请用原来的操作重试，或两分钟后再新建。",
            "Your last declaration is being opened and its outcome is not known yet: repeat that command, or try again in two minutes.",
            [],
            ImmutableDictionary<string, string>.Empty.Add("declarationId", declarationId)
        );

    private const int BucketLength = 3;
}
