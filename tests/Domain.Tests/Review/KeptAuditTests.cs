using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

/// <summary>What is kept of a unit's audit when there is more than is kept.</summary>
public sealed class KeptAuditTests
{
    private static readonly UnitContext AsAdmin = Units.Context(Units.Admin, isRegistrar: false);

    [Fact]
    public void Names_that_are_changed_again_and_again_hide_nothing()
    {
        var unit = WithBriefMember();
        for (var round = 0; round < 2 * ReviewLimits.AuditEntriesMax; round++)
        {
            unit = Units.Decided(unit, Set("p-clerk", UnitRoles.Reviewer, $"员{round}"), AsAdmin);
        }

        unit.Audit.Count(entry => entry.Action == "member-renamed").ShouldBe(ReviewLimits.RenamesAuditedMax);
        EntriesOfBriefMember(unit).ShouldBe(["member-set", "member-removed"]);
        unit.Audit[0].Action.ShouldBe("registered");
        unit.Audit[^1].Version.ShouldBe(unit.Version);
    }

    [Fact]
    public void Roles_that_go_to_and_fro_hide_nothing_but_themselves()
    {
        var unit = WithBriefMember();
        for (var round = 0; round < 2 * ReviewLimits.AuditEntriesMax; round++)
        {
            var roles = round % 2 == 0 ? UnitRoles.Administrator : UnitRoles.Reviewer;
            unit = Units.Decided(unit, Set("p-clerk", roles, "员"), AsAdmin);
        }

        unit.Audit.Length.ShouldBe(ReviewLimits.AuditEntriesMax);
        EntriesOfBriefMember(unit).ShouldBe(["member-set", "member-removed"]);
        unit.Audit.Count(entry => entry.Detail.StartsWith("person=p-admin;", StringComparison.Ordinal)).ShouldBe(1);
        unit.Audit[0].Action.ShouldBe("registered");
        unit.Audit.Select(entry => entry.Version).ShouldBeInOrder(SortDirection.Ascending);
    }

    [Fact]
    public void Where_nobody_has_more_than_a_first_and_a_last_entry_the_oldest_goes()
    {
        var unit = Units.Employer();
        for (var member = 0; member < ReviewLimits.AuditEntriesMax; member++)
        {
            unit = Units.Decided(unit, Set($"p-{member}", UnitRoles.Reviewer, "员"), Units.Context());
            unit.Audit.Length.ShouldBe(Math.Min(member + 2, ReviewLimits.AuditEntriesMax));
        }

        unit.Audit[0].Detail.ShouldStartWith("person=p-0;");
    }

    private static ReviewUnit WithBriefMember()
    {
        var unit = Units.WithMember(Units.Employer(), Units.Admin, UnitRoles.Administrator);
        unit = Units.Decided(unit, Set("p-brief", UnitRoles.Reviewer, "短"), AsAdmin);
        unit = Units.Decided(unit, new UnitCommand.RemoveMember("p-brief"), AsAdmin);
        return Units.Decided(unit, Set("p-clerk", UnitRoles.Reviewer, "员"), AsAdmin);
    }

    private static IEnumerable<string> EntriesOfBriefMember(ReviewUnit unit) =>
        unit.Audit.Where(entry => entry.Detail.Split(';')[0] == "person=p-brief").Select(entry => entry.Action);

    private static UnitCommand.SetMember Set(string person, UnitRoles roles, string name) =>
        new(person, name, roles, null);
}
