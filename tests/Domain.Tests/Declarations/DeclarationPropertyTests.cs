using System.Collections.Concurrent;
using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Identity;
using CsCheck;

namespace CeActors.Domain.Tests.Declarations;

/// <summary>What holds after any sequence of commands. A failure prints the seed that repeats it.</summary>
public sealed class DeclarationPropertyTests
{
    private const int RoundsMax = 20;

    private static readonly DeclarationStatus[] AllStatuses = Enum.GetValues<DeclarationStatus>();

    private static readonly UnitReference[] Units =
    [
        Sample.Employer,
        Sample.Department,
        Sample.UpperDepartment,
        Sample.Agency,
        Sample.OtherAgency,
    ];

    private static readonly string?[] HoursTyped = ["1", "12.5", "0.25", "30", "60", "0", "-1", "12.3", "viel", null];

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, 15],
        Gen.Int[0, 4],
        Gen.Int[0, 4],
        Gen.Int[0, 9],
        Gen.Int[2019, 2027],
        (kind, unit, next, hours, year) => new Step(kind, unit, next, hours, year)
    );

    [Fact]
    public void After_any_sequence_of_commands_the_declaration_is_whole()
    {
        var reached = new ConcurrentDictionary<DeclarationStatus, bool>();

        // Some states are seldom reached by chance: what is drawn says nothing of them until it has been there.
        for (var round = 0; round < RoundsMax && (round == 0 || reached.Count < AllStatuses.Length); round++)
            Steps.Array[1, 60].Sample(steps => Play(steps, reached), iter: 400);

        reached.Keys.ShouldBe(AllStatuses, ignoreOrder: true);
    }

    [Fact]
    public void Hours_by_year_are_the_sums_of_the_items_that_are_right() =>
        Gen.Select(Gen.Int[2020, 2026], Gen.Bool, Gen.Int[1, 1_600])
            .Array[0, 40]
            .Sample(
                lines =>
                {
                    var items = lines.Select(
                        (line, i) =>
                            Sample.Item(
                                line.Item1,
                                line.Item2 ? Subjects.General : Subjects.Professional,
                                new CreditHours(line.Item3).ToString(),
                                $"培训{i}"
                            )
                    );
                    var draft = Sample.Decided(
                        null,
                        new DeclarationCommand.File(Sample.Id, Sample.Head, [.. items], [], false)
                        {
                            CommandId = Sample.Command("file"),
                        },
                        Sample.Context()
                    );

                    var years = DeclarationHours.YearsOf(draft, Sample.Rules);

                    years.Select(year => year.Year).ShouldBe(lines.Select(line => line.Item1).Distinct().Order());
                    DeclarationHours.TotalOf(years).QuarterHours.ShouldBe(lines.Sum(line => line.Item3));
                    foreach (var year in years)
                        year.General.QuarterHours.ShouldBe(
                            lines.Where(line => line.Item1 == year.Year && line.Item2).Sum(line => line.Item3)
                        );
                },
                iter: 200
            );

    private static void Play(Step[] steps, ConcurrentDictionary<DeclarationStatus, bool> reached)
    {
        Declaration? state = null;
        for (var i = 0; i < steps.Length; i++)
        {
            var (command, context) = Wish(state, steps[i], i);
            var decision = DeclarationDecider.Decide(state, command, context);
            if (decision.Refusal is { } refusal)
            {
                decision.Events.ShouldBeEmpty();
                refusal.Problems.Length.ShouldBeLessThanOrEqualTo(Refusal.ProblemsMax);
                continue;
            }

            var before = state;
            state = DeclarationEvolution.Evolve(state, decision.Events);
            CheckMovement(before, state, decision.Events.ShouldHaveSingleItem());
            CheckWhole(state);
            reached.TryAdd(state.Status, true);
        }
    }

    private static void CheckMovement(Declaration? before, Declaration after, DeclarationEvent happened)
    {
        var isEdit = happened is DeclarationEvent.DraftEdited;
        after.Version.ShouldBe((before?.Version ?? 0) + (isEdit ? 0 : 1));
        if (before is null)
            return;
        after.DraftRevision.ShouldBe(before.DraftRevision + (isEdit ? 1 : 0));
        after.Id.ShouldBe(before.Id);
        after.PersonId.ShouldBe(before.PersonId);
        after.CreatedAt.ShouldBe(before.CreatedAt);
        after.History.Take(before.History.Length).ShouldBe(before.History);
        if (isEdit)
            after.Status.ShouldBe(before.Status);
        else
            (after.Status != before.Status || after.Holder != before.Holder).ShouldBeTrue();
    }

    private static void CheckWhole(Declaration state)
    {
        state
            .History.Select(entry => entry.Version)
            .ShouldBe(Enumerable.Range(1, (int)state.Version).Select(v => (long)v));
        state.Status.ShouldBe(state.History[^1].StatusAfter);
        state.Status.IsPending.ShouldBe(state.Holder is not null);
        state.Holder.ShouldBe(state.History[^1].NextUnit);
        (state.RoutedBy is not null).ShouldBe(
            state.Status is DeclarationStatus.PendingSuperior or DeclarationStatus.PendingAgency
        );
        (state.Level > 0).ShouldBe(state.RoutedBy is not null);
        (state.Status == DeclarationStatus.Recognised).ShouldBe(!state.RecognisedYears.IsEmpty);
        (state.SubmittedAt is not null).ShouldBe(
            state.History.Any(entry => entry.Action == DeclarationActions.Submitted)
        );
        (state.Agency is not null).ShouldBe(state.RecognisedAt is not null);
        if (state.Status.IsPending)
            state.SubmittedYears.ShouldNotBeEmpty();
        state.Route.Select(step => step.Unit.Code).ShouldBeUnique();
        state.Items.Select(item => item.ItemId).ShouldBeUnique();
        state.History.ShouldAllBe(entry => entry.RuleSetVersion.Length > 0 && entry.ActorName.Length > 0);
        state.Items.Length.ShouldBeLessThanOrEqualTo(DeclarationLimits.ItemsMax);
    }

    private static (DeclarationCommand, DeclarationContext) Wish(Declaration? state, Step step, int ordinal)
    {
        var id = CommandId.Parse($"command-{ordinal:00000}");
        var item = Sample.Item(step.Year, hours: HoursTyped[step.Hours] ?? "", name: $"培训{ordinal}") with
        {
            Hours = HoursTyped[step.Hours],
        };
        var itemId = state is { Items.Length: > 0 } ? state.Items[step.Hours % state.Items.Length].ItemId : "none";
        var evidenceId = state is { Evidence.Length: > 0 }
            ? state.Evidence[step.Hours % state.Evidence.Length].EvidenceId
            : "none";
        // Mostly the unit that can act, so that long stories come about; at times any other.
        var unit =
            step.Unit == 4 ? Units[step.Hours % Units.Length] : state?.Holder ?? state?.Agency ?? Units[step.Unit];
        var next = Units[step.Next];
        var review = Sample.ReviewContext(unit, next);
        return step.Kind switch
        {
            _ when state is null => (
                new DeclarationCommand.File(Sample.Id, Sample.Head, [item], [], step.Next == 0) { CommandId = id },
                Sample.SubmitContext()
            ),
            0 => (new DeclarationCommand.SaveHead(Sample.Head) { CommandId = id }, Sample.Context()),
            1 => (new DeclarationCommand.AddItem(item) { CommandId = id }, Sample.Context()),
            2 => (new DeclarationCommand.ChangeItem(itemId, item) { CommandId = id }, Sample.Context()),
            3 => (new DeclarationCommand.RemoveItem(itemId) { CommandId = id }, Sample.Context()),
            4 => (
                new DeclarationCommand.ConfirmImports(new ImportChoice(2024, step.Next < 3 ? ["R-1"] : []))
                {
                    CommandId = id,
                },
                Sample.Context()
            ),
            5 => (
                new DeclarationCommand.ReserveEvidence(step.Year, "证书.pdf", "application/pdf", 1) { CommandId = id },
                Sample.Context()
            ),
            6 => (
                new DeclarationCommand.BindEvidence(evidenceId, new string('a', 64), "application/pdf", 1)
                {
                    CommandId = id,
                },
                Sample.Context()
            ),
            7 => (new DeclarationCommand.RemoveEvidence(evidenceId) { CommandId = id }, Sample.Context()),
            8 or 9 => (new DeclarationCommand.Submit { CommandId = id }, Sample.SubmitContext()),
            10 => (new DeclarationCommand.Withdraw { CommandId = id }, Sample.Context()),
            11 when step.Next == 0 => (new DeclarationCommand.Delete { CommandId = id }, Sample.Context()),
            12 => (Sample.Return(unit), review),
            13 => (Sample.Reroute(unit, next), review),
            14 when step.Next == 0 => (Sample.Revoke(unit), review),
            _ => (Sample.Pass(unit, state.Status == DeclarationStatus.PendingAgency ? null : next), review),
        };
    }

    private sealed record Step(int Kind, int Unit, int Next, int Hours, int Year);
}
