using CeActors.AzureStorage;
using CeActors.Testing;
using CeActors.Testing.Faults;
using Shouldly;
using Xunit;

namespace CeActors.Resilience.Tests.WriteSites;

/// <summary>
/// Every place of the storage layer that writes tables, times every way in which a request can fail, before and after it was
/// carried out. A place that is found in the assembly and has no case fails.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class TableSiteTests(AzuriteFixture azurite)
{
    private const int AttemptsMax = 8;

    private static readonly HashSet<string> WritingMethods =
    [
        "AddEntityAsync",
        "UpsertEntityAsync",
        "UpdateEntityAsync",
        "DeleteEntityAsync",
        "SubmitTransactionAsync",
        "CreateIfNotExistsAsync",
        "CreateAsync",
        "DeleteAsync",
        "SendAsync",
        "SendRequestAsync",
    ];

    private static readonly StorageFault[] Faults =
    [
        StorageFault.Timeout,
        StorageFault.FalseExists,
        StorageFault.FalseConflict,
        StorageFault.Busy,
        StorageFault.SilentAnswer,
        StorageFault.ExistsAfterCommit,
        StorageFault.ConflictAfterCommit,
        StorageFault.BusyAfterCommit,
    ];

    public static TheoryData<string> Sites => [.. TableSite.All.Keys];

    [Fact]
    public void Every_place_that_writes_tables_has_its_cases() =>
        CallSites
            .Of(typeof(TableAccount).Assembly.Location, WritingMethods)
            .ShouldBe(TableSite.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task A_request_that_fails_leaves_the_truth_and_its_repetition_one_outcome(string site)
    {
        var requests = await PlayAsync(site, StorageFault.None, 1);
        requests.ShouldBeGreaterThan(0, "the place writes");
        await Parallel.ForEachAsync(
            Enumerable.Range(1, requests).SelectMany(request => Faults.Select(fault => (request, fault))),
            new ParallelOptions { MaxDegreeOfParallelism = Faults.Length },
            async (play, _) => await PlayAsync(site, play.fault, play.request)
        );
    }

    /// <summary>Plays a site while one of its requests meets a fault; how many requests it made.</summary>
    private async Task<int> PlayAsync(string site, StorageFault fault, int number)
    {
        await using var rig = await TableRig.StartAsync(azurite.Azurite);
        var (prepare, write, check) = TableSite.All[site]();
        await prepare(rig);
        var requests = 0;
        var isWriting = true;
        rig.Proxy.Schedule.Plan(
            request => Volatile.Read(ref isWriting) && request.IsWrite && Interlocked.Increment(ref requests) == number,
            fault
        );
        for (var attempt = 1; ; attempt++)
        {
            attempt.ShouldBeLessThanOrEqualTo(AttemptsMax, $"{site}, {fault} at request {number}");
            try
            {
                if (await write(rig))
                {
                    break;
                }
            }
            catch (Exception exception) when (exception is not ShouldAssertException)
            {
                // Its caller does it again.
            }
        }

        Volatile.Write(ref isWriting, false);
        rig.Proxy.Schedule.PlannedLeft.ShouldBe(0, $"{site}, {fault}: request {number} was met");
        try
        {
            await check(rig);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{site}, {fault} at request {number}: {exception.Message}", exception);
        }

        return requests;
    }
}
