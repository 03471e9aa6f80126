using CeActors.Contracts;
using CeActors.Contracts.Declarations;
using CeActors.Contracts.Review;
using CeActors.Grains.Review;
using CeActors.Grains.Review.Queues;
using CeActors.Grains.Tests.Review.Queues;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>The lists of a unit as its members see them.</summary>
[Collection(nameof(ScriptedUnits))]
public sealed class UnitQueueTests(ScriptedFixture cluster)
{
    private static readonly QueueQuery First = new(QueueSort.HeldSince, false, null, null, null, null, null, null, 50);
    private readonly Registry _registry = new(cluster);
    private readonly SampleEntries _samples = new(3, employers: 60);

    [Fact]
    public async Task Ten_thousand_entries_are_listed_filtered_and_counted_and_are_the_same_after_a_new_activation()
    {
        var (unit, clerk, code) = await AgencyAsync();
        var model = new NaiveQueue();
        for (var number = 0; number < 10_000; number++)
        {
            var entry = _samples.Next(number);
            model.Entries[entry.DeclarationId] = entry;
            cluster.Rows.Wait(code, entry);
        }

        await ClusterFixture.DeactivateAsync(unit);
        for (var activation = 0; activation < 2; activation++)
        {
            await LoadedAsync(unit, clerk);
            foreach (var sort in Enum.GetValues<QueueSort>())
            {
                var query = First with { Sort = sort, Descending = true, Text = "王", Year = 2022, PageSize = 200 };
                (await AllPagesAsync(unit, clerk, query)).ShouldBe(model.Matching(query));
            }

            var counts = (await unit.GetCountsAsync(clerk)).Value.ShouldNotBeNull();
            counts.Total.ShouldBe(10_000);
            counts.ByAgeDays.ShouldBe(model.CountsByAge(cluster.Time.GetUtcNow()));
            counts
                .ByEmployer.Select(employer => (employer.Employer.Code, employer.Count))
                .ShouldBe(model.LargestEmployers());
            await ClusterFixture.DeactivateAsync(unit);
        }
    }

