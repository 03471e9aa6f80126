using CeActors.Domain.Declarations;
using CeActors.Domain.Hours;
using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Declarations;

public sealed class FilingTests
{
    [Fact]
    public void A_draft_keeps_what_was_typed_wrong_or_not()
    {
        var item = new DraftItem
        {
            Year = 1066,
            Hours = "viele",
            Subject = "?",
            StartDate = "gestern",
        };
        var head = new DraftHead { Phone = "?", SpanFromYear = "MMXX" };

        var draft = Sample.Decided(null, Sample.File(false, item) with { Head = head }, Sample.Context());

        draft.Items.ShouldHaveSingleItem().Draft.ShouldBe(item);
        draft.Head.ShouldBe(head);
        draft.Status.ShouldBe(DeclarationStatus.Draft);
        draft.Version.ShouldBe(1);
        draft.DraftRevision.ShouldBe(1);
        draft.History.ShouldHaveSingleItem().Action.ShouldBe(DeclarationActions.Created);
    }

    [Fact]
    public void Filing_and_submitting_in_one_step_makes_version_1_submitted()
    {
        var filed = Sample.Decided(null, Sample.File(isSubmitted: true), Sample.SubmitContext());

        filed.Version.ShouldBe(1);
        filed.Status.ShouldBe(DeclarationStatus.PendingEmployer);
        filed.Holder.ShouldBe(Sample.Employer);
        filed.SubmittedAt.ShouldBe(Sample.Now);
        var entry = filed.History.ShouldHaveSingleItem();
        entry.Action.ShouldBe(DeclarationActions.Submitted);
        entry.NextUnit.ShouldBe(Sample.Employer);
        entry.StatusAfter.ShouldBe(DeclarationStatus.PendingEmployer);
        filed.SubmittedYears.ShouldHaveSingleItem().General.ShouldBe(CreditHours.OfHours(30));
    }

    [Fact]
    public void Filing_and_submitting_with_a_problem_files_nothing()
    {
        var decision = DeclarationDecider.Decide(
            null,
            Sample.File(true, Sample.Item(hours: "12.3")),
            Sample.SubmitContext()
        );

        decision.Events.ShouldBeEmpty();
        decision.Refusal!.Kind.ShouldBe(RefusalKind.Invalid);
        decision.Refusal.Code.ShouldBe("declaration-invalid");
        decision.Refusal.Problems.ShouldHaveSingleItem().Code.ShouldBe("hours-not-quarter");
    }

    [Fact]
    public void A_submission_with_problems_lists_them_all()
    {
        var draft = Sample.Draft(Sample.Item(hours: "0"), Sample.Item(2025, subject: "?")) with
        {
            Head = Sample.Head with { Phone = null },
        };

        var refusal = DeclarationDecider.Decide(draft, Sample.Submit(), Sample.SubmitContext()).Refusal!;

        refusal.Problems.Select(problem => problem.Code).ShouldBe(["required", "hours-zero", "subject-unknown"]);
    }

    [Fact]
    public void A_submission_freezes_profile_hours_and_rules()
    {
        var changed = Sample.Filing with { Profile = Sample.Profile with { Name = "张山", Version = 2 } };
        var context = Sample.SubmitContext() with { Filing = changed };

        var submitted = Sample.Decided(Sample.Draft(), Sample.Submit(), context);

        submitted.Profile.Name.ShouldBe("张山");
        submitted.RuleSetVersion.ShouldBe(Sample.RulesWithoutEvidence.Version);
        submitted.Version.ShouldBe(2);
        submitted.History[1].ActorName.ShouldBe("张山");
        DeclarationHours.YearsOf(submitted, Sample.Rules).ShouldBe(submitted.SubmittedYears);
    }

    [Fact]
    public void An_employer_that_is_an_agency_takes_no_declaration()
    {
        var agencyAsEmployer = Sample.Filing with { Profile = Sample.Profile with { Employer = Sample.Agency } };
        var context = Sample.Context(filing: agencyAsEmployer, target: Sample.Ticket(Sample.Agency));

        DeclarationDecider
            .Decide(Sample.Draft(), Sample.Submit(), context)
            .Refusal!.Code.ShouldBe("employer-is-agency");
        DeclarationDecider
            .Decide(null, Sample.File(isSubmitted: true), context)
            .Refusal!.Code.ShouldBe("employer-is-agency");
    }

