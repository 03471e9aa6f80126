using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Grains.Commands;
using CeActors.Grains.Review.Queues;
using RouteChoices = CeActors.Contracts.Review.RouteChoices;
using UnitRoles = CeActors.Contracts.Review.UnitRoles;

namespace CeActors.Grains.Review.Units;

/// <summary>What members and administrators may see.</summary>
internal sealed partial class ReviewUnitGrain
{
    /// <inheritdoc />
    public Task<Outcome<UnitView>> GetAsync(Caller caller)
    {
        _document.RequireCertainty();
        var member = Unit is { } unit ? MemberOf(unit, caller) : null;
        if (Unit is null || (member is null && !IsRegistryAdministrator(caller)))
        {
            return Task.FromResult<Outcome<UnitView>>(ReviewRefusals.UnitNotFound.ToContract());
        }

        var view = _document.Committed!.Unit.ToView();
        return Task.FromResult<Outcome<UnitView>>(
            member is { IsAdministrator: true } || IsRegistryAdministrator(caller) ? view : view.WithoutLinks()
        );
    }

    /// <inheritdoc />
    public Task<Outcome<UnitAudit>> GetAuditAsync(Caller caller)
    {
        _document.RequireCertainty();
        return Task.FromResult<Outcome<UnitAudit>>(
            Unit is { } unit && (IsRegistryAdministrator(caller) || MemberOf(unit, caller) is { IsAdministrator: true })
                ? new UnitAudit([.. unit.Audit.Reverse().Select(entry => entry.ToView())])
                : ReviewRefusals.UnitNotFound.ToContract()
        );
    }

    /// <inheritdoc />
    public Task<Outcome<QueuePage>> GetQueueAsync(Caller caller, QueueQuery query)
    {
        var refusal = RefusalOfReading(caller) ?? QueueQueries.Check(query);
        return Task.FromResult<Outcome<QueuePage>>(refusal is null ? PageOf(_lists.Waiting.List, query) : refusal);
    }

    /// <inheritdoc />
    public Task<Outcome<QueuePage>> GetDoneAsync(Caller caller, QueueQuery query)
    {
        if ((RefusalOfReading(caller) ?? QueueQueries.Check(query)) is { } refusal)
        {
            return Task.FromResult<Outcome<QueuePage>>(refusal);
        }

        return Task.FromResult<Outcome<QueuePage>>(PageOf(DoneBeingRead(), query));
    }

    /// <inheritdoc />
    public Task<Outcome<DoneCounts>> GetDoneCountsAsync(Caller caller)
    {
        if (RefusalOfReading(caller) is { } refusal)
        {
            return Task.FromResult<Outcome<DoneCounts>>(refusal);
        }

        var done = DoneBeingRead();
        return Task.FromResult<Outcome<DoneCounts>>(done.Entries.CountByStatus(!done.IsLoaded));
    }

    /// <inheritdoc />
    public Task<Outcome<QueueCounts>> GetCountsAsync(Caller caller)
    {
        var list = _lists.Waiting.List;
        return Task.FromResult<Outcome<QueueCounts>>(
            RefusalOfReading(caller) is { } refusal ? refusal : list.Entries.CountAt(_time.GetUtcNow(), !list.IsLoaded)
        );
    }

    /// <inheritdoc />
    public async Task<Outcome<RouteChoices>> GetRoutesAsync(Caller caller)
    {
        if (RefusalOfReading(caller) is { } refusal)
        {
            return refusal;
        }

        var lineage = await _lineages.OfSelfAsync(Unit!);
        return Routing.Choices(lineage, UnitCode.TryParse(_lists.Waiting.LastNextUnitCode)).ToWire();
    }

    /// <inheritdoc />
    public Task<Outcome<MemberView>> AuthorizeAsync(Caller caller, UnitRoles roles)
    {
        _document.RequireCertainty();
        if (PersonId.TryParse(caller.PersonId) is not { } person)
        {
            return Task.FromResult<Outcome<MemberView>>(ReviewRefusals.NotAMember.ToContract());
        }

        var answer = ReviewAuthorization.Authorize(Unit, person, (Domain.Review.UnitRoles)roles);
        return Task.FromResult<Outcome<MemberView>>(
            answer.Refusal is { } refused ? refused.ToContract() : answer.Value!.ToView()
        );
    }

    /// <summary>What was decided here; it is read from the first question on.</summary>
    private VersionedList DoneBeingRead()
    {
        var done = _lists.UseDone();
        if (!done.IsLoaded && !done.IsBeingRead)
        {
            _lists.Wake(_ending.Token);
            WakeAsOftenAsNeeded(_lists.IsBusy);
        }

        return done;
    }

    private static QueuePage PageOf(VersionedList list, QueueQuery query) => list.Entries.Read(query, !list.IsLoaded);

    private static UnitMember? MemberOf(Domain.Review.ReviewUnit unit, Caller caller) =>
        PersonId.TryParse(caller.PersonId) is { } person ? unit.Member(person) : null;

    private Contracts.Refusal? RefusalOfReading(Caller caller)
    {
        _document.RequireCertainty();
        if (PersonId.TryParse(caller.PersonId) is not { } person)
        {
            return ReviewRefusals.NotAMember.ToContract();
        }

        var roles = ReviewAuthorization.ReadingRoles(Unit?.Kind ?? Domain.Review.UnitKind.Employer);
        return ReviewAuthorization.Authorize(Unit, person, roles).Refusal?.ToContract();
    }
}
