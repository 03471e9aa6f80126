using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>One human with several accounts, over HTTP: nobody comes to decide on what they filed themself.</summary>
[Collection(nameof(InWorld))]
public sealed class OneHumanTests(World world)
{
    [Fact]
    public async Task Another_units_administrator_makes_a_linked_account_a_reviewer_and_it_still_does_not_pass_its_own()
    {
        var declarant = await world.NewPersonAsync();
        var account = NewSubject();
        (await SetAsync(World.Registrar, World.Employer, account, declarant)).RequireOk();
        var elsewhere = await SetAsync(World.DepartmentReviewer, World.Department, account);
        elsewhere.RequireOk().Text.ShouldContain(FrontFixture.PersonIdOf(declarant));
        var id = await world.SubmittedAsync(declarant);
        (await world.PassAsync(World.EmployerReviewer, World.Employer, id, World.Department)).RequireOk();

        (await world.PassAsync(account, World.Department, id, World.Agency)).RequireProblem(403, "own-declaration");
        (await DecideAsync(account, World.Department, id, "return", new { Reason = "材料不清晰" })).RequireProblem(
            403,
            "own-declaration"
        );
        (await world.PassAsync(World.DepartmentReviewer, World.Department, id, World.Agency)).RequireOk();
    }

    [Fact]
    public async Task A_membership_that_is_older_than_the_link_does_not_help_either()
    {
        var declarant = await world.NewPersonAsync();
        var account = NewSubject();
        (await SetAsync(World.DepartmentReviewer, World.Department, account)).RequireOk();
        var id = await world.SubmittedAsync(declarant);
        (await world.PassAsync(World.EmployerReviewer, World.Employer, id, World.Department)).RequireOk();

        (await SetAsync(World.Registrar, World.Employer, account, declarant)).RequireOk();

        (await world.PassAsync(account, World.Department, id, World.Agency)).RequireProblem(403, "own-declaration");
    }

    [Fact]
    public async Task A_linked_account_files_nothing_so_that_nobody_reviews_it_for_themself()
    {
        var declarant = await world.NewPersonAsync();
        string[] accounts = [NewSubject(), NewSubject()];
        foreach (var account in accounts)
        {
            (await SetAsync(World.Registrar, World.Employer, account, declarant)).RequireOk();
            (await RegisterAsync(account, World.NewResidentId())).RequireProblem(409, "account-linked");
            var filing = await world
                .As(account)
                .PostAsync("/api/declarations", new { Head = World.Head(2024, 2024), Items = Array.Empty<object>() });
            filing
                .RequireProblem(409, "account-linked")["english"]
                .GetValue<string>()
                .ShouldContain("personal account");
        }

        // And the other way: who is registered, and may have filed, is not linked.
        var other = await world.NewPersonAsync();
        (await SetAsync(World.Registrar, World.Employer, other, declarant))
            .RequireProblem(422, "account-registered")
            .Places.ShouldBe(["/naturalPersonSubject"]);
    }

    [Fact]
    public async Task One_resident_id_is_registered_under_one_account_and_the_answer_says_nothing_of_the_other()
    {
        var (first, second) = (NewSubject(), NewSubject());
        var residentId = World.NewResidentId();
        (await RegisterAsync(first, residentId)).RequireOk();

        var refused = (await RegisterAsync(second, residentId)).RequireProblem(422, "resident-id-taken");

        refused.Places.ShouldBe(["/residentId"]);
        refused.Text.ShouldNotContain(residentId);
        refused.Text.ShouldNotContain(residentId[..4] + "*");
        refused.Text.ShouldNotContain(FrontFixture.PersonIdOf(first));
        refused.Text.ShouldNotContain("王独一");
        (await world.As(second).GetAsync("/api/me")).RequireOk().Text.ShouldNotContain("王独一");
        (await RegisterAsync(first, World.NewResidentId())).RequireOk();
        (await RegisterAsync(second, residentId)).RequireOk();
    }

    [Fact]
    public async Task Who_linked_registered_and_corrected_is_read_by_the_registrys_administrators_without_any_number_or_name()
    {
        var (person, account, residentId) = (NewSubject(), NewSubject(), World.NewResidentId());
        (await RegisterAsync(person, residentId)).RequireOk();
        (await RegisterAsync(person, World.NewResidentId())).RequireOk();
        (await SetAsync(World.DepartmentReviewer, World.Department, account)).RequireOk();
        (await SetAsync(World.Registrar, World.Employer, account, person)).RequireOk();
        (await SetAsync(World.Registrar, World.Department, account, account)).RequireOk();

        var linked = await AuditAsync(account);
        linked.Json["entries"]!
            .AsArray()
            .Select(entry => entry!["action"]!.GetValue<string>())
            .ShouldBe(["link-cut", "link-made"]);
        linked["entries"][0]!["actorPersonId"]!.GetValue<string>().ShouldBe(FrontFixture.PersonIdOf(World.Registrar));
        linked.Text.ShouldContain($"from={FrontFixture.PersonIdOf(person)}");
        var registered = await AuditAsync(person);
        registered.Json["entries"]!
            .AsArray()
            .Select(entry => entry!["action"]!.GetValue<string>())
            .ShouldBe(["resident-id-changed", "registered"]);
        registered.Text.ShouldContain($"residentId={residentId[..4]}**********{residentId[^4..]}");
        registered.Text.ShouldNotContain(residentId);
        registered.Text.ShouldNotContain("王独一");
        (
            await world.As(person).GetAsync($"/api/registry/accounts/{FrontFixture.PersonIdOf(person)}/audit")
        ).RequireProblem(403, "registry-administrators-only");
    }

    private async Task<Reply> AuditAsync(string subject) =>
        (
            await world.As(World.Registrar).GetAsync($"/api/registry/accounts/{FrontFixture.PersonIdOf(subject)}/audit")
        ).RequireOk();

    private async Task<Reply> DecideAsync(string reviewer, string unit, string id, string decision, object body) =>
        await world
            .As(reviewer)
            .PostAsync(
                $"/api/units/{unit}/declarations/{id}/{decision}",
                body,
                (await world.As(reviewer).GetAsync($"/api/units/{unit}/declarations/{id}")).RequireOk().Tag
            );

    private Task<Reply> RegisterAsync(string subject, string residentId) =>
        world
            .As(World.Registrar)
            .PutAsync(
                $"/api/registry/people/{subject}",
                new
                {
                    Name = "王独一",
                    ResidentId = residentId,
                    EmployerCode = World.Employer,
                    Title = "讲师",
                }
            );

    private Task<Reply> SetAsync(string by, string unit, string subject, string? natural = null) =>
        world
            .As(by)
            .PutAsync(
                $"/api/registry/units/{unit}/members/{subject}",
                new
                {
                    Name = "李审核",
                    Roles = (string[])["reviewer"],
                    NaturalPersonSubject = natural,
                }
            );

    private static string NewSubject() => $"account-{Guid.NewGuid():N}";
}