    [Fact]
    public async Task While_rows_are_being_read_the_page_says_so_and_movements_are_taken()
    {
        var (unit, clerk, code) = await AgencyAsync();
        var prefix = QueueRows.WaitingPrefix(code);
        cluster.Rows.Wait(code, _samples.Next(1, version: 2));
        cluster.Rows.Wait(code, _samples.Next(2, version: 2));
        await ClusterFixture.DeactivateAsync(unit);
        cluster.Rows.Hold(prefix);
        var readings = cluster.Rows.ReadingsOf(prefix);

        (await unit.GetQueueAsync(clerk, First)).Value.ShouldNotBeNull().IsLoading.ShouldBeTrue();
        await UntilAsync("the reading begins", () => cluster.Rows.ReadingsOf(prefix) > readings);
        await unit.SettleAsync(Location(1, null, 3), null);
        await unit.SettleAsync(Location(3, code, 1), null);
        var during = (await unit.GetQueueAsync(clerk, First)).Value.ShouldNotBeNull();
        during.IsLoading.ShouldBeTrue();
        during.Entries.Single().DeclarationId.ShouldBe(SampleEntries.IdOf(3));

        cluster.Rows.Release(prefix);
        await LoadedAsync(unit, clerk);
        (await IdsAsync(unit, clerk)).ShouldBe([SampleEntries.IdOf(2), SampleEntries.IdOf(3)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_reading_that_fails_is_tried_again_until_it_succeeds()
    {
        var (unit, clerk, code) = await AgencyAsync();
        cluster.Rows.Wait(code, _samples.Next(1));
        cluster.Rows.Fail(QueueRows.WaitingPrefix(code), 2);
        await ClusterFixture.DeactivateAsync(unit);
        await LoadedAsync(unit, clerk);
        (await IdsAsync(unit, clerk)).ShouldBe([SampleEntries.IdOf(1)]);
    }

    [Fact]
    public async Task Rows_are_read_again_a_minute_after_the_activation_and_each_half_hour()
    {
        var (unit, clerk, code) = await AgencyAsync();
        await LoadedAsync(unit, clerk);
        cluster.Rows.Wait(code, _samples.Next(1)); // written by a commit that nobody announced to this activation
        cluster.Time.Advance(QueueLimits.RereadAfter);
        await ListedAsync(unit, clerk, SampleEntries.IdOf(1));
        cluster.Rows.Remove(code, SampleEntries.IdOf(1));
        cluster.Rows.Wait(code, _samples.Next(2));
        cluster.Time.Advance(QueueLimits.RereadEvery);
        await ListedAsync(unit, clerk, SampleEntries.IdOf(2));
    }

    [Fact]
    public async Task Rows_are_read_again_a_minute_after_a_silo_came_or_went()
    {
        var (unit, clerk, code) = await AgencyAsync();
        await LoadedAsync(unit, clerk);
        cluster.Time.Advance(QueueLimits.RereadAfter + QueueLimits.WakeEveryIdle);
        var prefix = QueueRows.WaitingPrefix(code);
        await UntilAsync(
            "the reading after the activation",
            () =>
            {
                cluster.Time.Advance(QueueLimits.WakeEveryBusy);
                return cluster.Rows.ReadingsOf(prefix) >= 2;
            }
        );
        var changes = cluster.SiloService<ClusterChanges>();
        var before = changes.Last.Number;
        var silo = await cluster.StartSiloAsync();
        await UntilAsync("the change is heard of", () => changes.Last.Number > before);
        await cluster.StopSiloAsync(silo);
        await UntilAsync("the second change is heard of", () => changes.Last.Number > before + 1);

        cluster.Rows.Wait(code, _samples.Next(1));
        cluster.Time.Advance(QueueLimits.WakeEveryIdle);
        cluster.Time.Advance(QueueLimits.RereadAfter - QueueLimits.WakeEveryIdle - TimeSpan.FromSeconds(1));
        (await IdsAsync(unit, clerk)).ShouldBeEmpty();
        await ListedAsync(unit, clerk, SampleEntries.IdOf(1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_was_decided_is_read_when_it_is_asked_for_and_kept_up_from_then_on()
    {
        var (unit, clerk, code) = await AgencyAsync();
        var prefix = QueueRows.PassedPrefix(code);
        cluster.Rows.Decide(code, _samples.Next(1));
        await LoadedAsync(unit, clerk);
        cluster.Rows.ReadingsOf(prefix).ShouldBe(0);

        await Eventually.ValueAsync(
            "the list of what was decided",
            () =>
            {
                cluster.Time.Advance(QueueLimits.WakeEveryBusy);
                return unit.GetDoneAsync(clerk, First);
            },
            outcome => outcome.Value is { IsLoading: false, TotalCount: 1 }
        );
        cluster.Rows.ReadingsOf(prefix).ShouldBe(1);
        await unit.SettleAsync(Location(2, null, 4), _samples.Next(2, version: 4));
        (await unit.GetDoneAsync(clerk, First)).Value.ShouldNotBeNull().TotalCount.ShouldBe(2);
        var counts = (await unit.GetDoneCountsAsync(clerk)).Value.ShouldNotBeNull();
        counts.Total.ShouldBe(2);
        counts.ByStatus.Sum(status => status.Count).ShouldBe(2);
    }

    [Fact]
    public async Task Lists_are_for_members_with_a_reviewing_role_alone()
    {
        var (unit, _, _) = await AgencyAsync();
        var stranger = Registry.Person("nobody");
        foreach (
            var refusal in new[]
            {
                (await unit.GetQueueAsync(stranger, First)).Refusal,
                (await unit.GetDoneAsync(stranger, First)).Refusal,
                (await unit.GetCountsAsync(stranger)).Refusal,
                (await unit.GetDoneCountsAsync(stranger)).Refusal,
                (await unit.GetRoutesAsync(stranger)).Refusal,
                (await unit.GetQueueAsync(Registry.Administrator, First)).Refusal,
                (await unit.AuthorizeAsync(stranger, UnitRoles.Clerk)).Refusal,
            }
        )
        {
            refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Forbidden);
        }
    }

    [Fact]
    public async Task A_query_beyond_its_bounds_is_refused_and_names_the_place()
    {
        var (unit, clerk, _) = await AgencyAsync();
        var refusal = (await unit.GetQueueAsync(clerk, First with { PageSize = 201 })).Refusal.ShouldNotBeNull();
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Problems.Single().Path.ShouldBe("/pageSize");
    }

    private async Task<(IReviewUnit Unit, Caller Clerk, string Code)> AgencyAsync()
    {
        var code = await _registry.AgencyAsync();
        return (_registry.Unit(code), await _registry.MemberAsync(code, UnitRoles.Clerk), code);
    }

    private Task LoadedAsync(IReviewUnit unit, Caller clerk) =>
        Eventually.ValueAsync(
            "the list is loaded",
            () =>
            {
                cluster.Time.Advance(QueueLimits.WakeEveryBusy);
                return unit.GetQueueAsync(clerk, First);
            },
            page => page.Value is { IsLoading: false }
        );

    private Task ListedAsync(IReviewUnit unit, Caller clerk, string only, TimeSpan? step = null) =>
        Eventually.ValueAsync(
            $"{only} alone is listed",
            () =>
            {
                cluster.Time.Advance(step ?? QueueLimits.WakeEveryIdle);
                return IdsAsync(unit, clerk);
            },
            ids => ids.SequenceEqual([only])
        );

    private static Task UntilAsync(string awaited, Func<bool> isSo) =>
        Eventually.ValueAsync(awaited, () => Task.FromResult(isSo()), so => so);

    private static async Task<List<string>> IdsAsync(IReviewUnit unit, Caller clerk) =>
        [.. (await AllPagesAsync(unit, clerk, First)).Select(entry => entry.DeclarationId)];

    private static async Task<List<QueueEntry>> AllPagesAsync(IReviewUnit unit, Caller clerk, QueueQuery query)
    {
        var entries = new List<QueueEntry>();
        do
        {
            var page = (await unit.GetQueueAsync(clerk, query)).Value.ShouldNotBeNull();
            entries.AddRange(page.Entries);
            query = query with { After = page.Next };
        } while (query.After is not null);

        return entries;
    }

    private DeclarationLocation Location(int number, string? unit, long version) =>
        new(SampleEntries.IdOf(number), version, unit, unit is null ? null : _samples.Next(number, version));
}
