using CeActors.Contracts;
using CeActors.Contracts.Review;
using CeActors.Grains.Review.Units;
using CeActors.Grains.Storage;
using Shouldly;
using Xunit;

namespace CeActors.Grains.Tests.Review.Units;

[Collection(nameof(OneSilo))]
public sealed class UnitRegistrationTests(ClusterFixture cluster)
{
    private readonly Registry _registry = new(cluster);

    [Fact]
    public async Task A_unit_is_as_it_was_registered_also_after_its_activation_has_ended()
    {
        var agency = await _registry.AgencyAsync();
        var department = await _registry.DepartmentAsync(null, agency);
        var employer = await _registry.EmployerAsync(department);
        var member = await _registry.MemberAsync(employer, UnitRoles.Administrator | UnitRoles.Reviewer);
        var unit = _registry.Unit(employer);
        var before = (await unit.GetAsync(Registry.Administrator)).Value.ShouldNotBeNull();

        await ClusterFixture.DeactivateAsync(unit);

        var after = (await unit.GetAsync(member)).Value.ShouldNotBeNull();
        ShouldBeSame(after, before);
        after.ParentCode.ShouldBe(department);
        after.Version.ShouldBe(2);
        after.Members.Single().Roles.ShouldBe(UnitRoles.Administrator | UnitRoles.Reviewer);
        var audit = (await unit.GetAuditAsync(Registry.Administrator)).Value.ShouldNotBeNull();
        audit.Entries.Select(entry => entry.Action).ShouldBe(["member-set", "registered"]);
    }

