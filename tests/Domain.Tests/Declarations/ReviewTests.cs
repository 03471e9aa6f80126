using CeActors.Domain.Declarations;
using CeActors.Domain.Identity;
using CeActors.Domain.Review;
using CeActors.Domain.Rules;

namespace CeActors.Domain.Tests.Declarations;

public sealed class ReviewTests
{
    [Fact]
    public void A_pass_moves_to_the_next_unit_and_says_who_when_and_where()
    {
        var pass = Sample.Pass(Sample.Employer, Sample.Department) with { Opinion = "属实" };

        var passed = Sample.Decided(Sample.Submitted(), pass, Sample.ReviewContext(Sample.Employer, Sample.Department));

        passed.Status.ShouldBe(DeclarationStatus.PendingSuperior);
        passed.Holder.ShouldBe(Sample.Department);
        passed.RoutedBy.ShouldBe(Sample.Employer);
        passed.Level.ShouldBe(1);
        passed
            .History[^1]
            .ShouldSatisfyAllConditions(
                entry => entry.Version.ShouldBe(3),
                entry => entry.Action.ShouldBe(DeclarationActions.Passed),
                entry => entry.ActorPersonId.ShouldBe(Sample.Reviewer),
                entry => entry.ActorName.ShouldBe("李审核"),
                entry => entry.Unit.ShouldBe(Sample.Employer),
                entry => entry.NextUnit.ShouldBe(Sample.Department),
                entry => entry.Reason.ShouldBe("属实"),
                entry => entry.RuleSetVersion.ShouldBe(Sample.RulesWithoutEvidence.Version)
            );
    }

    [Fact]
    public void Nobody_decides_on_their_own_declaration_under_another_account()
    {
        (Declaration State, DeclarationCommand Command, UnitReference Unit, UnitReference? Next)[] decisions =
        [
            (Sample.Submitted(), Sample.Pass(Sample.Employer, Sample.Department), Sample.Employer, Sample.Department),
            (Sample.AtAgency(), Sample.Pass(Sample.Agency), Sample.Agency, null),
            (Sample.Submitted(), Sample.Return(Sample.Employer), Sample.Employer, null),
            (
                Sample.AtDepartment(),
                Sample.Reroute(Sample.Department, Sample.UpperDepartment),
                Sample.Department,
                Sample.UpperDepartment
            ),
            (Sample.Recognised(), Sample.Revoke(Sample.Agency), Sample.Agency, null),
        ];
        foreach (var (state, command, unit, next) in decisions)
        {
            var known = Sample.ReviewContext(unit, next);
            DeclarationDecider.Decide(state, command, known).Refusal.ShouldBeNull(command.GetType().Name);
            var own = DeclarationDecider.Decide(state, command, known with { NaturalPerson = state.PersonId });
            own.Refusal.ShouldNotBeNull(command.GetType().Name).Code.ShouldBe("own-declaration");
            var others = known with { NaturalPerson = PersonId.Parse("p-somebody-else") };
            DeclarationDecider.Decide(state, command, others).Refusal.ShouldBeNull(command.GetType().Name);

            // The number that it was submitted under, whoever is registered with it now; nothing is compared where it was not kept.
            var pinned = state with
            {
                Profile = state.Profile with { ResidentIdDigest = "digest" },
            };
            var same = known with { ResidentIdDigests = ["digest"] };
            DeclarationDecider
                .Decide(pinned, command, same)
                .Refusal.ShouldNotBeNull(command.GetType().Name)
                .Code.ShouldBe("own-declaration");
            DeclarationDecider.Decide(state, command, same).Refusal.ShouldBeNull(command.GetType().Name);
            DeclarationDecider.Decide(state, command, known).Refusal.ShouldBeNull(command.GetType().Name);
            DeclarationDecider.Decide(pinned, command, known).Refusal.ShouldBeNull(command.GetType().Name);
            DeclarationDecider
                .Decide(pinned, command, same with { ResidentIdDigests = ["another"] })
                .Refusal.ShouldBeNull(command.GetType().Name);

            // And every other number that either of them ever had.
            var corrected = pinned with
            {
                Profile = pinned.Profile with { FormerResidentIdDigests = ["former", "first"] },
            };
            foreach (
                var digests in (string[][])
                    [
                        ["now", "digest"],
                        ["first"],
                        ["now", "former"],
                    ]
            )
            {
                DeclarationDecider
                    .Decide(corrected, command, known with { ResidentIdDigests = [.. digests] })
                    .Refusal.ShouldNotBeNull(command.GetType().Name)
                    .Code.ShouldBe("own-declaration");
            }

            DeclarationDecider
                .Decide(corrected, command, known with { ResidentIdDigests = ["now", "then"] })
                .Refusal.ShouldBeNull(command.GetType().Name);
        }
    }

