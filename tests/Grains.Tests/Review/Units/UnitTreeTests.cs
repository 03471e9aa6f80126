using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Domain.Review;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Storage;
using CeActors.Grains.Tests.Declarations;
using Orleans.Storage;
using Shouldly;
using Xunit;
using UnitKind = CeActors.Contracts.Review.UnitKind;

namespace CeActors.Grains.Tests.Review.Units;

/// <summary>The units of a registry form a tree of bounded depth, whatever is changed at once and whatever fails.</summary>
[Collection(nameof(UnitTrees))]
public sealed class UnitTreeTests(UnitTreeFixture cluster)
{
    private const int Rounds = 50;
    private const int AttemptsMax = 20;

    private readonly Registry _registry = new(cluster);

    private IUnitTree Tree => cluster.Grains.GetGrain<IUnitTree>(0);

    [Fact]
    public async Task A_subtree_is_not_moved_to_where_it_would_be_too_deep()
    {
        var agency = await _registry.AgencyAsync();
        var deep = await ChainAsync(agency, 5);
        var moved = await ChainAsync(agency, 5);

        // Five above, and four below it: nine superiors for the lowest.
        (await MoveAsync(moved[0], deep[4]))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("subtree-too-deep");
        (await ParentAsync(moved[0])).ShouldBeNull();

        (await MoveAsync(moved[0], deep[3])).Refusal.ShouldBeNull();
        (await _registry.Unit(moved[4]).GetLineageAsync())
            .ShouldNotBeNull()
            .Ancestors.Length.ShouldBe(ReviewLimits.AncestorsMax);
        var below = Registry.Registration(UnitKind.Employer, moved[4]);
        (await _registry.Unit(ClusterFixture.UniqueUnitCode("E")).RegisterAsync(below))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("too-deep");
    }

