using CeActors.Domain.Identity;
using CeActors.Domain.Review;

namespace CeActors.Domain.Tests.Review;

public sealed class MemberTests
{
    private static readonly UnitContext AsAdmin = Units.Context(Units.Admin, isRegistrar: false);

    [Fact]
    public void The_registry_and_the_units_administrators_manage_members_and_nobody_else()
    {
        var unit = WithAdmin();
        var set = Set(Sample.Reviewer, UnitRoles.Reviewer);

        Units.Decided(unit, set, AsAdmin).Member(Sample.Reviewer)!.Roles.ShouldBe(UnitRoles.Reviewer);
        var withReviewer = Units.Decided(unit, set, Units.Context());
        withReviewer.Audit[^1].Action.ShouldBe("member-set");
        foreach (var actor in new[] { Sample.Reviewer, Sample.Person })
        {
            var context = Units.Context(actor, isRegistrar: false);
            Units.Refused(withReviewer, set, context).Code.ShouldBe("unit-administrators-only");
            Units
                .Refused(withReviewer, new UnitCommand.RemoveMember("p-admin"), context)
                .Code.ShouldBe("unit-administrators-only");
        }
    }

    [Fact]
    public void A_unit_that_is_not_registered_has_no_members() =>
        Units.Refused(null, Set(Sample.Reviewer, UnitRoles.Reviewer)).Code.ShouldBe("unit-not-found");

    [Theory]
    [InlineData("", "李", UnitRoles.Reviewer, null, "/personId", "person-id-wrong")]
    [InlineData("p 1", "李", UnitRoles.Reviewer, null, "/personId", "person-id-wrong")]
    [InlineData("p-1", " ", UnitRoles.Reviewer, null, "/name", "required")]
    [InlineData("p-1", "李", UnitRoles.None, null, "/roles", "roles-missing")]
    [InlineData("p-1", "李", UnitRoles.Clerk, null, "/roles", "roles-unfit")]
    [InlineData("p-1", "李", UnitRoles.Reviewer | UnitRoles.Auditor, null, "/roles", "roles-unfit")]
    [InlineData("p-1", "李", (UnitRoles)64, null, "/roles", "roles-unfit")]
    [InlineData("p-1", "李", UnitRoles.Reviewer, "?", "/naturalPersonId", "person-id-wrong")]
    public void A_wrong_value_names_its_place(
        string person,
        string name,
        UnitRoles roles,
        string? natural,
        string path,
        string code
    )
    {
        var refusal = Units.Refused(Units.Employer(), new UnitCommand.SetMember(person, name, roles, natural));

        refusal.Code.ShouldBe(code);
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe(path);
    }

    [Fact]
    public void An_agency_has_clerks_and_auditors_and_no_reviewers()
    {
        Units.WithMember(
            Units.Agency(),
            Sample.Reviewer,
            UnitRoles.Clerk | UnitRoles.Auditor | UnitRoles.Administrator
        );
        Units.Refused(Units.Agency(), Set(Sample.Reviewer, UnitRoles.Reviewer)).Code.ShouldBe("roles-unfit");
    }

    [Fact]
    public void A_name_ends_at_its_bound()
    {
        var longest = new string('李', ReviewLimits.MemberNameLengthMax);

        Units.WithMember(Units.Employer(), Sample.Reviewer, UnitRoles.Reviewer, name: longest);
        Units
            .Refused(Units.Employer(), new UnitCommand.SetMember("p-1", longest + "李", UnitRoles.Reviewer, null))
            .Code.ShouldBe("text-too-long");
    }

    [Fact]
    public void The_same_member_again_changes_nothing()
    {
        var unit = WithAdmin();

        ReviewUnitDecider
            .Decide(unit, Set(Units.Admin, UnitRoles.Administrator), Units.Context())
            .ShouldSatisfyAllConditions(d => d.IsAccepted.ShouldBeTrue(), d => d.Events.ShouldBeEmpty());
        ReviewUnitDecider
            .Decide(unit, new UnitCommand.RemoveMember("p-nobody"), Units.Context())
            .ShouldSatisfyAllConditions(d => d.IsAccepted.ShouldBeTrue(), d => d.Events.ShouldBeEmpty());
    }

