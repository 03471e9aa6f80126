using CeActors.Contracts.Declarations;
using Orleans.Concurrency;

namespace CeActors.Contracts.Review;

/// <summary>
/// One unit: employer, supervising department or HRSS agency. Key: unit code. Holds the registry's document of the unit and, in memory, its
/// queue, a cache of the rows written with the declarations. It authorizes its members and decides which next units are allowed.
/// </summary>
[Alias("ce.IReviewUnit")]
public interface IReviewUnit : IGrainWithStringKey
{
    /// <summary>Registers or changes the unit; for registry administrators. Idempotent by command id.</summary>
    [Alias("register")]
    Task<Outcome<UnitView>> RegisterAsync(RegisterUnit command);

    /// <summary>Adds or changes a member; for registry administrators and the unit's own administrators. Idempotent.</summary>
    [Alias("set-member")]
    Task<Outcome<UnitView>> SetMemberAsync(SetMember command);

    /// <summary>Removes a member; same rights. Removing one who is not there is accepted. The last administrator of a unit cannot remove themself.</summary>
    [Alias("remove-member")]
    Task<Outcome<UnitView>> RemoveMemberAsync(RemoveMember command);

    /// <summary>
    /// Writes the unit's entry anew as it is, so that no earlier write of it can land any more, and tells the tree where the unit stands.
    /// Called by the tree, which does not wait for it. Idempotent by the number.
    /// </summary>
    /// <param name="upTo">Number of the newest place that was reserved when this was asked.</param>
    [Alias("renew-place")]
    Task RenewPlaceAsync(long upTo);

    /// <summary>The unit with its members; for its members and registry administrators, <c>not-found</c> for others.</summary>
    [ReadOnly, Alias("get")]
    Task<Outcome<UnitView>> GetAsync(Caller caller);

    /// <summary>Who changed the registry's entry of this unit, newest first: the last 50 changes of names alone and 200 others.</summary>
    [ReadOnly, Alias("audit")]
    Task<Outcome<UnitAudit>> GetAuditAsync(Caller caller);

    /// <summary>A page of the waiting list, from memory. For members with a reviewing role.</summary>
    [ReadOnly, Alias("queue")]
    Task<Outcome<QueuePage>> GetQueueAsync(Caller caller, QueueQuery query);

    /// <summary>A page of what this unit has decided, newest state known to it.</summary>
    [Alias("done")]
    Task<Outcome<QueuePage>> GetDoneAsync(Caller caller, QueueQuery query);

    /// <summary>How many wait, by age and employer; equal to the list's contents.</summary>
    [ReadOnly, Alias("counts")]
    Task<Outcome<QueueCounts>> GetCountsAsync(Caller caller);

    /// <summary>How many of those decided here stand how, by the lines of the "done" list; equal to its contents.</summary>
    [Alias("done-counts")]
    Task<Outcome<DoneCounts>> GetDoneCountsAsync(Caller caller);

    /// <summary>Next units that a declaration of this unit may be passed to, with a suggestion where there is one.</summary>
    [AlwaysInterleave, Alias("routes")]
    Task<Outcome<RouteChoices>> GetRoutesAsync(Caller caller);

    /// <summary>Whether the caller is a member of this unit with at least one of the roles. Interleaves.</summary>
    [AlwaysInterleave, Alias("authorize")]
    Task<Outcome<MemberView>> AuthorizeAsync(Caller caller, UnitRoles roles);

    /// <summary>Its parents, nearest first, at most 8, and its agency; interleaves; null when the unit is not registered.</summary>
    [AlwaysInterleave, Alias("lineage")]
    Task<UnitLineage?> GetLineageAsync();

    /// <summary>Before the commit, at the source: authorize, and remember that D may leave.</summary>
    [Alias("depart")]
    Task<Outcome<DepartureTicket>> AnnounceDepartureAsync(DepartureNotice notice);

    /// <summary>Before the commit, at the target: accept, and remember that D may come.</summary>
    [Alias("arrive")]
    Task<Outcome<ArrivalTicket>> AnnounceArrivalAsync(ArrivalNotice notice);

    /// <summary>After the commit (or to say that nothing was committed): the committed location. Older than known changes nothing.</summary>
    [Alias("settle")]
    Task SettleAsync(DeclarationLocation committed, QueueEntry? decidedHere);
}
