using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

public sealed class DepartureTests
{
    private static readonly PersonId Other = PersonId.Parse("p-other");

    public static TheoryData<DepartureKind, bool, UnitRoles, bool> Roles
    {
        get
        {
            var table = new TheoryData<DepartureKind, bool, UnitRoles, bool>();
            foreach (var kind in Enum.GetValues<DepartureKind>())
            {
                foreach (var role in Enum.GetValues<UnitRoles>().Where(role => role != UnitRoles.None))
                {
                    var (atEmployer, atAgency) = (kind, role) switch
                    {
                        (DepartureKind.Withdrawal, _) => (true, true),
                        (DepartureKind.Pass, UnitRoles.Administrator or UnitRoles.Reviewer) => (true, false),
                        (DepartureKind.Return or DepartureKind.Reroute, UnitRoles.Administrator) => (true, true),
                        (DepartureKind.Return or DepartureKind.Reroute, UnitRoles.Reviewer) => (true, false),
                        (DepartureKind.Return or DepartureKind.Reroute, UnitRoles.Clerk) => (false, true),
                        (DepartureKind.Recognition, UnitRoles.Administrator or UnitRoles.Clerk) => (false, true),
                        (DepartureKind.Revocation, UnitRoles.Auditor) => (false, true),
                        _ => (false, false),
                    };
                    table.Add(kind, false, role, atEmployer);
                    table.Add(kind, true, role, atAgency);
                }
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Each_role_may_what_its_unit_does(DepartureKind kind, bool isAgency, UnitRoles role, bool isAllowed)
    {
        var empty = isAgency ? Units.Agency() : Units.Employer();
        var unit = empty with { Members = [new UnitMember(Sample.Reviewer, "李审核", role, null)] };
        var needsNext = kind is DepartureKind.Pass or DepartureKind.Reroute;
        var departure = new Departure(kind, Sample.Reviewer, Sample.Person, needsNext ? Sample.Department.Code : null);

        var ticket = ReviewUnitDecider.Depart(unit, departure, EmployerLineage);

        ticket.IsAccepted.ShouldBe(isAllowed);
        if (isAllowed)
            ticket.Value!.ActorName.ShouldBe(kind == DepartureKind.Withdrawal ? null : "李审核");
    }

    [Fact]
    public void Who_is_no_member_decides_nothing()
    {
        foreach (var kind in Enum.GetValues<DepartureKind>().Where(kind => kind != DepartureKind.Withdrawal))
            ReviewUnitDecider
                .Depart(Units.Employer(), new Departure(kind, Other, Sample.Person, null), EmployerLineage)
                .Refusal!.Code.ShouldBe("not-a-member");
    }

    [Fact]
    public void A_unit_that_is_not_registered_lets_nothing_go() =>
        ReviewUnitDecider
            .Depart(null, new Departure(DepartureKind.Return, Other, Sample.Person, null), null)
            .Refusal!.Code.ShouldBe("unit-not-found");

    [Fact]
    public void Nobody_decides_on_their_own_under_either_account()
    {
        var unit = Units.WithMember(Units.Agency(), Sample.Reviewer, UnitRoles.Clerk | UnitRoles.Auditor, Other);
        unit = Units.WithMember(unit, Sample.Person, UnitRoles.Clerk | UnitRoles.Auditor);
        DepartureKind[] kinds = [DepartureKind.Return, DepartureKind.Recognition, DepartureKind.Revocation];

        foreach (var kind in kinds)
        {
            Refusal(unit, new Departure(kind, Sample.Reviewer, Other, null)).ShouldBe("own-declaration");
            Refusal(unit, new Departure(kind, Sample.Reviewer, Sample.Reviewer, null)).ShouldBe("own-declaration");
            Refusal(unit, new Departure(kind, Sample.Person, Sample.Person, null)).ShouldBe("own-declaration");
            Refusal(unit, new Departure(kind, Sample.Reviewer, Sample.Person, null)).ShouldBeNull();
        }
    }

    [Fact]
    public void A_route_that_is_not_allowed_is_refused_at_the_source()
    {
        var unit = Units.WithMember(Units.Employer(), Sample.Reviewer, UnitRoles.Reviewer);

        var refusal = ReviewUnitDecider
            .Depart(
                unit,
                new Departure(DepartureKind.Pass, Sample.Reviewer, Sample.Person, Sample.Agency.Code),
                EmployerLineage
            )
            .Refusal!;

        refusal.Code.ShouldBe("next-unit-not-allowed");
    }

    [Fact]
    public void A_reroute_follows_the_choices_of_the_unit_before()
    {
        var agency = Units.WithMember(Units.Agency(), Sample.Reviewer, UnitRoles.Clerk);
        var departure = new Departure(
            DepartureKind.Reroute,
            Sample.Reviewer,
            Sample.Person,
            Sample.UpperDepartment.Code
        );

        ReviewUnitDecider.Depart(agency, departure, Units.DepartmentLineage).IsAccepted.ShouldBeTrue();
        ReviewUnitDecider
            .Depart(agency, departure with { NextUnit = Sample.OtherAgency.Code }, Units.DepartmentLineage)
            .Refusal!.Code.ShouldBe("next-unit-not-allowed");
    }

    [Fact]
    public void A_movement_without_the_choosing_units_lineage_is_a_bug()
    {
        var unit = Units.WithMember(Units.Employer(), Sample.Reviewer, UnitRoles.Reviewer);

        Should.Throw<InvalidOperationException>(() =>
            ReviewUnitDecider.Depart(
                unit,
                new Departure(DepartureKind.Pass, Sample.Reviewer, Sample.Person, Sample.Department.Code),
                null
            )
        );
    }

    [Fact]
    public void A_unit_takes_what_comes_while_it_is_open_and_has_room()
    {
        var unit = Units.Employer();

        ReviewUnitDecider.Arrive(unit, 0).Value.ShouldBe(new UnitTicket(unit.Reference, UnitKind.Employer));
        ReviewUnitDecider.Arrive(unit, ReviewLimits.WaitingMax - 1).IsAccepted.ShouldBeTrue();
        ReviewUnitDecider.Arrive(unit, ReviewLimits.WaitingMax).Refusal!.Code.ShouldBe("queue-full");
        ReviewUnitDecider.Arrive(unit with { IsActive = false }, 0).Refusal!.Code.ShouldBe("unit-closed");
        ReviewUnitDecider.Arrive(null, 0).Refusal!.Code.ShouldBe("unit-not-registered");
    }

    [Fact]
    public void A_closed_unit_still_decides_what_waits()
    {
        var unit = Units.WithMember(Units.Employer(), Sample.Reviewer, UnitRoles.Reviewer) with { IsActive = false };

        ReviewUnitDecider
            .Depart(unit, new Departure(DepartureKind.Return, Sample.Reviewer, Sample.Person, null), null)
            .IsAccepted.ShouldBeTrue();
    }

    private static UnitLineage EmployerLineage =>
        new(Sample.Employer, UnitKind.Employer, [Sample.Department, Sample.UpperDepartment], Sample.Agency, true);

    private static string? Refusal(ReviewUnit unit, Departure departure) =>
        ReviewUnitDecider.Depart(unit, departure, null).Refusal?.Code;
}