    [Fact]
    public void Any_number_of_superiors_may_come_before_the_agency()
    {
        var upper = Sample.Passed(Sample.AtDepartment(), Sample.Department, Sample.UpperDepartment);

        upper.Status.ShouldBe(DeclarationStatus.PendingSuperior);
        upper.Level.ShouldBe(2);
        var atAgency = Sample.Passed(upper, Sample.UpperDepartment, Sample.Agency);
        atAgency.Status.ShouldBe(DeclarationStatus.PendingAgency);
        atAgency.Route.Select(step => step.Unit).ShouldBe([Sample.Employer, Sample.Department, Sample.UpperDepartment]);
    }

    [Fact]
    public void A_first_level_employer_passes_to_the_agency()
    {
        var passed = Sample.Passed(Sample.Submitted(), Sample.Employer, Sample.Agency);

        passed.Status.ShouldBe(DeclarationStatus.PendingAgency);
        passed.Level.ShouldBe(1);
    }

    [Fact]
    public void An_agencys_pass_recognises_what_was_submitted()
    {
        var recognised = Sample.Recognised();

        recognised.Status.ShouldBe(DeclarationStatus.Recognised);
        recognised.Holder.ShouldBeNull();
        recognised.Agency.ShouldBe(Sample.Agency);
        recognised.RecognisedAt.ShouldBe(Sample.Now);
        recognised.RecognisedYears.ShouldBe(recognised.SubmittedYears);
        recognised.Version.ShouldBe(5);
    }

    [Fact]
    public void An_agencys_pass_names_no_next_unit() =>
        Refusal(Sample.AtAgency(), Sample.Pass(Sample.Agency, Sample.OtherAgency), Sample.Agency, Sample.OtherAgency)
            .ShouldSatisfyAllConditions(
                refusal => refusal.Code.ShouldBe("next-unit-at-agency"),
                refusal => refusal.Problems[0].Path.ShouldBe("/nextUnitCode")
            );

    [Fact]
    public void A_pass_below_the_agency_names_the_next_unit() =>
        Refusal(Sample.Submitted(), Sample.Pass(Sample.Employer), Sample.Employer)
            .ShouldSatisfyAllConditions(
                refusal => refusal.Kind.ShouldBe(RefusalKind.Invalid),
                refusal => refusal.Code.ShouldBe("next-unit-missing"),
                refusal => refusal.Problems[0].Path.ShouldBe("/nextUnitCode")
            );

