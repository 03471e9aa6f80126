using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Domain.Declarations;
using Microsoft.Extensions.Logging;

namespace CeActors.Grains.Declarations;

/// <summary>
/// What a declaration says to units: before a commit that it may leave or come, after it where it is. What is said after is
/// a courtesy: a unit that misses it asks the declaration by itself.
/// </summary>
internal sealed partial class UnitNotices(
    IGrainFactory grains,
    TimeProvider time,
    HandingRules rules,
    ILogger<UnitNotices> logger
)
{
    /// <summary>
    /// How long an acknowledged command waits for units to take notice, so that a list read next shows it. Units recover by asking.
    /// </summary>
    public static readonly TimeSpan NoticeWaitMax = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Asks the source, which authorizes the actor and the route, and only then the target: a caller who may not act disturbs
    /// no other unit.
    /// </summary>
    /// <exception cref="Exception">A unit could not be asked; nothing has been decided.</exception>
    public async Task<Announcement> AnnounceAsync(Declaration? state, string id, MovementPlan plan, Caller caller)
    {
        var version = (state?.Version ?? 0) + 1;
        DepartureTicket? departure = null;
        if (plan.Source is { } source)
        {
            var notice = new DepartureNotice(
                id,
                version,
                (DepartureKind)plan.Departure!.Value,
                caller,
                state!.PersonId.Value,
                plan.Target?.Value,
                plan.RouteFrom?.Value
            );
            var answer = await grains.GetGrain<IReviewUnit>(source.Value).AnnounceDepartureAsync(notice);
            if (answer.Refusal is { } refusal)
            {
                return new Announcement(refusal, null, null);
            }

            departure = answer.Value;
        }

        ArrivalTicket? arrival = null;
        if (plan.Target is { } target)
        {
            var answer = await grains
                .GetGrain<IReviewUnit>(target.Value)
                .AnnounceArrivalAsync(new ArrivalNotice(id, version));
            if (answer.Refusal is { } refusal)
            {
                return new Announcement(refusal, departure, null);
            }

            arrival = answer.Value;
        }

        return new Announcement(null, departure, arrival);
    }

    /// <summary>
    /// Says to every unit that has decided on a declaration that it may be deleted, so that they ask should they not hear of it. None of
    /// them has a say in it.
    /// </summary>
    /// <exception cref="Exception">A unit could not be told; nothing has been decided.</exception>
    public Task AnnounceDeletionAsync(Declaration state, Caller caller) =>
        Task.WhenAll(
            state
                .Route.Select(step => step.Unit.Code.Value)
                .Distinct(StringComparer.Ordinal)
                .Select(unit =>
                    grains
                        .GetGrain<IReviewUnit>(unit)
                        .AnnounceDepartureAsync(
                            new DepartureNotice(
                                state.Id.Value,
                                state.Version + 1,
                                DepartureKind.Withdrawal,
                                caller,
                                state.PersonId.Value,
                                null,
                                null
                            )
                        )
                )
        );

    /// <summary>Tells units where the declaration is, all at a time; never throws.</summary>
    /// <param name="committed">Where it is by what is known to be stored.</param>
    /// <param name="units">Whom to tell, each with its line of what it has decided; null lines where it has not.</param>
    public async Task TellAsync(
        DeclarationLocation committed,
        IReadOnlyCollection<(string Unit, QueueEntry? Decided)> units
    )
    {
        if (units.Count == 0 || !rules.TellsAfterCommit)
        {
            return;
        }

        var telling = Task.WhenAll(units.Select(unit => TellOneAsync(committed, unit.Unit, unit.Decided)));
        using var answered = new CancellationTokenSource();
        if (await Task.WhenAny(telling, Task.Delay(NoticeWaitMax, time, answered.Token)) == telling)
        {
            answered.Cancel();
        }
    }

    private async Task TellOneAsync(DeclarationLocation committed, string unitCode, QueueEntry? decided)
    {
        try
        {
            await grains.GetGrain<IReviewUnit>(unitCode).SettleAsync(committed, decided);
        }
        catch (Exception exception)
        {
            LogNotTold(exception, committed.DeclarationId, unitCode);
        }
    }

    [LoggerMessage(
        EventId = 2001,
        Level = LogLevel.Warning,
        Message = "Unit {UnitCode} was not told where declaration {DeclarationId} is; it will ask"
    )]
    private partial void LogNotTold(Exception exception, string declarationId, string unitCode);
}

/// <summary>What units said before a commit.</summary>
/// <param name="Refusal">Why not; null when all agreed.</param>
/// <param name="Departure">The source's word; null where there is none, or it refused.</param>
/// <param name="Arrival">The target's word; null likewise.</param>
internal sealed record Announcement(Refusal? Refusal, DepartureTicket? Departure, ArrivalTicket? Arrival);
