using System.Net;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>Command ids, versions, and what a draft keeps.</summary>
[Collection(nameof(InWorld))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class CommandTests(World world)
{
    [Fact]
    public async Task A_repeated_command_gets_the_first_outcome_and_takes_effect_once()
    {
        var person = world.As(await world.NewPersonAsync());
        var key = Caller.NewKey();
        var body = new { Head = World.Head(2024, 2024) };

        var first = (await person.PostAsync("/api/declarations", body, key: key)).Require(HttpStatusCode.Created);
        var again = (await person.PostAsync("/api/declarations", body, key: key)).Require(HttpStatusCode.Created);

        again.Text.ShouldBe(first.Text);
        again.Tag.ShouldBe(first.Tag);
        again.Response.Headers.Location.ShouldBe(first.Response.Headers.Location);
        var list = await person.GetAsync("/api/declarations");
        list["declarations"].AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task White_space_and_order_of_members_do_not_make_it_another_command()
    {
        var person = world.As(await world.NewPersonAsync());
        var id = await OpenAsync(person);
        var key = Caller.NewKey();
        var path = $"/api/declarations/{id}/items";

        var first = await person.PostAsync(path, """{"year":2024,"hours":"1"}""", key: key);
        var again = await person.PostAsync(path, """{ "hours" : "1", "year" : 2024, "place": null }""", key: key);

        again.Require(HttpStatusCode.Created).Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task The_same_command_id_with_another_body_is_refused_and_nothing_changes()
    {
        var person = world.As(await world.NewPersonAsync());
        var id = await OpenAsync(person);
        var key = Caller.NewKey();
        var path = $"/api/declarations/{id}/items";
        await person.PostAsync(path, """{"year":2024,"hours":"1"}""", key: key);
        var before = (await person.GetAsync($"/api/declarations/{id}")).Text;

        (await person.PostAsync(path, """{"year":2024,"hours":"2"}""", key: key)).RequireProblem(
            422,
            "command-id-reused"
        );

        (await person.GetAsync($"/api/declarations/{id}")).Text.ShouldBe(before);
    }

    [Fact]
    public async Task A_stale_etag_is_refused_and_nothing_is_written()
    {
        var person = world.As(await world.NewPersonAsync());
        var id = await OpenAsync(person);
        var path = $"/api/declarations/{id}";
        var stale = (await person.GetAsync(path)).Tag;
        (await person.PutAsync($"{path}/head", World.Head(2024, 2024), stale)).Require(HttpStatusCode.OK);
        var before = await person.GetAsync(path);
        before.Tag.ShouldNotBe(stale);

        (await person.PutAsync($"{path}/head", World.Head(2023, 2024), stale)).RequireProblem(412);
        (await person.PostAsync($"{path}/submission", null, stale)).RequireProblem(412);
        (await person.DeleteAsync(path, stale)).RequireProblem(412);

        (await person.GetAsync(path)).Text.ShouldBe(before.Text);
    }

    [Fact]
    public async Task A_draft_keeps_wrong_values_as_typed_and_lists_its_problems()
    {
        var person = world.As(await world.NewPersonAsync());
        var id = await OpenAsync(person);
        var path = $"/api/declarations/{id}";

        foreach (var hours in (string[])["-1", "99999999", "四十", "1.1"])
        {
            var added = await person.PostAsync(
                $"{path}/items",
                new
                {
                    Year = 1800,
                    Subject = "neither",
                    Hours = hours,
                }
            );
            var item = added.Require(HttpStatusCode.Created)["createdId"].GetValue<string>();
            var view = await person.GetAsync(path);
            view["items"].AsArray().Single(each => each!["itemId"]!.GetValue<string>() == item)!["item"]!["hours"]!
                .GetValue<string>()
                .ShouldBe(hours);
            var places = view["problems"].AsArray().Select(problem => problem!["path"]!.GetValue<string>()).ToList();
            places.ShouldContain($"/items/{item}/hours");
            places.ShouldContain($"/items/{item}/year");
        }

        var before = await person.GetAsync(path);
        var refused = (await person.PostAsync($"{path}/submission", null, before.Tag)).RequireProblem(422);
        refused.Places.Count.ShouldBeGreaterThan(4);
        (await person.GetAsync(path)).Text.ShouldBe(before.Text);
    }

    [Fact]
    public async Task A_declaration_filed_with_problems_in_one_body_is_refused_whole()
    {
        var person = world.As(await world.NewPersonAsync());

        (await person.PostAsync("/api/declarations", new { Submit = true })).RequireProblem(422);

        (await person.GetAsync("/api/declarations"))["declarations"].AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_open_declaration_is_refused_and_the_open_one_is_named()
    {
        var person = world.As(await world.NewPersonAsync());
        var id = await OpenAsync(person);

        var refused = (await person.PostAsync("/api/declarations", new { })).RequireProblem(409, "declaration-open");

        refused.Text.ShouldContain(id);
    }

    [Fact]
    public async Task A_reason_is_mandatory_for_every_not_pass()
    {
        var person = await world.NewPersonAsync();
        var id = await world.SubmittedAsync(person);
        var path = $"/api/units/{World.Employer}/declarations/{id}";
        var reviewer = world.As(World.EmployerReviewer);
        var view = await reviewer.GetAsync(path);

        (await reviewer.PostAsync($"{path}/return", new { Reason = "" }, view.Tag)).RequireProblem(422);
        (await reviewer.PostAsync($"{path}/return", new { Reason = "  " }, view.Tag)).RequireProblem(422);

        (await reviewer.GetAsync(path)).Text.ShouldBe(view.Text);
    }

    [Fact]
    public async Task A_next_unit_that_is_unknown_or_not_above_is_refused_and_nothing_moves()
    {
        var person = await world.NewPersonAsync();
        var id = await world.SubmittedAsync(person);
        var path = $"/api/units/{World.Employer}/declarations/{id}";
        var reviewer = world.As(World.EmployerReviewer);
        var view = await reviewer.GetAsync(path);

        foreach (
            var next in (string?[])
                ["NO-SUCH-UNIT", World.OtherEmployer, World.OtherAgency, World.Employer, "小写", null]
        )
        {
            var reply = await reviewer.PostAsync($"{path}/pass", new { NextUnitCode = next }, view.Tag);
            reply.Code.ShouldBeInRange(400, 422, $"{next}: {reply.Text}");
            reply.RequireProblem(reply.Code);
        }

        (await reviewer.GetAsync(path)).Text.ShouldBe(view.Text);
    }

    [Fact]
    public async Task A_first_level_unit_without_an_agency_is_refused()
    {
        var body = new
        {
            Name = "无经办机构的单位",
            Kind = "employer",
            DivisionCode = "430100",
            IsPublicInstitution = false,
            IsActive = true,
        };

        var reply = await world.As(World.Registrar).PutAsync("/api/registry/units/NO-AGENCY", body);

        reply.RequireProblem(422).Places.ShouldContain("/agencyCode");
        (await world.As(World.Registrar).GetAsync("/api/units/NO-AGENCY")).RequireProblem(404);
    }

    [Fact]
    public async Task Two_reviewers_of_the_same_version_cannot_both_decide()
    {
        var id = await world.SubmittedAsync(await world.NewPersonAsync());
        var path = $"/api/units/{World.Employer}/declarations/{id}";
        var tag = (await world.As(World.EmployerReviewer).GetAsync(path)).Tag;

        var replies = await Task.WhenAll(
            world.As(World.EmployerReviewer).PostAsync($"{path}/pass", new { NextUnitCode = World.Department }, tag),
            world.As(World.EmployerAdministrator).PostAsync($"{path}/return", new { Reason = "材料不全" }, tag)
        );

        replies.Count(reply => reply.Code == 200).ShouldBe(1);
        replies.Single(reply => reply.Code != 200).Code.ShouldBeOneOf(409, 412, 403, 404);
    }

    [Fact]
    public async Task A_batch_is_accepted_once_and_tells_every_outcome()
    {
        var id = await world.AtAgencyAsync(await world.NewPersonAsync());
        var clerk = world.As(World.AgencyClerk);
        var version = (await clerk.GetAsync($"/api/units/{World.Agency}/declarations/{id}"))["version"];
        var body = new
        {
            Items = new[] { new { DeclarationId = id, Version = version.GetValue<long>() } },
            Verdict = "pass",
        };
        var key = Caller.NewKey();

        var started = await clerk.PostAsync($"/api/units/{World.Agency}/batches", body, key: key);
        started.Require(HttpStatusCode.Accepted);
        var again = await clerk.PostAsync($"/api/units/{World.Agency}/batches", body, key: key);
        again["batchId"].GetValue<string>().ShouldBe(started["batchId"].GetValue<string>());

        var batch = await Until.Async(
            async () => await clerk.GetAsync(started.Response.Headers.Location!.ToString()),
            reply => reply["isFinished"].GetValue<bool>(),
            "the batch is finished"
        );
        batch["accepted"].GetValue<int>().ShouldBe(1, batch.Text);
        (await world.As(World.OtherAgencyClerk).GetAsync(started.Response.Headers.Location!.ToString())).RequireProblem(
            404
        );
    }

    [Fact]
    public async Task Problems_are_told_in_the_language_asked_for()
    {
        var somebody = world.Anyone;

        async Task<Reply> InAsync(string? language) =>
            await somebody.SendRawAsync(
                HttpMethod.Get,
                "/api/me",
                null,
                change: request =>
                {
                    if (language is not null)
                    {
                        request.Headers.TryAddWithoutValidation("Accept-Language", language);
                    }
                }
            );

        foreach (
            var (wish, member) in new (string?, string)[]
            {
                (null, "chinese"),
                ("zh-CN,zh;q=0.9,en;q=0.8", "chinese"),
                ("en", "english"),
                ("en-GB, zh;q=0.5", "english"),
                ("fr", "chinese"),
                (";;;", "chinese"),
            }
        )
        {
            var reply = (await InAsync(wish)).RequireProblem(401);
            reply["detail"].GetValue<string>().ShouldBe(reply[member].GetValue<string>(), wish);
        }
    }

    private static async Task<string> OpenAsync(Caller person)
    {
        var opened = (await person.PostAsync("/api/declarations", new { })).Require(HttpStatusCode.Created);
        return opened["declarationId"].GetValue<string>();
    }
}
