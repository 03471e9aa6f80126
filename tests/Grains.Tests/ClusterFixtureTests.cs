using CeActors.Grains.Storage;
using CeActors.Silo.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests;

[Collection(nameof(OneSilo))]
public sealed class ClusterFixtureTests(ClusterFixture cluster)
{
    [Fact]
    public async Task The_composition_of_production_starts_and_reads_its_rows()
    {
        cluster.Silos.Count.ShouldBe(1);
        foreach (var name in new[] { StorageNames.State, StorageNames.Registry })
        {
            var rows = cluster.SiloService<IStoredRowReader>(name).ReadAsync("nobody|", CancellationToken.None);
            (await rows.CountAsync()).ShouldBe(0);
        }

        cluster.SiloService<SiloSettings>().AdministratorSubjects.ShouldContain(ClusterFixture.AdministratorSubject);
    }
}
