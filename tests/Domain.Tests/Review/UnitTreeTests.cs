using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

public sealed class UnitTreeTests
{
    private readonly UnitTree _tree = new();
    private long _number;

    public UnitTreeTests() => Stand("AGENCY", UnitKind.Agency, null, null);

    public static TheoryData<string?, string?, string, string> Wrong =>
        new()
        {
            { "NOBODY", null, "/parentCode", "unit-unknown" },
            { "UNIT", null, "/parentCode", "parent-below" },
            { "CHILD", null, "/parentCode", "parent-below" },
            { "GRANDCHILD", null, "/parentCode", "parent-below" },
            { "SCHOOL", null, "/parentCode", "parent-not-department" },
            { "AGENCY", null, "/parentCode", "parent-not-department" },
            { null, "NOBODY", "/agencyCode", "unit-unknown" },
            { null, "SCHOOL", "/agencyCode", "not-an-agency" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_tie_names_its_place(string? parent, string? agency, string path, string code)
    {
        Department("UNIT", null);
        Department("CHILD", "UNIT");
        Department("GRANDCHILD", "CHILD");
        Stand("SCHOOL", UnitKind.Employer, null, "AGENCY");

        var refusal = Check("UNIT", Place(parent, agency)).ShouldNotBeNull();

        refusal.Code.ShouldBe(code);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe(path);
    }

    [Fact]
    public void A_new_unit_is_no_parent_of_itself() =>
        Check("NEW", Place("NEW")).ShouldNotBeNull().Code.ShouldBe("parent-below");

    [Fact]
    public void Superiors_go_up_to_their_bound()
    {
        Chain("D", ReviewLimits.AncestorsMax + 1);

        Check("NEW", Place($"D{ReviewLimits.AncestorsMax - 1}")).ShouldBeNull();
        Check("NEW", Place($"D{ReviewLimits.AncestorsMax}")).ShouldNotBeNull().Code.ShouldBe("too-deep");
    }

    [Fact]
    public void What_hangs_below_a_unit_counts_when_it_is_moved()
    {
        Chain("D", 5);
        Chain("M", 5);

        Check("M0", Place("D3")).ShouldBeNull();
        Check("M0", Place("D4")).ShouldNotBeNull().Code.ShouldBe("subtree-too-deep");
        Check("M1", Place("D4")).ShouldBeNull();
        Check("M4", Place("D4")).ShouldBeNull();
    }

    [Fact]
    public void A_kind_does_not_change_while_others_depend_on_it()
    {
        Department("UNIT", null);
        Check("UNIT", Place(null, "AGENCY", UnitKind.Employer)).ShouldBeNull();
        Check("AGENCY", Place(null, "AGENCY", UnitKind.Employer)).ShouldNotBeNull().Code.ShouldBe("kind-locked");

        Stand("SCHOOL", UnitKind.Employer, "UNIT", null);
        Check("UNIT", Place(null, "AGENCY", UnitKind.Employer)).ShouldNotBeNull().Code.ShouldBe("kind-locked");
        Stand("SCHOOL", UnitKind.Employer, null, "AGENCY", version: 2);
        Check("UNIT", Place(null, "AGENCY", UnitKind.Employer)).ShouldBeNull();
    }

    [Fact]
    public void A_place_that_is_only_reserved_counts_against_others_and_never_for_them()
    {
        Department("AA", null);
        Department("BB", null);
        Reserve("AA", 1, Place("BB"));
        Reserve("NEW", 0, Place(null, "AGENCY"));

        // Against: were it to land, B under A would be a ring.
        Check("BB", Place("AA")).ShouldNotBeNull().Code.ShouldBe("place-under-way");
        Check("BB", Place(null, "AGENCY", UnitKind.Employer)).ShouldNotBeNull().Code.ShouldBe("place-under-way");
        // For: it may never land, so nobody stands below it.
        Check("AA", Place("NEW")).ShouldNotBeNull().Code.ShouldBe("unit-unknown");

        _tree.Learn(Code("AA"), 2, Place("BB"));
        _tree.Reserved.ShouldHaveSingleItem().Code.ShouldBe(Code("NEW"));
        Check("BB", Place("AA")).ShouldNotBeNull().Code.ShouldBe("parent-below");
    }

    [Fact]
    public void A_reserved_place_is_dropped_by_a_later_version_and_by_a_renewal_and_by_nothing_older()
    {
        Department("AA", null);
        Department("BB", null);
        var first = Reserve("AA", 1, Place("BB"));
        var second = Reserve("AA", 1, Place(null));

        _tree.Learn(Code("AA"), 1, Place(null));
        _tree.Renew(Code("AA"), 1, Place(null), first - 1);
        _tree.Reserved.Count.ShouldBe(2);
        _tree.Renew(Code("AA"), 1, Place(null), first);
        _tree.Reserved.ShouldHaveSingleItem().Number.ShouldBe(second);
        _tree.Learn(Code("AA"), 2, Place(null));
        _tree.Reserved.ShouldBeEmpty();
        Check("BB", Place("AA")).ShouldBeNull();

        Reserve("AA", 1, Place("BB"));
        _tree.Reserved.ShouldBeEmpty("a change of a version that is gone can no longer land");
    }

    [Fact]
    public void The_same_wish_again_takes_the_place_of_the_earlier_one()
    {
        Department("AA", null);
        Department("BB", null);
        Reserve("AA", 1, Place("BB"));
        var again = Reserve("AA", 1, Place("BB"));

        _tree.Reserved.ShouldHaveSingleItem().Number.ShouldBe(again);
    }

    [Fact]
    public void What_units_that_never_came_to_be_had_reserved_is_dropped_in_time()
    {
        Department("AA", null);
        Reserve("NEW", 0, Place("AA"));
        Reserve("AA", 1, Place(null));

        _tree.DropUnregistered(Sample.Now);
        _tree.Reserved.Count.ShouldBe(2);
        _tree.DropUnregistered(Sample.Now.AddTicks(1));
        _tree.Reserved.ShouldHaveSingleItem().Code.ShouldBe(Code("AA"));
    }

    [Fact]
    public void A_registry_that_has_come_to_hold_a_ring_can_be_mended()
    {
        Department("AA", "BB");
        Department("BB", "AA");

        Check("AA", Place("BB")).ShouldBeNull("it stands there already");
        Check("NEW", Place("AA")).ShouldNotBeNull().Code.ShouldBe("too-deep");
        Check("AA", Place(null, "AGENCY")).ShouldBeNull();
        Department("AA", null, version: 2);
        Check("NEW", Place("BB")).ShouldBeNull();
    }

    [Fact]
    public void A_row_without_a_version_says_where_a_unit_stands_until_a_version_is_known()
    {
        Stand("AA", UnitKind.SupervisingDepartment, null, "AGENCY", version: 0);
        Stand("AA", UnitKind.SupervisingDepartment, "BB", null, version: 0);
        Department("BB", null);
        Check("BB", Place("AA")).ShouldNotBeNull().Code.ShouldBe("parent-below");

        Stand("AA", UnitKind.SupervisingDepartment, null, "AGENCY", version: 3);
        Stand("AA", UnitKind.SupervisingDepartment, "BB", null, version: 0);
        Check("BB", Place("AA")).ShouldBeNull();
    }

    private static UnitCode Code(string code) => UnitCode.Parse(code);

    private static UnitPlace Place(
        string? parent,
        string? agency = null,
        UnitKind kind = UnitKind.SupervisingDepartment
    ) => new(kind, UnitCode.TryParse(parent), UnitCode.TryParse(agency));

    private Refusal? Check(string code, UnitPlace wished) => _tree.Check(Code(code), wished);

    private void Department(string code, string? parent, long version = 1) =>
        Stand(code, UnitKind.SupervisingDepartment, parent, parent is null ? "AGENCY" : null, version);

    private void Stand(string code, UnitKind kind, string? parent, string? agency, long version = 1) =>
        _tree.Learn(Code(code), version, Place(parent, agency, kind));

    private void Chain(string prefix, int length)
    {
        for (var level = 0; level < length; level++)
            Department($"{prefix}{level}", level == 0 ? null : $"{prefix}{level - 1}");
    }

    private long Reserve(string code, long version, UnitPlace place)
    {
        _tree.Reserve(new ReservedPlace(++_number, Code(code), version, place, Sample.Now));
        return _number;
    }
}
