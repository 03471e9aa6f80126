using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Review;
using CeActors.Grains.Storage;
using CeActors.Grains.Tests.Declarations;
using Orleans.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Batches;

[Collection(nameof(DeclarationsCluster))]
public sealed class BatchReviewTests(DeclarationsFixture cluster)
{
    private static readonly TimeSpan FinishLimit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_batch_of_100_decides_what_it_may_and_says_of_the_rest_why_not()
    {
        var office = await Office.OpenAsync(cluster);
        var waiting = await WaitingAtAgencyAsync(office, 100);
        var items = waiting
            .Select(
                (receipt, index) => new BatchItem(receipt.DeclarationId, receipt.Version - (index % 10 == 3 ? 1 : 0))
            )
            .ToList();
        var batch = Batch();
        var start = new StartBatch(Office.Header(office.Clerk), office.Agency, [.. items], true, null);
        Office.Accepted(await batch.StartAsync(start)).Total.ShouldBe(100);
        var view = await FinishedAsync(batch, office.Clerk);
        view.Accepted.ShouldBe(90);
        view.Refused.ShouldBe(10);
        view.Outcomes.Select(outcome => outcome.DeclarationId).ShouldBe(items.Select(item => item.DeclarationId));
        view.Outcomes.Where(outcome => outcome.Refusal is not null)
            .ShouldAllBe(outcome => outcome.Refusal!.Code == "stale-version");
        view.Outcomes.Where(outcome => outcome.Receipt is not null)
            .ShouldAllBe(outcome => outcome.Receipt!.Status == DeclarationStatus.Recognised);
        await ClusterFixture.DeactivateAsync(batch);
        Office.Accepted(await batch.StartAsync(start)).IsFinished.ShouldBeTrue();
        var other = start with { Header = start.Header with { Fingerprint = "another" } };
        (await batch.StartAsync(other)).Refusal.ShouldNotBeNull().Code.ShouldBe("command-id-reused");
    }

    [Fact]
    public async Task A_batch_that_was_cut_off_goes_on_and_decides_nothing_twice()
    {
        var office = await Office.OpenAsync(cluster);
        var waiting = await WaitingAtAgencyAsync(office, 20);
        var batch = Batch();
        var items = waiting.Select(receipt => new BatchItem(receipt.DeclarationId, receipt.Version));
        var start = new StartBatch(Office.Header(office.Clerk), office.Agency, [.. items], false, "材料不清晰");
        Office.Accepted(await batch.StartAsync(start));
        // The write of the progress fails after all items were decided; what the batch forgot, it asks again.
        cluster.Faults.Arm(batch, WriteFault.Before);
        var view = await FinishedAsync(batch, office.Clerk);
        view.Accepted.ShouldBe(20);
        view.Outcomes.ShouldAllBe(outcome => outcome.Receipt!.Status == DeclarationStatus.Returned);
        foreach (var receipt in waiting)
        {
            (await office.Declaration(receipt.DeclarationId).WhereAreYouAsync()).Version.ShouldBe(receipt.Version + 1);
        }
    }

