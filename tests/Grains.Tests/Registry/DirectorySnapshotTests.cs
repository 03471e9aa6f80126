using CeActors.Contracts.Registry;
using CeActors.Contracts.Review;
using CeActors.Grains.Registry;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Registry;

public sealed class DirectorySnapshotTests
{
    private static readonly DirectoryQuery All = new(null, null, null, null, 0, 200);
    private static readonly DirectorySnapshot Units = new(
        [
            Unit("A430100", "长沙市人力资源和社会保障局", UnitKind.Agency),
            Unit("D-EDU", "长沙市教育局", UnitKind.SupervisingDepartment, agency: "A430100"),
            Unit("E-CS1Z", "长沙市第一中学", UnitKind.Employer, "D-EDU"),
            Unit("E-YL1Z", "岳麓区第一中学", UnitKind.Employer, "D-EDU", isActive: false),
            Unit("E-CQ", "重庆路小学", UnitKind.Employer, "D-EDU"),
        ],
        DateTimeOffset.UnixEpoch
    );

    [Theory]
    [InlineData("长沙市教育局", "D-EDU")]
    [InlineData("csjyj", null)]
    [InlineData("cssjyj", "D-EDU")]
    [InlineData("CSSJYJ", "D-EDU")]
    [InlineData("zssjyj", "D-EDU")]
    [InlineData("d-ed", "D-EDU")]
    [InlineData("ylqdy", "E-YL1Z")]
    [InlineData("cqlxx", "E-CQ")]
    [InlineData("zqlxx", "E-CQ")]
    [InlineData("没有此单位", null)]
    public void A_unit_is_found_by_code_by_name_and_by_any_reading_of_its_initials(string text, string? code) =>
        Units.Search(All with { Text = text }).Entries.FirstOrDefault()?.Code.ShouldBe(code);

    [Fact]
    public void The_best_match_comes_first_and_all_are_counted()
    {
        var page = Units.Search(All with { Text = "第一中学", PageSize = 1 });
        page.MatchCount.ShouldBe(2);
        page.Entries.Single().Code.ShouldBe("E-CS1Z");
        Units.Search(All with { Text = "e-" }).Entries.Length.ShouldBe(3);
        Units.Search(All with { Text = "长沙市教育局" }).Entries.Single().Name.ShouldBe("长沙市教育局");
    }

    [Fact]
    public void The_tree_is_walked_by_parent_and_an_entry_names_its_superiors()
    {
        var children = Units.Search(All with { ParentCode = "D-EDU" });
        children.Entries.Select(entry => entry.Code).ShouldBe(["E-CQ", "E-CS1Z", "E-YL1Z"]);
        children.Entries[0].Ancestors.Single().Name.ShouldBe("长沙市教育局");
        Units.Find("D-EDU").ShouldNotBeNull().ChildCount.ShouldBe(3);
        Units.Find("D-NONE").ShouldBeNull();
        Units.Search(All with { Kind = UnitKind.Agency }).Entries.Single().Code.ShouldBe("A430100");
        Units.Search(All with { DivisionCode = "430200" }).MatchCount.ShouldBe(0);
    }

    [Fact]
    public void A_person_has_the_memberships_that_the_rows_name_and_no_more_than_the_bound()
    {
        var many = Enumerable.Range(0, 60).Select(number => Unit($"E-{number:000}", "单位", UnitKind.Employer));
        var snapshot = new DirectorySnapshot([.. many], DateTimeOffset.UnixEpoch);
        snapshot.MembershipsOf("member").Length.ShouldBe(DirectorySnapshot.MembershipsMax);
        snapshot.MembershipsOf("nobody").ShouldBeEmpty();
        Units.MembershipsOf("member").First().Roles.ShouldBe(UnitRoles.Reviewer);
    }

    [Fact]
    public void Pages_follow_one_another_and_sizes_beyond_the_bounds_are_brought_within()
    {
        var codes = new List<string>();
        for (var skip = 0; skip < 5; skip += 2)
        {
            codes.AddRange(Units.Search(All with { Skip = skip, PageSize = 2 }).Entries.Select(entry => entry.Code));
        }

        codes.ShouldBe(["A430100", "D-EDU", "E-CQ", "E-CS1Z", "E-YL1Z"]);
        Units.Search(All with { Skip = -5, PageSize = 0 }).Entries.Length.ShouldBe(1);
        Units.Search(All with { PageSize = 1_000_000 }).Entries.Length.ShouldBe(5);
        Units.Search(All with { Text = new string('长', 10_000) }).MatchCount.ShouldBe(0);
    }

    [Fact]
    public void A_ring_of_parents_ends()
    {
        var ring = new DirectorySnapshot(
            [
                Unit("D-1", "一", UnitKind.SupervisingDepartment, "D-2"),
                Unit("D-2", "二", UnitKind.SupervisingDepartment, "D-1"),
            ],
            DateTimeOffset.UnixEpoch
        );
        ring.Find("D-1").ShouldNotBeNull().Ancestors.Length.ShouldBeLessThanOrEqualTo(8);
    }

    private static UnitRow Unit(
        string code,
        string name,
        UnitKind kind,
        string? parent = null,
        string? agency = null,
        bool isActive = true
    ) => new(code, name, kind, "430100", parent, agency, isActive, [new UnitRowMember("member", UnitRoles.Reviewer)]);
}
