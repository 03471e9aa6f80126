using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Review.Queues;
using CeActors.Grains.Tests.Review.Queues;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>Who loses a role while a decision of theirs is on its way: the loss is acknowledged only when that is over.</summary>
[Collection(nameof(ScriptedUnits))]
public sealed class MemberRemovalTests(ScriptedFixture cluster)
{
    private static int _lastNumber = 5_000;
    private readonly Registry _registry = new(cluster);
    private readonly SampleEntries _samples = new(7);
    private readonly int _number = Interlocked.Increment(ref _lastNumber);

    private string D => SampleEntries.IdOf(_number);

    [Fact]
    public async Task A_removal_is_acknowledged_when_the_decision_on_its_way_has_been_committed()
    {
        var (employer, member) = await DecidingAsync();

        var removal = _registry.Unit(employer).RemoveMemberAsync(Removal(member));
        await NoLongerAMemberAsync(employer, member);
        removal.IsCompleted.ShouldBeFalse();

        await _registry.Unit(employer).SettleAsync(Returned(3), null);
        (await removal).Value.ShouldNotBeNull().Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_removal_is_acknowledged_when_the_decision_on_its_way_came_to_nothing()
    {
        var (employer, member) = await DecidingAsync();

        var removal = _registry.Unit(employer).RemoveMemberAsync(Removal(member));
        await NoLongerAMemberAsync(employer, member);
        removal.IsCompleted.ShouldBeFalse();

        await _registry.Unit(employer).SettleAsync(HeldBy(employer, 2), null);
        (await removal).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_change_of_roles_waits_likewise_and_those_of_others_do_not()
    {
        var (employer, member) = await DecidingAsync();
        var other = await _registry.MemberAsync(employer, UnitRoles.Reviewer);
        (await _registry.Unit(employer).RemoveMemberAsync(Removal(other))).IsAccepted.ShouldBeTrue();

        var change = new SetMember(
            Registry.Header(Registry.Administrator),
            member.PersonId,
            "李审核",
            UnitRoles.Administrator,
            null
        );
        var changing = _registry.Unit(employer).SetMemberAsync(change);
        await Eventually.ValueAsync(
            "the role is lost",
            () => _registry.Unit(employer).AuthorizeAsync(member, UnitRoles.Reviewer),
            answer => !answer.IsAccepted
        );
        changing.IsCompleted.ShouldBeFalse();

        await _registry.Unit(employer).SettleAsync(Returned(3), null);
        (await changing).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task While_nobody_tells_what_became_of_the_decision_the_removal_is_not_acknowledged_and_may_be_repeated()
    {
        var (employer, member) = await DecidingAsync();
        cluster.Calls.Answer(D, () => HeldBy(employer, 2));
        var command = Removal(member);

        var removal = _registry.Unit(employer).RemoveMemberAsync(command);
        await NoLongerAMemberAsync(employer, member);
        await Eventually.ValueAsync(
            "the removal gives up waiting",
            () =>
            {
                cluster.Time.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(removal.IsCompleted);
            },
            isCompleted => isCompleted
        );
        await Should.ThrowAsync<TimeoutException>(() => removal);

        // The declaration is asked after a while, as after any movement, and its word ends the waiting.
        var again = _registry.Unit(employer).RemoveMemberAsync(command);
        cluster.Calls.Answer(D, () => Returned(3));
        await Eventually.ValueAsync(
            "the repeated removal is acknowledged",
            () =>
            {
                cluster.Time.Advance(QueueLimits.WakeEveryBusy);
                return Task.FromResult(again.IsCompleted);
            },
            isCompleted => isCompleted
        );
        (await again).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_decision_of_which_nothing_is_ever_heard_is_awaited_as_long_as_a_commit_may_take_and_no_longer()
    {
        var (employer, member) = await DecidingAsync();
        cluster.Calls.Answer(D, () => throw new TimeoutException("says the test"));

        cluster.Time.Advance(QueueLimits.AskedMax);

        (await _registry.Unit(employer).RemoveMemberAsync(Removal(member))).IsAccepted.ShouldBeTrue();
    }

    /// <summary>An employer, and a member of it who has been authorized to return D from version 2 to version 3.</summary>
    private async Task<(string Employer, Caller Member)> DecidingAsync()
    {
        var employer = await _registry.EmployerAsync(null, await _registry.AgencyAsync());
        var member = await _registry.MemberAsync(employer, UnitRoles.Reviewer);
        var notice = new DepartureNotice(D, 3, DepartureKind.Return, member, "pdeclarant", null, null);
        (await _registry.Unit(employer).AnnounceDepartureAsync(notice)).Refusal.ShouldBeNull();
        return (employer, member);
    }

    private static RemoveMember Removal(Caller member) => new(Registry.Header(Registry.Administrator), member.PersonId);

    private Task NoLongerAMemberAsync(string unit, Caller member) =>
        Eventually.ValueAsync(
            "the removal is written",
            () => _registry.Unit(unit).AuthorizeAsync(member, UnitRoles.Reviewer),
            answer => !answer.IsAccepted
        );

    private DeclarationLocation HeldBy(string unit, long version) =>
        new(D, version, unit, _samples.Next(_number, version));

    private DeclarationLocation Returned(long version) => new(D, version, null, null);
}
