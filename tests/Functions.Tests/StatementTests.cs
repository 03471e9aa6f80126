using System.Net;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>Statements: issued, downloaded as paper, verified by anyone, void after a revocation.</summary>
[Collection(nameof(InWorld))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class StatementTests(World world)
{
    [Fact]
    public async Task A_statement_is_downloaded_as_a_PDF_that_says_what_was_recognised_and_always_the_same_one()
    {
        var (person, number, _) = await IssuedAsync();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => world.As(person).GetAsync($"/api/statements/{number}/pdf"))
        );
        var again = await world.As(person).GetAsync($"/api/statements/{number}/pdf");

        foreach (var reply in replies)
        {
            reply.Require(HttpStatusCode.OK).Bytes.ShouldBe(again.Bytes);
        }

        again.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        var disposition = again.Response.Content.Headers.ContentDisposition!;
        disposition.DispositionType.ShouldBe("attachment");
        disposition.FileName.ShouldBe($"statement-{number}.pdf");
        disposition.FileNameStar.ShouldBe($"学时认定单-{number}.pdf");
        using var pdf = PdfDocument.Open(again.Bytes);
        var text = string.Concat(pdf.GetPages().Select(page => page.Text));
        text.ShouldContain(number);
        text.ShouldContain("2024");
        text.ShouldContain("张三");
        var view = await world.As(person).GetAsync($"/api/statements/{number}");
        view["renderingDigest"].GetValue<string>().Length.ShouldBe(64);
    }

    [Fact]
    public async Task Anyone_with_number_and_code_verifies_and_sees_no_whole_name()
    {
        var (_, number, code) = await IssuedAsync();

        var good = (await world.Anyone.GetAsync($"/api/verification/{number}?code={code}")).Require(HttpStatusCode.OK);
        good["isRevoked"].GetValue<bool>().ShouldBeFalse();
        good.Text.ShouldNotContain("张三");

        (await world.Anyone.GetAsync($"/api/verification/{number}?code=WRONGCODE1")).RequireProblem(404);
        (await world.Anyone.GetAsync($"/api/verification/HN2026-NONE-NONE-NONE?code={code}")).RequireProblem(404);
        (await world.Anyone.GetAsync($"/api/verification/{number}"))
            .RequireProblem(400)
            .Places.ShouldBe(["query:code"]);
        var page = await world.Anyone.GetAsync($"/verify/{number}?code={code}");
        page.Require(HttpStatusCode.Found)
            .Response.Headers.Location!.ToString()
            .ShouldBe($"/api/verification/{number}?code={code}");
    }

    [Fact]
    public async Task After_a_revocation_it_verifies_as_revoked_and_gives_no_paper()
    {
        var person = await world.NewPersonAsync();
        var id = await world.RecognisedAsync(person);
        var (number, code) = await IssueAsync(person);
        var auditor = world.As(World.AgencyAuditor);
        var path = $"/api/units/{World.Agency}/declarations/{id}";
        var tag = (await auditor.GetAsync(path)).Tag;

        (
            await world.As(World.AgencyClerk).PostAsync($"{path}/revocation", new { Reason = "抽查不实" }, tag)
        ).RequireProblem(403);
        (await auditor.PostAsync($"{path}/revocation", new { Reason = "抽查不实" }, tag)).Require(HttpStatusCode.OK);

        var verified = await world.Anyone.GetAsync($"/api/verification/{number}?code={code}");
        verified["isRevoked"].GetValue<bool>().ShouldBeTrue();
        (await world.As(person).GetAsync($"/api/statements/{number}/pdf")).RequireProblem(409, "statement-revoked");
    }

    [Fact]
    public async Task A_range_that_is_upside_down_or_holds_nothing_is_refused()
    {
        var person = world.As(await world.NewPersonAsync());

        (await person.PostAsync("/api/statements", new { FromYear = 2025, ToYear = 2024 })).RequireProblem(422);
        (await person.PostAsync("/api/statements", new { FromYear = 2024, ToYear = 2024 })).Code.ShouldBeOneOf(
            409,
            422
        );
        (
            await person.PostAsync("/api/statements", new { FromYear = int.MinValue, ToYear = int.MaxValue })
        ).Code.ShouldBeOneOf(409, 422);
        (await person.GetAsync("/api/statements"))["statements"].AsArray().ShouldBeEmpty();
    }

    private async Task<(string Person, string Number, string Code)> IssuedAsync()
    {
        var person = await world.NewPersonAsync();
        await world.RecognisedAsync(person);
        var (number, code) = await IssueAsync(person);
        return (person, number, code);
    }

    private async Task<(string Number, string Code)> IssueAsync(string person)
    {
        var issued = await world.As(person).PostAsync("/api/statements", new { FromYear = 2024, ToYear = 2024 });
        issued.Require(HttpStatusCode.Created);
        var content = issued["content"];
        return (content["number"]!.GetValue<string>(), content["code"]!.GetValue<string>());
    }
}