    [Fact]
    public void A_department_can_be_an_employer_and_then_reviews_first()
    {
        var filing = Sample.Filing with { Profile = Sample.Profile with { Employer = Sample.Department } };

        var submitted = Sample.Decided(
            Sample.Draft(),
            Sample.Submit(),
            Sample.Context(filing: filing, target: Sample.Ticket(Sample.Department))
        );

        submitted.Status.ShouldBe(DeclarationStatus.PendingEmployer);
        submitted.Holder.ShouldBe(Sample.Department);
    }

    [Fact]
    public void Withdrawing_is_possible_at_every_level_until_recognition()
    {
        foreach (var state in new[] { Sample.Submitted(), Sample.AtDepartment(), Sample.AtAgency() })
        {
            var withdrawn = Sample.Decided(state, Sample.Withdraw(), Sample.Context());

            withdrawn.Status.ShouldBe(DeclarationStatus.Withdrawn);
            withdrawn.Holder.ShouldBeNull();
            withdrawn.RoutedBy.ShouldBeNull();
        }
    }

    [Fact]
    public void Where_the_rules_say_so_withdrawing_ends_with_the_first_review()
    {
        var rules = Sample.RulesWithoutEvidence with
        {
            WithdrawUntil = new(Domain.Rules.WithdrawUntil.FirstReview, "测试", true),
        };
        var context = Sample.Context(rules: rules);

        Sample.Said(DeclarationDecider.Decide(Sample.Submitted(), Sample.Withdraw(), context)).ShouldBe("Withdrawn");
        Sample
            .Said(DeclarationDecider.Decide(Sample.AtDepartment(), Sample.Withdraw(), context))
            .ShouldBe("withdraw-too-late");
    }

    [Fact]
    public void After_a_return_the_draft_can_be_changed_and_starts_at_the_employer_again()
    {
        var returned = Sample.Decided(
            Sample.AtAgency(),
            Sample.Return(Sample.Agency),
            Sample.ReviewContext(Sample.Agency)
        );
        var changed = Sample.Decided(
            returned,
            new DeclarationCommand.RemoveItem(returned.Items[0].ItemId) { CommandId = Sample.Command("remove") },
            Sample.Context()
        );
        changed = Sample.Decided(
            changed,
            new DeclarationCommand.AddItem(Sample.Item(2025)) { CommandId = Sample.Command("add") },
            Sample.Context()
        );

        var again = Sample.Decided(changed, Sample.Submit(), Sample.SubmitContext());

        again.Status.ShouldBe(DeclarationStatus.PendingEmployer);
        again.Holder.ShouldBe(Sample.Employer);
        again.Level.ShouldBe(0);
        again.SubmittedYears.ShouldHaveSingleItem().Year.ShouldBe(2025);
        again.Version.ShouldBe(6);
    }

