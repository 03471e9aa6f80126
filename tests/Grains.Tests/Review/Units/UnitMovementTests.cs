using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Queues;
using CeActors.Grains.Tests.Review.Queues;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>What a unit answers to announcements, and how it finds out what became of them.</summary>
[Collection(nameof(ScriptedUnits))]
public sealed class UnitMovementTests(ScriptedFixture cluster)
{
    private static readonly QueueQuery First = new(QueueSort.HeldSince, false, null, null, null, null, null, null, 50);
    private static int _lastNumber = 1_000;
    private readonly Registry _registry = new(cluster);
    private readonly SampleEntries _samples = new(5);
    private readonly int _number = Interlocked.Increment(ref _lastNumber);

    private string D => SampleEntries.IdOf(_number);

    [Fact]
    public async Task A_reviewer_may_pass_to_a_superior_and_a_department_to_the_agency_too()
    {
        var chain = await ChainAsync();
        var ticket = (await DepartAsync(chain.Employer, chain.Reviewer, DepartureKind.Pass, chain.Department)).Value;
        ticket.ShouldNotBeNull().ActorName.ShouldBe("李审核");
        ticket.Unit.Code.ShouldBe(chain.Employer);
        ticket.Kind.ShouldBe(UnitKind.Employer);

        var manager = await _registry.MemberAsync(chain.Department, UnitRoles.Reviewer);
        (await DepartAsync(chain.Department, manager, DepartureKind.Pass, chain.Agency)).IsAccepted.ShouldBeTrue();
        var clerk = await _registry.MemberAsync(chain.Agency, UnitRoles.Clerk);
        (await DepartAsync(chain.Agency, clerk, DepartureKind.Recognition, null)).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_route_that_the_registry_does_not_allow_is_refused()
    {
        var chain = await ChainAsync();
        var stranger = await _registry.DepartmentAsync(null, chain.Agency);
        foreach (var target in new[] { stranger, chain.Agency, chain.Employer, "NOBODY", "no code" })
        {
            (await DepartAsync(chain.Employer, chain.Reviewer, DepartureKind.Pass, target)).IsAccepted.ShouldBeFalse(
                target
            );
        }

        var clerk = await _registry.MemberAsync(chain.Agency, UnitRoles.Clerk);
        (await DepartAsync(chain.Agency, clerk, DepartureKind.Pass, chain.Department)).IsAccepted.ShouldBeFalse();
        (await DepartAsync(chain.Employer, chain.Reviewer, DepartureKind.Recognition, null)).IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_no_member_or_has_no_role_for_it_is_refused_though_a_withdrawal_needs_none()
    {
        var chain = await ChainAsync();
        var stranger = Registry.Person("stranger");
        (await DepartAsync(chain.Employer, stranger, DepartureKind.Return, null))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Forbidden);
        (await DepartAsync(chain.Employer, stranger, DepartureKind.Withdrawal, null)).IsAccepted.ShouldBeTrue();
        var clerk = await _registry.MemberAsync(chain.Agency, UnitRoles.Clerk);
        (await DepartAsync(chain.Agency, clerk, DepartureKind.Revocation, null)).IsAccepted.ShouldBeFalse();
        var auditor = await _registry.MemberAsync(chain.Agency, UnitRoles.Auditor);
        (await DepartAsync(chain.Agency, auditor, DepartureKind.Revocation, null)).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_declaration_under_either_account()
    {
        var chain = await ChainAsync();
        var person = await _registry.ProfessionalAsync(chain.Employer);
        var linked = await _registry.MemberAsync(chain.Employer, UnitRoles.Reviewer, person.PersonId);
        var unit = _registry.Unit(chain.Employer);
        foreach (var declarant in new[] { person, linked })
        {
            var notice = new DepartureNotice(D, 3, DepartureKind.Return, linked, declarant.PersonId, null, null);
            (await unit.AnnounceDepartureAsync(notice)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Forbidden);
        }
    }

    [Fact]
    public async Task A_reroute_goes_where_the_unit_that_chose_before_could_have_sent_it()
    {
        var chain = await ChainAsync();
        var upper = await _registry.DepartmentAsync(null, chain.Agency);
        var middle = await _registry.DepartmentAsync(upper, null);
        var school = await _registry.EmployerAsync(middle);
        var manager = await _registry.MemberAsync(middle, UnitRoles.Reviewer);
        var notice = new DepartureNotice(D, 4, DepartureKind.Reroute, manager, "pdeclarant", upper, school);
        (await _registry.Unit(middle).AnnounceDepartureAsync(notice)).IsAccepted.ShouldBeTrue();
        var wrong = notice with { NextUnitCode = chain.Department };
        (await _registry.Unit(middle).AnnounceDepartureAsync(wrong)).IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_unit_that_is_unknown_or_closed_takes_nothing()
    {
        var closed = ClusterFixture.UniqueUnitCode("A");
        var registration = Registry.Registration(UnitKind.Agency, isActive: false);
        (await _registry.Unit(closed).RegisterAsync(registration)).IsAccepted.ShouldBeTrue();
        (await _registry.Unit(closed).AnnounceArrivalAsync(new ArrivalNotice(D, 2))).IsAccepted.ShouldBeFalse();
        var unknown = _registry.Unit(ClusterFixture.UniqueUnitCode("X"));
        (await unknown.AnnounceArrivalAsync(new ArrivalNotice(D, 2))).IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_only_next_unit_is_suggested_and_otherwise_the_one_chosen_last()
    {
        var chain = await ChainAsync();
        (await _registry.Unit(chain.Employer).GetRoutesAsync(chain.Reviewer))
            .Value.ShouldNotBeNull()
            .SuggestedCode.ShouldBe(chain.Department);

        var manager = await _registry.MemberAsync(chain.Department, UnitRoles.Reviewer);
        var upper = await _registry.DepartmentAsync(null, chain.Agency);
        var change = Registry.Registration(UnitKind.SupervisingDepartment, upper, null, "长沙市教育局");
        (await _registry.Unit(chain.Department).RegisterAsync(change)).Refusal.ShouldBeNull();
        var unit = _registry.Unit(chain.Department);
        (await unit.GetRoutesAsync(manager)).Value.ShouldNotBeNull().SuggestedCode.ShouldBeNull();
        (await DepartAsync(chain.Department, manager, DepartureKind.Pass, upper)).IsAccepted.ShouldBeTrue();
        await unit.SettleAsync(HeldBy(upper, 3), null);
        (await unit.GetRoutesAsync(manager)).Value.ShouldNotBeNull().SuggestedCode.ShouldBe(upper);
    }

    [Fact]
    public async Task A_unit_that_waits_for_its_superior_takes_announcements_meanwhile()
    {
        var chain = await ChainAsync();
        cluster.Calls.HoldLineage(chain.Department);
        var departing = DepartAsync(chain.Employer, chain.Reviewer, DepartureKind.Pass, chain.Department);
        var unit = _registry.Unit(chain.Employer);
        (await unit.AnnounceArrivalAsync(new ArrivalNotice(SampleEntries.IdOf(9_999), 2))).IsAccepted.ShouldBeTrue();
        (await unit.GetQueueAsync(chain.Reviewer, First)).IsAccepted.ShouldBeTrue();
        (await unit.AuthorizeAsync(chain.Reviewer, UnitRoles.Reviewer)).IsAccepted.ShouldBeTrue();
        departing.IsCompleted.ShouldBeFalse();
        cluster.Calls.ReleaseLineage(chain.Department);
        (await departing).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_was_removed_while_the_superior_was_asked_is_refused()
    {
        var chain = await ChainAsync();
        cluster.Calls.HoldLineage(chain.Department);
        var departing = DepartAsync(chain.Employer, chain.Reviewer, DepartureKind.Pass, chain.Department);
        var removal = new RemoveMember(Registry.Header(Registry.Administrator), chain.Reviewer.PersonId);
        (await _registry.Unit(chain.Employer).RemoveMemberAsync(removal)).IsAccepted.ShouldBeTrue();
        cluster.Calls.ReleaseLineage(chain.Department);
        (await departing).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task When_no_outcome_comes_the_declaration_is_asked_and_its_word_holds()
    {
        var chain = await ChainAsync();
        var unit = _registry.Unit(chain.Employer);
        cluster.Calls.Answer(D, () => HeldBy(chain.Employer, 2));
        await unit.AnnounceArrivalAsync(new ArrivalNotice(D, 2));
        await ListedAsync(chain, isListed: true);

        cluster.Calls.Answer(D, () => HeldBy(chain.Department, 3));
        (
            await DepartAsync(chain.Employer, chain.Reviewer, DepartureKind.Pass, chain.Department)
        ).IsAccepted.ShouldBeTrue();
        await ListedAsync(chain, isListed: false);
    }

    [Fact]
    public async Task While_the_declaration_is_still_where_it_was_it_is_asked_again_and_then_the_rows_are_read()
    {
        var chain = await ChainAsync();
        var unit = _registry.Unit(chain.Employer);
        var prefix = QueueRows.WaitingPrefix(chain.Employer);
        cluster.Rows.Wait(chain.Employer, _samples.Next(_number, version: 2));
        await ListedAsync(chain, isListed: true);
        await Eventually.ValueAsync(
            "the readings after the activation",
            () =>
            {
                cluster.Time.Advance(QueueLimits.WakeEveryIdle);
                return unit.GetCountsAsync(chain.Reviewer);
            },
            _ => cluster.Rows.ReadingsOf(prefix) >= 2
        );
        var readings = cluster.Rows.ReadingsOf(prefix);
        var answers = 0;
        cluster.Calls.Answer(
            D,
            () => ++answers % 2 == 0 ? throw new TimeoutException("says the test") : HeldBy(chain.Employer, 2)
        );
        (await DepartAsync(chain.Employer, chain.Reviewer, DepartureKind.Return, null)).IsAccepted.ShouldBeTrue();

        // The commit landed after all, but this declaration is a second activation that has not heard of it: only the rows know.
        cluster.Rows.Remove(chain.Employer, D);
        await ListedAsync(chain, isListed: false);
        cluster.Calls.TimesAsked(D).ShouldBeGreaterThan(5);
        cluster.Rows.ReadingsOf(prefix).ShouldBeGreaterThan(readings);
    }

    [Fact]
    public async Task A_declaration_that_went_away_and_came_back_stays_though_old_words_come_late()
    {
        var chain = await ChainAsync();
        var unit = _registry.Unit(chain.Employer);
        await unit.SettleAsync(HeldBy(chain.Employer, 2), null);
        await unit.SettleAsync(HeldBy(chain.Employer, 4), null);
        await unit.SettleAsync(HeldBy(chain.Department, 3), null);
        await unit.SettleAsync(HeldBy(chain.Employer, 2), null);
        (await unit.GetQueueAsync(chain.Reviewer, First)).Value.ShouldNotBeNull().Entries.Single().Version.ShouldBe(4);
    }

    private async Task<Chain> ChainAsync()
    {
        var agency = await _registry.AgencyAsync();
        var department = await _registry.DepartmentAsync(null, agency);
        var employer = await _registry.EmployerAsync(department);
        return new Chain(agency, department, employer, await _registry.MemberAsync(employer, UnitRoles.Reviewer));
    }

    private Task<Outcome<DepartureTicket>> DepartAsync(string from, Caller actor, DepartureKind kind, string? to) =>
        _registry.Unit(from).AnnounceDepartureAsync(new DepartureNotice(D, 3, kind, actor, "pdeclarant", to, null));

    private Task ListedAsync(Chain chain, bool isListed) =>
        Eventually.ValueAsync(
            $"{D} is {(isListed ? "listed" : "gone")}",
            () =>
            {
                cluster.Time.Advance(QueueLimits.WakeEveryBusy);
                return _registry.Unit(chain.Employer).GetQueueAsync(chain.Reviewer, First);
            },
            page => page.Value!.Entries.Any(entry => entry.DeclarationId == D) == isListed
        );

    private DeclarationLocation HeldBy(string unit, long version) =>
        new(D, version, unit, _samples.Next(_number, version));

    private sealed record Chain(string Agency, string Department, string Employer, Caller Reviewer);
}
