using CeActors.Functions.Http;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>Who manages whose members, and which professional a member is.</summary>
[Collection(nameof(InWorld))]
public sealed class MemberTests(World world)
{
    private const string Place = "/naturalPersonSubject";

    public static TheoryData<string> Unreadable =>
        new() { "", " ", "\t", "控\u0007制", new string('s', RequestLimits.SubjectCharactersMax + 1) };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_blank_or_unreadable_natural_person_is_400_and_named(string natural)
    {
        var path = BySubject(World.Employer, NewSubject());

        (await world.As(World.Registrar).PutAsync(path, Member(natural))).RequireProblem(400).Places.ShouldBe([Place]);
    }

    [Fact]
    public async Task A_natural_person_who_is_no_professional_is_refused_and_guards_nobody_in_silence()
    {
        var subject = NewSubject();
        var path = BySubject(World.Employer, subject);
        var before = await UnitAsync(World.Employer);

        (await world.As(World.Registrar).PutAsync(path, Member("mistyped-" + World.SelfDeclarant)))
            .RequireProblem(422, "natural-person-unknown")
            .Places.ShouldBe([Place]);
        (
            await world
                .As(World.Registrar)
                .PutAsync(ById(World.Employer, subject), MemberWithId(FrontFixture.PersonIdOf("mistyped")))
        )
            .RequireProblem(422, "natural-person-unknown")
            .Places.ShouldBe(["/naturalPersonId"]);
        foreach (var malformed in (string[])["", " ", "nobody at all"])
        {
            (await world.As(World.Registrar).PutAsync(ById(World.Employer, subject), MemberWithId(malformed)))
                .RequireProblem(422, "person-id-wrong")
                .Places.ShouldBe(["/naturalPersonId"], malformed);
        }

        (await UnitAsync(World.Employer)).ShouldBe(before);
    }

    [Fact]
    public async Task A_professional_can_be_named_and_the_same_account_needs_no_professional()
    {
        var professional = await world.NewPersonAsync();
        var subject = NewSubject();
        var registrar = world.As(World.Registrar);

        var linked = (await registrar.PutAsync(BySubject(World.Employer, subject), Member(professional))).RequireOk();
        linked.Text.ShouldContain(FrontFixture.PersonIdOf(professional));
        var own = NewSubject();
        (await registrar.PutAsync(BySubject(World.Employer, own), Member(own))).RequireOk();
    }

    [Fact]
    public async Task A_units_administrator_manages_its_members_by_subject_and_by_id()
    {
        var own = world.As(World.EmployerAdministrator);
        var (bySubject, byId) = (NewSubject(), NewSubject());

        (await own.PutAsync(BySubject(World.Employer, bySubject), Member())).RequireOk();
        (await own.PutAsync(ById(World.Employer, byId), MemberWithId(null))).RequireOk();
        (await own.GetAsync($"/api/registry/units/{World.Employer}/audit"))
            .RequireOk()
            .Text.ShouldContain(FrontFixture.PersonIdOf(World.EmployerAdministrator));

        (await own.DeleteAsync(BySubject(World.Employer, bySubject)))
            .RequireOk()
            .Text.ShouldNotContain(FrontFixture.PersonIdOf(bySubject));
        (await own.DeleteAsync(ById(World.Employer, byId))).RequireOk();
    }

    [Fact]
    public async Task A_units_administrator_manages_no_other_unit_and_changes_no_unit()
    {
        var own = world.As(World.EmployerAdministrator);
        foreach (var unit in (string[])[World.OtherEmployer, World.Department, World.Agency])
        {
            var before = await UnitAsync(unit);
            var subject = NewSubject();
            foreach (var path in (string[])[BySubject(unit, subject), ById(unit, subject)])
            {
                var body = path.StartsWith("/api/registry", StringComparison.Ordinal) ? Member() : MemberWithId(null);
                (await own.PutAsync(path, body)).RequireProblem(403, "unit-administrators-only");
                (await own.DeleteAsync(path)).RequireProblem(403, "unit-administrators-only");
            }

            (await UnitAsync(unit)).ShouldBe(before);
        }

        (
            await own.PutAsync(
                $"/api/registry/units/{World.Employer}",
                new
                {
                    Name = "改名单位",
                    Kind = "employer",
                    DivisionCode = "430100",
                    ParentCode = World.Department,
                    IsPublicInstitution = true,
                    IsActive = true,
                }
            )
        ).RequireProblem(403, "registry-administrators-only");
    }

    [Fact]
    public async Task A_units_administrator_does_not_come_to_review_their_own_declaration()
    {
        // One human: an administrator of the unit, linked to the account under which they declare.
        var declarant = await world.NewPersonAsync();
        var administrator = NewSubject();
        var registrar = world.As(World.Registrar);
        var linked = new
        {
            Name = "李管理",
            Roles = (string[])["administrator", "reviewer"],
            NaturalPersonSubject = declarant,
        };
        (await registrar.PutAsync(BySubject(World.Employer, administrator), linked)).RequireOk();
        var id = await world.SubmittedAsync(declarant);
        var own = world.As(administrator);
        await RequireOwnAsync(administrator, id);

        // Neither by cutting or changing the link, nor by removing and adding themself again, by either address.
        var other = await world.NewPersonAsync();
        (await own.PutAsync(BySubject(World.Employer, administrator), Member(other))).RequireProblem(
            403,
            "natural-person-locked"
        );
        (
            await own.PutAsync(
                ById(World.Employer, administrator),
                MemberWithId(FrontFixture.PersonIdOf(administrator))
            )
        ).RequireProblem(403, "natural-person-locked");
        (
            await own.PutAsync(BySubject(World.Employer, administrator), linked with { NaturalPersonSubject = null! })
        ).RequireOk();
        await RequireOwnAsync(administrator, id);
        (await own.DeleteAsync(ById(World.Employer, administrator))).RequireOk();
        (
            await world
                .As(World.EmployerAdministrator)
                .PutAsync(BySubject(World.Employer, administrator), linked with { NaturalPersonSubject = null! })
        ).RequireOk();
        await RequireOwnAsync(administrator, id);

        // Nor by making the declaring account itself a reviewer.
        (await own.PutAsync(BySubject(World.Employer, declarant), Member())).RequireOk();
        await RequireOwnAsync(declarant, id);
        await RequireOwnAsync(administrator, id);
    }

