using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

public sealed class RoutingTests
{
    private static readonly UnitReference Stranger = new(UnitCode.Parse("DEPT-9"), "别的局");

    public static TheoryData<string, UnitKind, string, string, bool, string?> Table =>
        new()
        {
            // what, kind, superiors, agency allowed, must choose agency, suggestion
            { "first-level employer", UnitKind.Employer, "", "HRSS-430102", true, "HRSS-430102" },
            { "employer under one department", UnitKind.Employer, "DEPT-1", "", false, "DEPT-1" },
            { "employer under two", UnitKind.Employer, "DEPT-1,DEPT-0", "", false, null },
            { "first-level department", UnitKind.SupervisingDepartment, "", "HRSS-430102", true, "HRSS-430102" },
            { "department under another", UnitKind.SupervisingDepartment, "DEPT-0", "HRSS-430102", false, null },
            { "agency", UnitKind.Agency, "", "", false, null },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Who_may_come_next_is_what_the_guide_says(
        string what,
        UnitKind kind,
        string superiors,
        string agencies,
        bool mustChooseAgency,
        string? suggested
    )
    {
        var lineage = Lineage(kind, superiors.Split(',', StringSplitOptions.RemoveEmptyEntries));

        var choices = Routing.Choices(lineage);

        string.Join(',', choices.Superiors.Select(unit => unit.Code)).ShouldBe(superiors, what);
        string.Join(',', choices.Agencies.Select(unit => unit.Code)).ShouldBe(agencies, what);
        choices.MustChooseAgency.ShouldBe(mustChooseAgency, what);
        choices.SuggestedCode?.Value.ShouldBe(suggested, what);
        (choices.SuggestedCode is null).ShouldBe(suggested is null, what);
        foreach (var unit in choices.Superiors.Concat(choices.Agencies))
            Routing.Check(lineage, unit.Code).ShouldBeNull();
        Routing.Check(lineage, Stranger.Code).ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Invalid);
        Routing.Check(lineage, lineage.Unit.Code).ShouldNotBeNull();
    }

    [Fact]
    public void A_unit_that_is_no_superior_is_refused_with_its_place()
    {
        var refusal = Routing.Check(Lineage(UnitKind.Employer, "DEPT-1"), Stranger.Code)!;

        refusal.Code.ShouldBe("next-unit-not-allowed");
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/nextUnitCode");
    }

    [Fact]
    public void An_employer_with_a_superior_does_not_go_to_the_agency_directly() =>
        Routing.Check(Lineage(UnitKind.Employer, "DEPT-1"), Sample.Agency.Code)!.Code.ShouldBe("next-unit-not-allowed");

    [Fact]
    public void A_first_level_unit_is_told_which_agency_to_choose() =>
        Routing.Check(Lineage(UnitKind.Employer), Sample.OtherAgency.Code)!.Chinese.ShouldContain(Sample.Agency.Name);

    [Fact]
    public void A_first_level_unit_without_an_agency_is_a_fault_of_the_registry()
    {
        var refusal = Routing.Check(Lineage(UnitKind.Employer) with { Agency = null }, Sample.Agency.Code)!;

        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        refusal.Code.ShouldBe("agency-missing");
    }

    [Fact]
    public void What_was_chosen_last_is_suggested_while_it_may_be_chosen()
    {
        var lineage = Lineage(UnitKind.SupervisingDepartment, "DEPT-0");

        Routing.Choices(lineage, Sample.Agency.Code).SuggestedCode.ShouldBe(Sample.Agency.Code);
        Routing.Choices(lineage, Stranger.Code).SuggestedCode.ShouldBeNull();
        Routing.Choices(lineage).SuggestedCode.ShouldBeNull();
    }

    [Fact]
    public void A_lineage_takes_the_nearest_agency_and_its_parents_ancestors()
    {
        var parent = Lineage(UnitKind.SupervisingDepartment, "DEPT-0");
        var unit = Units.Employer(Sample.Employer.Code.Value, parent.Unit.Code.Value);

        UnitLineage.Of(unit, parent, null).Agency.ShouldBe(Sample.Agency);
        UnitLineage.Of(unit, parent, Sample.OtherAgency).Agency.ShouldBe(Sample.OtherAgency);
        UnitLineage
            .Of(unit, parent, null)
            .Ancestors.Select(ancestor => ancestor.Code.Value)
            .ShouldBe([parent.Unit.Code.Value, "DEPT-0"]);
        UnitLineage.Of(unit, null, Sample.Agency).IsFirstLevel.ShouldBeTrue();
    }

    [Fact]
    public void A_lineage_ends_at_its_bound_and_never_runs_in_a_ring()
    {
        var codes = Enumerable.Range(1, 12).Select(i => $"DEPT-{i}").ToArray();
        var unit = Units.Employer("SCHOOL-1", "DEPT-1");

        UnitLineage
            .Of(unit, Lineage(UnitKind.SupervisingDepartment, codes), null)
            .Ancestors.Length.ShouldBe(ReviewLimits.AncestorsMax);
        UnitLineage
            .Of(unit, Lineage(UnitKind.SupervisingDepartment, "DEPT-1", "SCHOOL-1", "DEPT-2"), null)
            .Ancestors.ShouldNotContain(ancestor => ancestor.Code == unit.Code);
    }

    private static UnitLineage Lineage(UnitKind kind, params string[] superiors) =>
        new(
            new UnitReference(UnitCode.Parse("UNIT-X"), "本单位"),
            kind,
            [.. superiors.Select(code => new UnitReference(UnitCode.Parse(code), code))],
            kind == UnitKind.Agency ? null : Sample.Agency,
            true
        );
}