    [Fact]
    public async Task Two_units_registered_under_each_other_at_once_make_no_ring()
    {
        var (agency, first, second) = await TwoAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var outcomes = await Task.WhenAll(MoveAsync(first, second), MoveAsync(second, first));

            outcomes.Count(outcome => outcome.IsAccepted).ShouldBe(1, $"round {round}");
            RequireMisplaced(outcomes.Single(outcome => !outcome.IsAccepted));
            (await ParentAsync(first) is null).ShouldNotBe(await ParentAsync(second) is null, $"round {round}");
            foreach (var code in (string[])[first, second])
            {
                (await MoveAsync(code, null, agency)).Refusal.ShouldBeNull();
            }
        }
    }

    [Fact]
    public async Task Two_activations_of_the_tree_and_of_the_units_make_no_ring()
    {
        var (agency, first, second) = await TwoAsync();
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var outcomes = await Task.WhenAll(
                InsistAsync(cluster, first, Move(second)),
                InsistAsync(cluster.Other, second, Move(first))
            );

            // Which of them knows what is stored is not to be asked: the documents say.
            outcomes.Count(outcome => outcome.IsAccepted).ShouldBeLessThan(2, $"round {round}");
            outcomes.Where(outcome => !outcome.IsAccepted).ShouldAllBe(outcome => IsMisplaced(outcome));
            (await StoredParentAsync(first) is not null && await StoredParentAsync(second) is not null).ShouldBeFalse(
                $"round {round}"
            );
            accepted += outcomes.Count(outcome => outcome.IsAccepted);
            cluster.Time.Advance(UnitTreeGrain.FreshFor);
            cluster.Other.Time.Advance(UnitTreeGrain.FreshFor);
            var resetting = round % 2 == 0 ? cluster : cluster.Other;
            foreach (var code in (string[])[first, second])
            {
                (await InsistAsync(resetting, code, Move(null, agency))).Refusal.ShouldBeNull();
            }
        }

        accepted.ShouldBeGreaterThan(0);

        // Left behind by the other cluster, it would only learn that at its next write.
        await ClusterFixture.DeactivateAsync(Tree);
    }

    [Theory]
    [InlineData(true, WriteFault.Before)]
    [InlineData(true, WriteFault.AfterCommit)]
    [InlineData(false, WriteFault.Before)]
    [InlineData(false, WriteFault.AfterCommit)]
    public async Task A_registration_that_is_cut_off_at_any_write_makes_no_ring_and_is_finished_by_its_repetition(
        bool atTree,
        WriteFault fault
    )
    {
        var (_, first, second) = await TwoAsync();
        var command = Move(second);
        cluster.Faults.Arm(atTree ? Tree : _registry.Unit(first), fault);

        await Should.ThrowAsync<Exception>(() => _registry.Unit(first).RegisterAsync(command));

        // Only where nothing at all has been written may the other go first.
        var isReserved = !atTree || fault == WriteFault.AfterCommit;
        var other = await MoveAsync(second, first);
        other.IsAccepted.ShouldBe(!isReserved);
        var repeated = await _registry.Unit(first).RegisterAsync(command);
        if (!isReserved)
        {
            RequireMisplaced(repeated);
            (await ParentAsync(first)).ShouldBeNull();
            return;
        }

        RequireMisplaced(other);
        var outcome = repeated.Value.ShouldNotBeNull();
        outcome.ParentCode.ShouldBe(second);
        outcome.Version.ShouldBe(2);
        (await MoveAsync(first, second, name: "改名后的局")).Value.ShouldNotBeNull().Version.ShouldBe(3);
        await ClusterFixture.DeactivateAsync(_registry.Unit(first));
        await ClusterFixture.DeactivateAsync(Tree);
        (await _registry.Unit(first).RegisterAsync(command)).Value.ShouldNotBeNull().Version.ShouldBe(2);
        (await MoveAsync(second, first)).Refusal.ShouldNotBeNull().Code.ShouldBe("parent-below");
    }

    [Fact]
    public async Task A_move_that_nobody_repeats_stands_in_the_way_of_others_for_a_short_while_alone()
    {
        var (_, first, second) = await TwoAsync();
        cluster.Faults.Arm(_registry.Unit(first), WriteFault.Before);
        await Should.ThrowAsync<Exception>(() => MoveAsync(first, second));
        (await MoveAsync(second, first)).Refusal.ShouldNotBeNull().Code.ShouldBe("place-under-way");

        cluster.Time.Advance(UnitTreeGrain.OverdueAfter);

        await Eventually.ValueAsync(
            "the unit whose move was lost renews its entry, and the other may move",
            () => MoveAsync(second, first),
            outcome => outcome.IsAccepted
        );
        (await ParentAsync(first)).ShouldBeNull();
        (await MoveAsync(first, second)).Refusal.ShouldNotBeNull().Code.ShouldBe("parent-below");
    }

    [Fact]
    public async Task A_unit_that_never_came_to_be_stands_in_nobodys_way_for_longer_than_a_write_can_take()
    {
        var agency = await _registry.AgencyAsync();
        var chain = await ChainAsync(agency, 2);
        var upper = await ChainAsync(agency, ReviewLimits.AncestorsMax - 1);
        var lost = ClusterFixture.UniqueUnitCode("E");
        cluster.Faults.Arm(_registry.Unit(lost), WriteFault.Before);
        await Should.ThrowAsync<Exception>(() =>
            _registry.Unit(lost).RegisterAsync(Registry.Registration(UnitKind.Employer, chain[1]))
        );
        (await MoveAsync(chain[0], upper[^1])).Refusal.ShouldNotBeNull().Code.ShouldBe("place-under-way");

        cluster.Time.Advance(UnitTreeGrain.RegisteringLimit + TimeSpan.FromSeconds(1));

        (await MoveAsync(chain[0], upper[^1])).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_is_refused_because_a_statement_to_the_tree_got_lost()
    {
        var agency = await _registry.AgencyAsync();
        var parent = ClusterFixture.UniqueUnitCode("D");
        cluster.Faults.Arm(_registry.Unit(parent), WriteFault.AfterCommit);
        await Should.ThrowAsync<Exception>(() => MoveAsync(parent, null, agency));

        var child = Registry.Registration(UnitKind.Employer, parent);
        (await _registry.Unit(ClusterFixture.UniqueUnitCode("E")).RegisterAsync(child)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_change_that_moves_nothing_asks_the_tree_nothing()
    {
        var (agency, first, _) = await TwoAsync();
        var before = cluster.Faults.Writes;

        (await MoveAsync(first, null, agency, "改名后的局")).Value.ShouldNotBeNull().Version.ShouldBe(2);
        cluster.Faults.Writes.ShouldBe(before + 1);
        (await MoveAsync(first, null, await _registry.AgencyAsync(), "改名后的局")).IsAccepted.ShouldBeTrue();
        cluster.Faults.Writes.ShouldBe(before + 1 + 2 + 2);
    }

    [Fact]
    public async Task Moves_under_way_are_bounded()
    {
        var agency = await _registry.AgencyAsync();
        await ClusterFixture.DeactivateAsync(Tree);
        var storage = cluster.SiloService<IGrainStorage>(StorageNames.Registry);
        var state = new GrainState<UnitTreeDocument>();
        await storage.ReadStateAsync("tree", Tree.GetGrainId(), state);
        var number = state.State?.LastNumber ?? 0;
        state.State = new UnitTreeDocument
        {
            LastNumber = number + ReviewLimits.ReservedPlacesMax,
            Reserved =
            [
                .. Enumerable
                    .Range(1, ReviewLimits.ReservedPlacesMax)
                    .Select(index => new ReservedPlacePart
                    {
                        Number = number + index,
                        UnitCode = $"LOST-{index}",
                        AgencyCode = agency,
                        At = cluster.Time.GetUtcNow().ToUnixTimeMilliseconds(),
                    }),
            ],
        };
        await storage.WriteStateAsync("tree", Tree.GetGrainId(), state);

        var registration = Registry.Registration(UnitKind.Employer, null, agency);
        var unit = _registry.Unit(ClusterFixture.UniqueUnitCode("E"));
        var refusal = (await unit.RegisterAsync(registration)).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("places-max");
        refusal.Kind.ShouldBe(RefusalKind.TooMany);
        cluster.Time.Advance(UnitTreeGrain.RegisteringLimit + TimeSpan.FromSeconds(1));
        (await unit.RegisterAsync(registration)).Refusal.ShouldBeNull();
    }

    private static RegisterUnit Move(string? parent, string? agency = null, string name = "长沙市教育局") =>
        Registry.Registration(UnitKind.SupervisingDepartment, parent, agency, name);

    private static bool IsMisplaced(Outcome<UnitView> outcome) =>
        outcome.Refusal?.Code is "parent-below" or "place-under-way";

    private static void RequireMisplaced(Outcome<UnitView> outcome) =>
        outcome.Refusal.ShouldNotBeNull().Code.ShouldBeOneOf("parent-below", "place-under-way");

    /// <summary>Sends the same command until it has an outcome, as a client does that is told that the outcome is not known.</summary>
    private static async Task<Outcome<UnitView>> InsistAsync(ClusterFixture of, string code, RegisterUnit command)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await of.Grains.GetGrain<IReviewUnit>(code).RegisterAsync(command);
            }
            catch (Exception) when (attempt < AttemptsMax)
            {
                // Another activation was faster; the next one reads what is stored.
            }
        }
    }

    private async Task<(string Agency, string First, string Second)> TwoAsync()
    {
        var agency = await _registry.AgencyAsync();
        return (agency, await _registry.DepartmentAsync(null, agency), await _registry.DepartmentAsync(null, agency));
    }

    private async Task<string[]> ChainAsync(string agency, int length)
    {
        var codes = new List<string> { await _registry.DepartmentAsync(null, agency) };
        while (codes.Count < length)
        {
            codes.Add(await _registry.DepartmentAsync(codes[^1], null));
        }

        return [.. codes];
    }

    private Task<Outcome<UnitView>> MoveAsync(
        string code,
        string? parent,
        string? agency = null,
        string name = "长沙市教育局"
    ) => _registry.Unit(code).RegisterAsync(Move(parent, agency, name));

    private async Task<string?> ParentAsync(string code) =>
        (await _registry.Unit(code).GetAsync(Registry.Administrator)).Value.ShouldNotBeNull().ParentCode;

    private async Task<string?> StoredParentAsync(string code) =>
        (await cluster.StoredDocumentAsync<ReviewUnitDocument>(StorageNames.Registry, "unit", _registry.Unit(code)))
            .ShouldNotBeNull()
            .Unit.ParentCode;
}