    [Fact]
    public void A_deleted_declaration_keeps_its_history_and_nothing_typed()
    {
        var deleted = Sample.Decided(Sample.Returned(), Sample.Delete(), Sample.Context());

        deleted.Items.ShouldBeEmpty();
        deleted.Head.ShouldBe(DraftHead.Empty);
        deleted.Imports.ShouldBeEmpty();
        deleted.Evidence.ShouldBeEmpty();
        deleted.History.Length.ShouldBe(4);
        deleted.Status.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Another_persons_declaration_does_not_exist_for_anybody_else()
    {
        var stranger = Sample.Context(Sample.Reviewer);

        foreach (var command in new[] { Sample.Submit(), Sample.Withdraw(), Sample.Delete() })
            Sample.Said(DeclarationDecider.Decide(Sample.Draft(), command, stranger)).ShouldBe("declaration-not-found");
    }

    [Theory]
    [InlineData(2L, null)]
    [InlineData(null, 2L)]
    [InlineData(0L, 1L)]
    public void A_stale_version_or_revision_is_refused_with_the_present_ones(long? version, long? revision)
    {
        var stale = new DeclarationCommand.Submit
        {
            CommandId = Sample.Command("submit"),
            ExpectedVersion = version,
            ExpectedRevision = revision,
        };

        var refusal = DeclarationDecider.Decide(Sample.Draft(), stale, Sample.SubmitContext()).Refusal!;

        refusal.Kind.ShouldBe(RefusalKind.Stale);
        refusal.Facts!["version"].ShouldBe("1");
        refusal.Facts["revision"].ShouldBe("1");
        refusal.Facts["status"].ShouldBe("Draft");
    }

    [Fact]
    public void The_expected_version_and_revision_are_accepted()
    {
        var submit = new DeclarationCommand.Submit
        {
            CommandId = Sample.Command("submit"),
            ExpectedVersion = 1,
            ExpectedRevision = 1,
        };

        Sample.Decided(Sample.Draft(), submit, Sample.SubmitContext()).Version.ShouldBe(2);
    }

    [Fact]
    public void An_edit_moves_the_revision_and_not_the_version()
    {
        var draft = Sample.Draft();

        var edited = Sample.Decided(
            draft,
            new DeclarationCommand.SaveHead(DraftHead.Empty) { CommandId = Sample.Command("head") },
            Sample.Context()
        );

        edited.Version.ShouldBe(draft.Version);
        edited.DraftRevision.ShouldBe(draft.DraftRevision + 1);
        edited.History.ShouldBe(draft.History);
    }

    [Fact]
    public void A_submission_without_the_employers_ticket_is_a_bug() =>
        Should.Throw<InvalidOperationException>(() =>
            DeclarationDecider.Decide(Sample.Draft(), Sample.Submit(), Sample.Context())
        );

    [Fact]
    public void A_ticket_of_another_unit_is_a_bug() =>
        Should.Throw<InvalidOperationException>(() =>
            DeclarationDecider.Decide(
                Sample.Draft(),
                Sample.Submit(),
                Sample.Context(target: Sample.Ticket(Sample.Department))
            )
        );

    [Fact]
    public void The_plan_names_the_units_that_must_be_asked()
    {
        Plan(null, Sample.File()).ShouldBe(new MovementPlan(null, null, null, null));
        Plan(null, Sample.File(true)).ShouldBe(new MovementPlan(null, null, Sample.Employer.Code, null));
        Plan(Sample.Draft(), Sample.Submit()).ShouldBe(new MovementPlan(null, null, Sample.Employer.Code, null));
        Plan(Sample.AtDepartment(), Sample.Withdraw())
            .ShouldBe(new MovementPlan(DepartureKind.Withdrawal, Sample.Department.Code, null, null));
        Plan(Sample.Submitted(), Sample.Pass(Sample.Employer, Sample.Department))
            .ShouldBe(
                new MovementPlan(DepartureKind.Pass, Sample.Employer.Code, Sample.Department.Code, Sample.Employer.Code)
            );
        Plan(Sample.AtAgency(), Sample.Pass(Sample.Agency))
            .ShouldBe(new MovementPlan(DepartureKind.Recognition, Sample.Agency.Code, null, null));
        Plan(Sample.AtAgency(), Sample.Return(Sample.Agency))
            .ShouldBe(new MovementPlan(DepartureKind.Return, Sample.Agency.Code, null, null));
        Plan(Sample.AtAgency(), Sample.Reroute(Sample.Agency, Sample.OtherAgency))
            .ShouldBe(
                new MovementPlan(
                    DepartureKind.Reroute,
                    Sample.Agency.Code,
                    Sample.OtherAgency.Code,
                    Sample.Department.Code
                )
            );
        Plan(Sample.Recognised(), Sample.Revoke(Sample.Agency))
            .ShouldBe(new MovementPlan(DepartureKind.Revocation, Sample.Agency.Code, null, null));
        Plan(Sample.Draft(), Sample.Delete()).ShouldBe(new MovementPlan(null, null, null, null));
    }

    private static MovementPlan Plan(Declaration? state, DeclarationCommand command) =>
        MovementPlan.Of(state, command, Sample.Filing);
}