    [Fact]
    public async Task A_repeated_command_returns_the_first_outcome_and_changes_nothing_again()
    {
        var agency = await _registry.AgencyAsync();
        var unit = _registry.Unit(agency);
        var header = Registry.Header(Registry.Administrator);
        var set = new SetMember(header, Registry.Person("clerk").PersonId, "王柜员", UnitRoles.Clerk, null);
        var first = (await unit.SetMemberAsync(set)).Value.ShouldNotBeNull();
        var removal = new RemoveMember(Registry.Header(Registry.Administrator), set.PersonId);
        (await unit.RemoveMemberAsync(removal)).Value.ShouldNotBeNull().Members.ShouldBeEmpty();

        await ClusterFixture.DeactivateAsync(unit);

        ShouldBeSame((await unit.SetMemberAsync(set)).Value.ShouldNotBeNull(), first);
        (await unit.GetAsync(Registry.Administrator)).Value.ShouldNotBeNull().Members.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_command_id_with_another_body_or_for_another_command_is_refused()
    {
        var unit = _registry.Unit(await _registry.AgencyAsync());
        var header = Registry.Header(Registry.Administrator);
        var person = Registry.Person("somebody").PersonId;
        (
            await unit.SetMemberAsync(new SetMember(header, person, "王柜员", UnitRoles.Clerk, null))
        ).IsAccepted.ShouldBeTrue();

        var other = header with { Fingerprint = "another" };
        (await unit.SetMemberAsync(new SetMember(other, person, "李柜员", UnitRoles.Clerk, null)))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("command-id-reused");
        (await unit.RemoveMemberAsync(new RemoveMember(header, person)))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("command-id-reused");
        var malformed = Registry.Header(Registry.Administrator, "short");
        (await unit.RemoveMemberAsync(new RemoveMember(malformed, person)))
            .Refusal.ShouldNotBeNull()
            .Code.ShouldBe("command-id-malformed");
    }

    [Fact]
    public async Task Commands_of_many_members_are_remembered_within_the_bound_of_a_document()
    {
        var unit = _registry.Unit(await _registry.AgencyAsync());
        UnitView? last = null;
        for (var number = 0; number < 200; number++)
        {
            var set = new SetMember(
                Registry.Header(Registry.Administrator),
                Registry.Person($"many-{number}").PersonId,
                "王柜员",
                UnitRoles.Clerk,
                null
            );
            last = (await unit.SetMemberAsync(set)).Value.ShouldNotBeNull();
        }

        last!.Members.Length.ShouldBe(200);
        var document = await cluster.StoredDocumentAsync<ReviewUnitDocument>(StorageNames.Registry, "unit", unit);
        document
            .ShouldNotBeNull()
            .Commands.Sum(command => command.Outcome.Members.Length)
            .ShouldBeLessThanOrEqualTo(ReviewUnitDocument.RememberedMembersMax);
    }

    [Fact]
    public async Task Only_administrators_of_the_registry_register_and_only_members_see_a_unit()
    {
        var agency = await _registry.AgencyAsync();
        var stranger = Registry.Person("stranger");
        var code = ClusterFixture.UniqueUnitCode("A");
        var attempt = Registry.Registration(UnitKind.Agency, header: Registry.Header(stranger));
        (await _registry.Unit(code).RegisterAsync(attempt))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Forbidden);

        var unit = _registry.Unit(agency);
        (await unit.GetAsync(stranger)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
        (await unit.GetAuditAsync(stranger)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.NotFound);
        (await unit.GetAsync(await _registry.MemberAsync(agency, UnitRoles.Clerk))).IsAccepted.ShouldBeTrue();
        (await _registry.Unit(ClusterFixture.UniqueUnitCode("X")).GetAsync(Registry.Administrator))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    public async Task A_unit_is_managed_by_its_own_administrators_and_the_last_one_stays()
    {
        var agency = await _registry.AgencyAsync();
        var unit = _registry.Unit(agency);
        var own = await _registry.MemberAsync(agency, UnitRoles.Administrator);
        var clerk = await _registry.MemberAsync(agency, UnitRoles.Clerk);

        var set = new SetMember(Registry.Header(clerk), clerk.PersonId, "王", UnitRoles.Administrator, null);
        (await unit.SetMemberAsync(set)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Forbidden);
        var leave = new RemoveMember(Registry.Header(own), own.PersonId);
        (await unit.RemoveMemberAsync(leave)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Conflict);
        var dismiss = new RemoveMember(Registry.Header(own), clerk.PersonId);
        (await unit.RemoveMemberAsync(dismiss)).Value.ShouldNotBeNull().Members.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_member_is_linked_to_a_registered_professional_alone()
    {
        var employer = await _registry.EmployerAsync(null, await _registry.AgencyAsync());
        var unit = _registry.Unit(employer);
        var member = Registry.Person("linked-member");
        SetMember Linked(Caller to) =>
            new(Registry.Header(Registry.Administrator), member.PersonId, "李审核", UnitRoles.Reviewer, to.PersonId);

        var refusal = (await unit.SetMemberAsync(Linked(Registry.Person("mistyped")))).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("natural-person-unknown");
        refusal.Problems.Single().Path.ShouldBe("/naturalPersonId");
        (await unit.GetAsync(Registry.Administrator)).Value.ShouldNotBeNull().Members.ShouldBeEmpty();

        var professional = await _registry.ProfessionalAsync(employer);
        var linked = (await unit.SetMemberAsync(Linked(professional))).Value.ShouldNotBeNull();
        linked.Members.Single().NaturalPersonId.ShouldBe(professional.PersonId);
    }

    [Fact]
    public async Task A_parent_that_is_unknown_or_below_is_refused_and_names_the_place()
    {
        var agency = await _registry.AgencyAsync();
        var upper = await _registry.DepartmentAsync(null, agency);
        var lower = await _registry.DepartmentAsync(upper, null);

        var ring = Registry.Registration(UnitKind.SupervisingDepartment, lower, agency);
        var refusal = (await _registry.Unit(upper).RegisterAsync(ring)).Refusal.ShouldNotBeNull();
        refusal.Kind.ShouldBe(RefusalKind.Invalid);
        refusal.Problems.Single().Path.ShouldBe("/parentCode");

        var orphan = Registry.Registration(UnitKind.Employer, "NOBODY-HERE");
        (await _registry.Unit(ClusterFixture.UniqueUnitCode("E")).RegisterAsync(orphan))
            .Refusal.ShouldNotBeNull()
            .Problems.Single()
            .Path.ShouldBe("/parentCode");
        (await _registry.Unit("no code").RegisterAsync(Registry.Registration(UnitKind.Agency)))
            .Refusal.ShouldNotBeNull()
            .Problems.Single()
            .Path.ShouldBe("/code");
    }

    [Fact]
    public async Task The_kind_is_locked_while_other_units_stand_below()
    {
        var agency = await _registry.AgencyAsync();
        var department = await _registry.DepartmentAsync(null, agency);
        await _registry.EmployerAsync(department);
        var change = Registry.Registration(UnitKind.Employer, null, agency);
        (await _registry.Unit(department).RegisterAsync(change))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Conflict);
        var used = Registry.Registration(UnitKind.SupervisingDepartment, null, agency);
        (await _registry.Unit(agency).RegisterAsync(used))
            .Refusal.ShouldNotBeNull()
            .Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task A_change_decided_on_an_older_version_is_refused_as_stale()
    {
        var agency = await _registry.AgencyAsync();
        var change = Registry.Registration(
            UnitKind.Agency,
            name: "新名称",
            header: Registry.Header(Registry.Administrator, version: 7)
        );
        (await _registry.Unit(agency).RegisterAsync(change)).Refusal.ShouldNotBeNull().Kind.ShouldBe(RefusalKind.Stale);
    }

    [Fact]
    public async Task A_lineage_names_all_superiors_nearest_first_and_the_nearest_agency()
    {
        var agency = await _registry.AgencyAsync();
        var codes = new List<string> { await _registry.DepartmentAsync(null, agency) };
        for (var depth = 1; depth < 8; depth++)
        {
            codes.Add(await _registry.DepartmentAsync(codes[^1], null));
        }

        var employer = await _registry.EmployerAsync(codes[^1]);
        var lineage = (await _registry.Unit(employer).GetLineageAsync()).ShouldNotBeNull();
        lineage.Ancestors.Select(ancestor => ancestor.Code).ShouldBe(Enumerable.Reverse(codes));
        lineage.Agency.ShouldNotBeNull().Code.ShouldBe(agency);
        lineage.IsPublicInstitution.ShouldBeTrue();

        var tooDeep = Registry.Registration(UnitKind.Employer, employer);
        (await _registry.Unit(ClusterFixture.UniqueUnitCode("E")).RegisterAsync(tooDeep)).IsAccepted.ShouldBeFalse();
        (await _registry.Unit(ClusterFixture.UniqueUnitCode("X")).GetLineageAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_change_above_is_known_below_within_half_a_minute()
    {
        var agency = await _registry.AgencyAsync();
        var department = await _registry.DepartmentAsync(null, agency, "旧名");
        var employer = await _registry.EmployerAsync(department);
        (await _registry.Unit(employer).GetLineageAsync())!.Ancestors.Single().Name.ShouldBe("旧名");
        var renaming = Registry.Registration(UnitKind.SupervisingDepartment, null, agency, "新名");
        (await _registry.Unit(department).RegisterAsync(renaming)).IsAccepted.ShouldBeTrue();

        (await _registry.Unit(employer).GetLineageAsync())!.Ancestors.Single().Name.ShouldBe("旧名");
        cluster.Time.Advance(Lineages.KeptFor);
        (await _registry.Unit(employer).GetLineageAsync())!.Ancestors.Single().Name.ShouldBe("新名");
    }

    private static void ShouldBeSame(UnitView actual, UnitView expected)
    {
        actual.Members.ShouldBe(expected.Members);
        (actual with { Members = [] }).ShouldBe(expected with { Members = [] });
    }
}