    [Fact]
    public async Task An_administrator_of_the_registry_does_not_cut_or_change_the_link_of_their_own_account()
    {
        var declarant = await world.NewPersonAsync();
        var other = await world.NewPersonAsync();
        var own = world.As(World.OtherRegistrar);
        var by = BySubject(World.Employer, World.OtherRegistrar);
        var byId = ById(World.Employer, World.OtherRegistrar);
        var registrar = world.As(World.Registrar);
        (await registrar.PutAsync(by, Member(declarant))).RequireOk();
        var id = await world.SubmittedAsync(declarant);

        foreach (var natural in (string[])[World.OtherRegistrar, other])
        {
            (await own.PutAsync(by, Member(natural))).RequireProblem(403, "natural-person-own");
            (await own.PutAsync(byId, MemberWithId(FrontFixture.PersonIdOf(natural)))).RequireProblem(
                403,
                "natural-person-own"
            );
        }

        foreach (
            var rename in (Func<Task<Reply>>[])
                [() => own.PutAsync(by, Member()), () => own.PutAsync(byId, MemberWithId(null))]
        )
        {
            (await rename()).RequireOk();
            await RequireOwnAsync(World.OtherRegistrar, id);
        }

        (await own.DeleteAsync(by)).RequireOk();
        (await own.PutAsync(by, Member())).RequireOk();
        await RequireOwnAsync(World.OtherRegistrar, id);

        // Another administrator's rename keeps it too; they cut it by naming the account itself.
        (await registrar.PutAsync(by, Member())).RequireOk();
        await RequireOwnAsync(World.OtherRegistrar, id);
        (await registrar.PutAsync(by, Member(World.OtherRegistrar))).RequireOk();
        (await world.PassAsync(World.OtherRegistrar, World.Employer, id, World.Department)).RequireOk();
    }

    [Fact]
    public async Task Whose_account_a_members_is_is_shown_to_administrators_alone()
    {
        var declarant = await world.NewPersonAsync();
        var account = NewSubject();
        (await world.As(World.Registrar).PutAsync(BySubject(World.Employer, account), Member(declarant))).RequireOk();

        foreach (
            var (subject, sees) in ((string, bool)[])
                [
                    (World.Registrar, true),
                    (World.EmployerAdministrator, true),
                    (World.EmployerReviewer, false),
                    (account, false),
                ]
        )
        {
            var unit = (await world.As(subject).GetAsync($"/api/units/{World.Employer}")).RequireOk();
            unit.Text.ShouldContain(FrontFixture.PersonIdOf(account));
            unit.Text.Contains(FrontFixture.PersonIdOf(declarant), StringComparison.Ordinal).ShouldBe(sees, subject);
        }
    }

    [Fact]
    public async Task Who_is_signed_in_learns_whether_they_administer_the_registry()
    {
        (await world.As(World.Registrar).GetAsync("/api/me"))
            .RequireOk()["isRegistryAdministrator"]
            .GetValue<bool>()
            .ShouldBeTrue();
        foreach (var subject in (string[])[World.EmployerAdministrator, World.SelfDeclarant, World.TrainingPlatform])
        {
            (await world.As(subject).GetAsync("/api/me"))
                .RequireOk()["isRegistryAdministrator"]
                .GetValue<bool>()
                .ShouldBeFalse(subject);
        }
    }

    private async Task RequireOwnAsync(string subject, string id) =>
        (
            await world
                .As(subject)
                .PostAsync(
                    $"/api/units/{World.Employer}/declarations/{id}/pass",
                    new { NextUnitCode = World.Department },
                    (await world.As(World.EmployerReviewer).GetAsync($"/api/units/{World.Employer}/declarations/{id}"))
                        .RequireOk()
                        .Tag
                )
        ).RequireProblem(403, "own-declaration");

    private async Task<string> UnitAsync(string unit) =>
        (await world.As(World.Registrar).GetAsync($"/api/units/{unit}")).RequireOk().Text;

    private static string NewSubject() => $"member-{Guid.NewGuid():N}";

    private static string BySubject(string unit, string subject) => $"/api/registry/units/{unit}/members/{subject}";

    private static string ById(string unit, string subject) =>
        $"/api/units/{unit}/members/{FrontFixture.PersonIdOf(subject)}";

    private static object Member(string? natural = null) =>
        new
        {
            Name = "李审核",
            Roles = (string[])["reviewer"],
            NaturalPersonSubject = natural,
        };

    private static object MemberWithId(string? natural) =>
        new
        {
            Name = "李审核",
            Roles = (string[])["reviewer"],
            NaturalPersonId = natural,
        };
}
