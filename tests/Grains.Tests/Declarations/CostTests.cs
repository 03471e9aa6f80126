using CeActors.AzureStorage;
using CeActors.Contracts.Declarations;
using CeActors.Grains.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Declarations;

/// <summary>Alone on its cluster, because it counts what the storage does.</summary>
public sealed class CostTests(DeclarationsFixture cluster) : IClassFixture<DeclarationsFixture>
{
    [Fact]
    public async Task A_flow_writes_the_rows_that_it_must_and_reads_nothing_that_it_has_just_made()
    {
        var office = await Office.OpenAsync(cluster);
        var person = await office.HireAsync();
        // Units and rules are at work already when a season runs.
        await office.RecogniseAsync(await office.HireAsync());

        DeclarationReceipt? at = null;
        // The person's document, the declaration's, and its line at the employer; the new declaration is not looked for.
        (await CountedAsync(async () => at = await office.FileAsync(person))).ShouldBe((3, 0));
        // The document, a line less, a line more, and the line of what was decided.
        (await PassedAsync(office.EmployerReviewer, office.Employer, office.Department)).ShouldBe((4, 0));
        (await PassedAsync(office.DepartmentReviewer, office.Department, office.Agency)).ShouldBe((4, 0));
        // The last has nowhere to go.
        (await PassedAsync(office.Clerk, office.Agency, null)).ShouldBe((3, 0));
        at!.Status.ShouldBe(DeclarationStatus.Recognised);

        Task<(long Rows, long Reads)> PassedAsync(Contracts.Caller reviewer, string unit, string? next) =>
            CountedAsync(async () => at = Office.Accepted(await office.PassAsync(at!, reviewer, unit, next)));
    }

    private async Task<(long Rows, long Reads)> CountedAsync(Func<Task> work)
    {
        var statistics = cluster.SiloService<GroupCommitStatistics>(StorageNames.State);
        var before = statistics.Snapshot();
        await work();
        var after = statistics.Snapshot();
        return (after.RowsWritten - before.RowsWritten, after.ReadRequests - before.ReadRequests);
    }
}