    [Fact]
    public void The_last_administrator_cannot_step_down_alone()
    {
        var unit = WithAdmin();

        Units.Refused(unit, new UnitCommand.RemoveMember("p-admin"), AsAdmin).Code.ShouldBe("last-administrator");
        Units.Refused(unit, Set(Units.Admin, UnitRoles.Reviewer), AsAdmin).Code.ShouldBe("last-administrator");
        var two = Units.WithMember(unit, Sample.Reviewer, UnitRoles.Administrator);
        Units.Decided(two, new UnitCommand.RemoveMember("p-admin"), AsAdmin).Members.ShouldHaveSingleItem();
        Units.Decided(unit, new UnitCommand.RemoveMember("p-admin"), Units.Context()).Members.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_names_nobody_keeps_the_link_whoever_they_are(bool isRegistrar)
    {
        var unit = Units.WithMember(Units.Employer(), Units.Admin, UnitRoles.Administrator, natural: Sample.Person);
        var context = isRegistrar ? Units.Context() : AsAdmin;
        var rename = new UnitCommand.SetMember("p-admin", "李新名", UnitRoles.Administrator, null);

        // As it is in the account's own record, and as this unit alone has it from before there was one in it.
        foreach (var known in (PersonId?[])[Sample.Person, null])
        {
            Units
                .Decided(unit, rename, context with { NaturalPersonOfAccount = known })
                .Member(Units.Admin)
                .ShouldBe(new UnitMember(Units.Admin, "李新名", UnitRoles.Administrator, Sample.Person));
        }

        var elsewhere = context with { NaturalPersonOfAccount = PersonId.Parse("p-other") };
        Units.Decided(unit, rename, elsewhere).Member(Units.Admin)!.NaturalPersonId.ShouldBe(PersonId.Parse("p-other"));
    }

    [Theory]
    [InlineData("p-other")]
    [InlineData("p-admin")]
    public void Another_administrator_of_the_registry_alone_changes_or_cuts_a_link_that_this_unit_alone_knows(
        string named
    )
    {
        var unit = Units.WithMember(WithAdmin(), Units.Admin, UnitRoles.Administrator, natural: Sample.Person);
        unit = Units.WithMember(unit, Sample.Reviewer, UnitRoles.Reviewer, natural: Sample.Person);
        var set = new UnitCommand.SetMember("p-admin", "李审核", UnitRoles.Administrator, named);

        Units.Refused(unit, set, AsAdmin).Code.ShouldBe("natural-person-locked");
        foreach (var own in (PersonId[])[Units.Admin, Sample.Person, Sample.Reviewer])
        {
            Units.Refused(unit, set, Units.Context(own)).Code.ShouldBe("natural-person-own");
        }

        Units
            .Decided(unit, set, Units.Context())
            .Member(Units.Admin)!
            .NaturalPersonId.ShouldBe(named == "p-admin" ? null : PersonId.Parse(named));
    }

    [Fact]
    public void A_copy_that_guards_against_an_administrator_whom_their_own_record_links_elsewhere_is_not_theirs_to_cut()
    {
        var unit = Units.WithMember(WithAdmin(), Sample.Reviewer, UnitRoles.Reviewer, natural: Sample.Person);
        var own = Units.Context() with { HumanOfActor = Sample.Person };
        var cut = Set(Sample.Reviewer, UnitRoles.Reviewer) with { NaturalPersonId = Sample.Reviewer.Value };
        var removal = new UnitCommand.RemoveMember(Sample.Reviewer.Value);

        foreach (var command in (UnitCommand[])[cut, cut with { NaturalPersonId = "p-other" }, removal])
        {
            Units.Refused(unit, command, own).Code.ShouldBe("natural-person-own");
            Units.Decided(unit, command, own with { HumanOfActor = PersonId.Parse("p-third") });
        }
    }

    [Fact]
    public void A_linked_member_is_removed_by_the_unit_unless_the_link_would_go_with_them()
    {
        var unit = Units.WithMember(WithAdmin(), Sample.Reviewer, UnitRoles.Administrator, natural: Sample.Person);
        var removal = new UnitCommand.RemoveMember(Sample.Reviewer.Value);
        var kept = AsAdmin with { NaturalPersonOfAccount = Sample.Person };

        Units.Decided(unit, removal, kept).Member(Sample.Reviewer).ShouldBeNull();
        Units
            .Decided(unit, removal, Units.Context(Sample.Reviewer) with { NaturalPersonOfAccount = Sample.Person })
            .Member(Sample.Reviewer)
            .ShouldBeNull();

        // From before it was kept with the account: adding the member again would have cut it.
        Units.Refused(unit, removal, AsAdmin).Code.ShouldBe("natural-person-locked");
        Units.Refused(unit, removal, Units.Context(Sample.Reviewer)).Code.ShouldBe("natural-person-own");
        Units.Decided(unit, removal, Units.Context()).Member(Sample.Reviewer).ShouldBeNull();
    }

    [Fact]
    public void A_link_to_somebody_who_is_no_professional_is_refused_and_one_that_stands_is_not_asked_about_again()
    {
        var unknown = Units.Context() with { IsNaturalPersonRegistered = false };
        var set = Set(Sample.Reviewer, UnitRoles.Reviewer) with { NaturalPersonId = Sample.Person.Value };

        var refusal = Units.Refused(Units.Employer(), set, unknown);
        refusal.Code.ShouldBe("natural-person-unknown");
        refusal.Problems.ShouldHaveSingleItem().Path.ShouldBe("/naturalPersonId");
        var linked = Units.Decided(Units.Employer(), set, Units.Context());
        Units
            .Decided(linked, set with { Name = "李新名" }, unknown)
            .Member(Sample.Reviewer)!
            .NaturalPersonId.ShouldBe(Sample.Person);
        Units
            .Decided(linked, set with { PersonId = "p-own", NaturalPersonId = "p-own" }, unknown)
            .Members.Length.ShouldBe(2);
    }

    [Fact]
    public void Who_names_nobody_takes_the_link_that_the_account_has_already()
    {
        var linked = Units.Context(Units.Admin, isRegistrar: false) with { NaturalPersonOfAccount = Sample.Person };
        var unit = Units.Decided(WithAdmin(), Set(Sample.Reviewer, UnitRoles.Reviewer), linked);

        unit.Member(Sample.Reviewer)!.NaturalPersonId.ShouldBe(Sample.Person);
        unit.Audit[^1].Detail.ShouldContain($"linked={Sample.Person}");
    }

    [Fact]
    public void Two_accounts_are_one_human_whichever_of_them_is_linked()
    {
        var other = PersonId.Parse("p-third");
        var unit = Units.WithMember(
            Units.WithMember(WithAdmin(), Sample.Reviewer, UnitRoles.Reviewer, natural: Sample.Person),
            other,
            UnitRoles.Reviewer,
            natural: Sample.Person
        );
        PersonId[] human = [Sample.Person, Sample.Reviewer, other];

        foreach (var actor in human)
        {
            human.ShouldAllBe(declarant => unit.AreOneHuman(actor, declarant));
            unit.AreOneHuman(actor, Units.Admin).ShouldBeFalse();
            unit.AreOneHuman(Units.Admin, actor).ShouldBeFalse();
        }

        ReviewAuthorization
            .Authorize(unit, new Departure(DepartureKind.Pass, Sample.Reviewer, other, null))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("own-declaration");
    }

    [Fact]
    public void A_link_to_oneself_is_no_link() =>
        Units
            .WithMember(Units.Employer(), Units.Admin, UnitRoles.Administrator, natural: Units.Admin)
            .Member(Units.Admin)!
            .NaturalPersonId.ShouldBeNull();

    [Fact]
    public void A_unit_has_members_up_to_its_bound()
    {
        var unit = Units.Employer() with
        {
            Members =
            [
                .. Enumerable
                    .Range(0, ReviewLimits.MembersMax - 1)
                    .Select(i => new UnitMember(PersonId.Parse($"p-{i}"), "李", UnitRoles.Reviewer, null)),
            ],
        };

        var full = Units.WithMember(unit, Units.Admin, UnitRoles.Administrator);

        full.Members.Length.ShouldBe(ReviewLimits.MembersMax);
        Units.Refused(full, Set(Sample.Reviewer, UnitRoles.Reviewer)).Code.ShouldBe("members-max");
        Units.WithMember(full, Units.Admin, UnitRoles.Administrator | UnitRoles.Reviewer);
    }

    [Fact]
    public void No_personal_name_is_audited() =>
        WithAdmin().Audit.ShouldAllBe(entry => !entry.Detail.Contains("李审核"));

    private static ReviewUnit WithAdmin() => Units.WithMember(Units.Employer(), Units.Admin, UnitRoles.Administrator);

    private static UnitCommand.SetMember Set(PersonId person, UnitRoles roles) =>
        new(person.Value, "李审核", roles, null);
}