    [Fact]
    public async Task A_batch_that_nobody_asks_for_is_woken_by_its_reminder()
    {
        var office = await Office.OpenAsync(cluster);
        var batch = Batch();
        var items = Enumerable
            .Range(0, 2 * BatchReviewGrain.ChunkItems)
            .Select(number => new BatchItem($"000-{Digits(number)}", 1));
        Office.Accepted(
            await batch.StartAsync(new StartBatch(Office.Header(office.Clerk), office.Agency, [.. items], true, null))
        );
        cluster.Faults.Arm(batch, WriteFault.Before);
        using var limit = new CancellationTokenSource(FinishLimit);
        while ((await StoredAsync(batch)) is not { FinishedAt: not null })
        {
            limit.IsCancellationRequested.ShouldBeFalse("the batch was not finished by itself");
            cluster.Time.Advance(BatchReviewGrain.WakeEvery / 4);
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        (await StoredAsync(batch))!.Outcomes!.Length.ShouldBe(2 * BatchReviewGrain.ChunkItems);
    }

    [Fact]
    public async Task An_activation_that_was_there_before_tells_what_another_has_accepted_and_how_far_it_has_come()
    {
        var office = await Office.OpenAsync(cluster);
        var (batch, source) = (Batch(), Batch());
        (await batch.GetAsync(office.Clerk)).Refusal.ShouldNotBeNull().Code.ShouldBe("batch-not-found");
        var items = Enumerable.Range(0, 2).Select(number => new BatchItem($"000-{Digits(number)}", 1));
        var start = new StartBatch(Office.Header(office.Clerk), office.Agency, [.. items], true, null);
        Office.Accepted(await source.StartAsync(start));
        await FinishedAsync(source, office.Clerk);
        var finished = (await StoredAsync(source)).ShouldNotBeNull();

        // What a second activation of the same batch writes, which a silo cut off from the others may have.
        var storage = cluster.SiloService<IGrainStorage>(StorageNames.State);
        var state = new GrainState<BatchReviewDocument>(
            finished with
            {
                Outcomes = [finished.Outcomes![0]],
                FinishedAt = null,
            }
        );
        await storage.WriteStateAsync("batch", batch.GetGrainId(), state);
        var begun = Office.Accepted(await batch.GetAsync(office.Clerk));
        begun.IsFinished.ShouldBeFalse();
        begun.Outcomes.Length.ShouldBe(1);
        state.State = finished;
        await storage.WriteStateAsync("batch", batch.GetGrainId(), state);
        Office.Accepted(await batch.GetAsync(office.Clerk)).IsFinished.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_clerks_of_an_agency_work_in_batches()
    {
        var office = await Office.OpenAsync(cluster);
        var item = new BatchItem("000-abcdefghijklmnopqrstuvwxyz", 1);
        async Task<Refusal> RefusedAsync(Caller caller, string unit, params BatchItem[] items) =>
            (
                await Batch().StartAsync(new StartBatch(Office.Header(caller), unit, [.. items], true, null))
            ).Refusal.ShouldNotBeNull();
        (await RefusedAsync(office.EmployerReviewer, office.Agency, item)).Kind.ShouldBe(RefusalKind.Forbidden);
        (await RefusedAsync(office.EmployerReviewer, office.Employer, item)).Kind.ShouldBe(RefusalKind.Forbidden);
        (await RefusedAsync(office.Clerk, "not a code", item)).Kind.ShouldBe(RefusalKind.NotFound);
        (await RefusedAsync(office.Clerk, office.Agency)).Kind.ShouldBe(RefusalKind.Invalid);
        (await RefusedAsync(office.Clerk, office.Agency, item, item)).Kind.ShouldBe(RefusalKind.Invalid);
        (await RefusedAsync(office.Clerk, office.Agency, item with { DeclarationId = "x" }))
            .Problems.Single()
            .Path.ShouldBe("/items/0/declarationId");
        var many = Enumerable.Range(0, 501).Select(number => item with { DeclarationId = $"000-{Digits(number)}" });
        (await RefusedAsync(office.Clerk, office.Agency, [.. many])).Kind.ShouldBe(RefusalKind.Invalid);
        (await Batch().GetAsync(office.Clerk)).Refusal.ShouldNotBeNull().Code.ShouldBe("batch-not-found");
    }

    [Fact]
    public async Task A_batch_is_for_members_of_its_agency()
    {
        var office = await Office.OpenAsync(cluster);
        var batch = Batch();
        var item = new BatchItem("000-abcdefghijklmnopqrstuvwxyz", 1);
        Office.Accepted(
            await batch.StartAsync(new StartBatch(Office.Header(office.Clerk), office.Agency, [item], true, null))
        );
        (await batch.GetAsync(office.EmployerReviewer)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
        var view = await FinishedAsync(batch, office.Clerk);
        view.Outcomes.Single().Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
    }

    private IBatchReview Batch() => cluster.Grains.GetGrain<IBatchReview>($"batch-{Guid.NewGuid():N}");

    private Task<BatchReviewDocument?> StoredAsync(IBatchReview batch) =>
        cluster.StoredDocumentAsync<BatchReviewDocument>(StorageNames.State, "batch", batch);

    private static string Digits(int number) =>
        new([.. $"{number:00000000000000000000000000}".Select(digit => (char)('a' + digit - '0'))]);

    private static async Task<IReadOnlyList<DeclarationReceipt>> WaitingAtAgencyAsync(Office office, int count) =>
        await Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(async _ => await office.BringToAgencyAsync(await office.FileAsync(await office.HireAsync())))
        );

    /// <summary>Moves the clock on while it asks, so that reminders and waits of the batch come due.</summary>
    private async Task<BatchView> FinishedAsync(IBatchReview batch, Caller clerk)
    {
        using var limit = new CancellationTokenSource(FinishLimit);
        while (true)
        {
            var view = Office.Accepted(await batch.GetAsync(clerk));
            if (view.IsFinished)
            {
                return view;
            }

            limit.IsCancellationRequested.ShouldBeFalse($"{view.Outcomes.Length} of {view.Total} items are decided");
            cluster.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
