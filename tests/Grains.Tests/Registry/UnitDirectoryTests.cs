using CeActors.Contracts.Registry;
using CeActors.Contracts.Review;
using CeActors.Grains.Registry;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Registry;

[Collection(nameof(OneSilo))]
public sealed class UnitDirectoryTests(ClusterFixture cluster)
{
    private readonly Review.Units.Registry _registry = new(cluster);

    [Fact]
    public async Task A_registered_unit_and_its_members_are_in_the_directory_some_seconds_later()
    {
        var agency = await _registry.AgencyAsync();
        var department = await _registry.DepartmentAsync(null, agency, "株洲市卫生健康委员会");
        var employer = await _registry.EmployerAsync(department, name: "株洲市中心医院");
        var reviewer = await _registry.MemberAsync(employer, UnitRoles.Reviewer);
        var directory = cluster.Grains.GetGrain<IUnitDirectory>(0);

        var entry = await Eventually.ValueAsync(
            "the new unit in the directory",
            () =>
            {
                cluster.Time.Advance(UnitDirectoryCache.FreshFor);
                return directory.GetAsync(employer);
            },
            found => found is not null
        );

        entry!.Ancestors.Single().Code.ShouldBe(department);
        var membership = (await directory.GetMembershipsAsync(reviewer.PersonId)).Single();
        membership.Unit.Code.ShouldBe(employer);
        membership.Roles.ShouldBe(UnitRoles.Reviewer);
        var found = await directory.SearchAsync(new DirectoryQuery("zzszxyy", null, department, null, 0, 10));
        found.Entries.Single().Name.ShouldBe("株洲市中心医院");
    }
}