    [Fact]
    public void A_pass_does_not_lead_to_its_own_holder() =>
        Refusal(Sample.Submitted(), Sample.Pass(Sample.Employer, Sample.Employer), Sample.Employer, Sample.Employer)
            .Code.ShouldBe("next-unit-is-holder");

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("　")]
    public void No_not_pass_goes_without_a_reason(string reason)
    {
        Refusal(Sample.Submitted(), Sample.Return(Sample.Employer, reason), Sample.Employer)
            .Problems[0]
            .Path.ShouldBe("/reason");
        Refusal(Sample.AtAgency(), Sample.Return(Sample.Agency, reason), Sample.Agency).Code.ShouldBe("reason-missing");
        Refusal(
            Sample.AtAgency(),
            Sample.Reroute(Sample.Agency, Sample.OtherAgency, reason),
            Sample.Agency,
            Sample.OtherAgency
        )
            .Code.ShouldBe("reason-missing");
        Refusal(Sample.Recognised(), Sample.Revoke(Sample.Agency, reason), Sample.Agency)
            .Code.ShouldBe("reason-missing");
    }

    [Fact]
    public void Where_the_rules_say_so_an_agency_may_return_without_a_reason_and_others_may_not()
    {
        var rules = Sample.RulesWithoutEvidence with
        {
            ReasonRequiredAtAgency = new RuleValue<bool>(false, "测试", true),
        };
        var context = Sample.ReviewContext(Sample.Agency) with { Rules = rules };

        var returned = Sample.Decided(Sample.AtAgency(), Sample.Return(Sample.Agency, ""), context);

        returned.History[^1].Reason.ShouldBeNull();
        DeclarationDecider
            .Decide(
                Sample.Submitted(),
                Sample.Return(Sample.Employer, ""),
                Sample.ReviewContext(Sample.Employer) with
                {
                    Rules = rules,
                }
            )
            .Refusal!.Code.ShouldBe("reason-missing");
    }

    [Fact]
    public void A_return_names_items_of_the_declaration()
    {
        var submitted = Sample.Submitted();
        var itemId = submitted.Items[0].ItemId;

        var returned = Sample.Decided(
            submitted,
            Sample.Return(Sample.Employer, "请补充", itemId),
            Sample.ReviewContext(Sample.Employer)
        );

        returned.Status.ShouldBe(DeclarationStatus.Returned);
        returned.History[^1].ItemIds.ShouldBe([itemId]);
        returned.LastReason.ShouldBe("请补充");
        Refusal(submitted, Sample.Return(Sample.Employer, "请补充", itemId, "nothing"), Sample.Employer)
            .Problems[0]
            .Path.ShouldBe("/itemIds/1");
    }

    [Fact]
    public void Nobody_reviews_their_own_declaration()
    {
        foreach (var command in ReviewCommands(Sample.Agency))
        {
            var context = Sample.ReviewContext(Sample.Agency, Sample.OtherAgency) with { Actor = Sample.Person };

            var refusal = DeclarationDecider.Decide(Sample.AtAgency(), command, context).Refusal!;

            refusal.Kind.ShouldBe(RefusalKind.Forbidden);
            refusal.Code.ShouldBe("own-declaration");
        }
    }

    [Fact]
    public void A_unit_that_never_had_it_does_not_find_it()
    {
        foreach (var command in ReviewCommands(Sample.OtherAgency))
            Refusal(Sample.AtAgency(), command, Sample.OtherAgency).Code.ShouldBe("declaration-not-found");
    }

    [Fact]
    public void A_unit_that_has_decided_is_told_who_holds_it_now()
    {
        var refusal = Refusal(
            Sample.AtDepartment(),
            Sample.Pass(Sample.Employer, Sample.Department),
            Sample.Employer,
            Sample.Department
        );

        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        refusal.Code.ShouldBe("decided-already");
        refusal.Facts!["holder"].ShouldBe(Sample.Department.Code.Value);
        refusal.Facts["lastAction"].ShouldBe("passed");
        refusal.Facts["decidedBy"].ShouldBe(Sample.Employer.Code.Value);
    }

    [Fact]
    public void A_unit_is_not_told_where_a_declaration_went_after_it_had_left_the_next_one()
    {
        var stale = Sample.Pass(Sample.Employer, Sample.Department) with { ExpectedVersion = 1 };
        var recognised = Sample.Recognised();

        var refusal = Refusal(recognised, stale, Sample.Employer, Sample.Department);

        refusal.Kind.ShouldBe(RefusalKind.Stale);
        var passed = recognised.History.First(entry => entry.Unit == Sample.Employer);
        refusal
            .Facts.ShouldNotBeNull()
            .ShouldBe(
                [
                    new("version", $"{passed.Version}"),
                    new("status", "PendingSuperior"),
                    new("lastAction", "passed"),
                    new("decidedBy", Sample.Employer.Code.Value),
                    new("holder", Sample.Department.Code.Value),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_unit_from_which_a_declaration_was_withdrawn_is_told_that_and_nothing_of_later()
    {
        var withdrawn = Sample.Decided(Sample.Submitted(), Sample.Withdraw(), Sample.Context());
        var elsewhere = withdrawn with
        {
            DraftRevision = withdrawn.DraftRevision + 7,
            Status = DeclarationStatus.PendingEmployer,
            Holder = Sample.OtherAgency,
            History = withdrawn.History.Add(
                withdrawn.History[0] with
                {
                    Version = withdrawn.Version + 1,
                    NextUnit = Sample.OtherAgency,
                }
            ),
        };
        var stale = Sample.Pass(Sample.Employer, Sample.Department) with { ExpectedVersion = 1 };

        var facts = Refusal(elsewhere, stale, Sample.Employer, Sample.Department).Facts.ShouldNotBeNull();

        facts["status"].ShouldBe("Withdrawn");
        facts["decidedBy"].ShouldBe("declarant");
        facts["version"].ShouldBe($"{withdrawn.Version}");
        facts.Keys.ShouldNotContain("holder");
        facts.Keys.ShouldNotContain("revision");
    }

    [Fact]
    public void A_stale_review_is_refused_before_its_values_are_looked_at()
    {
        var stale = Sample.Return(Sample.Employer, "") with { ExpectedVersion = 1 };

        Refusal(Sample.Submitted(), stale, Sample.Employer).Kind.ShouldBe(RefusalKind.Stale);
    }

    [Fact]
    public void A_wrong_agency_is_corrected_without_a_return()
    {
        var rerouted = Sample.Decided(
            Sample.AtAgency(),
            Sample.Reroute(Sample.Agency, Sample.OtherAgency),
            Sample.ReviewContext(Sample.Agency, Sample.OtherAgency)
        );

        rerouted.Status.ShouldBe(DeclarationStatus.PendingAgency);
        rerouted.Holder.ShouldBe(Sample.OtherAgency);
        rerouted.RoutedBy.ShouldBe(Sample.Department);
        rerouted.Level.ShouldBe(2);
        rerouted.SubmittedAt.ShouldBe(Sample.AtAgency().SubmittedAt);
        Sample
            .Decided(rerouted, Sample.Pass(Sample.OtherAgency), Sample.ReviewContext(Sample.OtherAgency))
            .Agency.ShouldBe(Sample.OtherAgency);
    }

    [Fact]
    public void A_reroute_may_change_between_superior_and_agency()
    {
        var rerouted = Sample.Decided(
            Sample.AtAgency(),
            Sample.Reroute(Sample.Agency, Sample.UpperDepartment),
            Sample.ReviewContext(Sample.Agency, Sample.UpperDepartment)
        );

        rerouted.Status.ShouldBe(DeclarationStatus.PendingSuperior);
        rerouted.Level.ShouldBe(2);
    }

    [Fact]
    public void Only_the_agency_that_recognised_revokes()
    {
        Refusal(Sample.Recognised(), Sample.Revoke(Sample.Department), Sample.Department)
            .ShouldSatisfyAllConditions(
                refusal => refusal.Kind.ShouldBe(RefusalKind.Forbidden),
                refusal => refusal.Code.ShouldBe("not-recognised-here")
            );
        var revoked = Sample.Revoked();
        revoked.Status.ShouldBe(DeclarationStatus.Revoked);
        revoked.RecognisedYears.ShouldBeEmpty();
        revoked.RecognisedAt.ShouldNotBeNull();
        revoked.Status.IsOpen.ShouldBeFalse();
        revoked.History[^1].Reason.ShouldBe("抽查发现材料不实");
    }

    [Fact]
    public void A_unit_whose_kind_no_longer_fits_the_step_decides_nothing()
    {
        var context = Sample.Context(
            Sample.Reviewer,
            source: new UnitTicket(Sample.Agency, UnitKind.SupervisingDepartment, "李审核")
        );

        DeclarationDecider
            .Decide(Sample.AtAgency(), Sample.Pass(Sample.Agency), context)
            .Refusal!.Code.ShouldBe("unit-kind-changed");
    }

    [Fact]
    public void A_review_without_the_units_ticket_is_a_bug() =>
        Should.Throw<InvalidOperationException>(() =>
            DeclarationDecider.Decide(Sample.AtAgency(), Sample.Pass(Sample.Agency), Sample.Context(Sample.Reviewer))
        );

    [Fact]
    public void Each_unit_stands_once_in_the_route_with_its_last_decision()
    {
        var again = Sample.Decided(Sample.Returned(), Sample.Submit(), Sample.SubmitContext());

        var passed = Sample.Passed(again, Sample.Employer, Sample.Department);

        var step = passed.Route.ShouldHaveSingleItem();
        step.Action.ShouldBe(DeclarationActions.Passed);
        step.Version.ShouldBe(passed.Version);
        passed.HasPassedThrough(Sample.Department.Code).ShouldBeTrue();
        passed.HasPassedThrough(Sample.Agency.Code).ShouldBeFalse();
    }

    private static IEnumerable<DeclarationCommand> ReviewCommands(UnitReference unit) =>
        [Sample.Pass(unit), Sample.Return(unit), Sample.Reroute(unit, Sample.OtherAgency), Sample.Revoke(unit)];

    private static Refusal Refusal(
        Declaration state,
        DeclarationCommand command,
        UnitReference unit,
        UnitReference? next = null
    ) => DeclarationDecider.Decide(state, command, Sample.ReviewContext(unit, next)).Refusal.ShouldNotBeNull();
}
