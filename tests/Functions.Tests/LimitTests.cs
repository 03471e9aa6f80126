using System.Net;
using System.Text.Json.Nodes;
using CeActors.Functions.Http;
using CeActors.Functions.Professionals;
using CeActors.Functions.Review;
using CeActors.Functions.Statements;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests;

/// <summary>What is just within a bound is taken, and what is just beyond it is not.</summary>
[Collection(nameof(InWorld))]
public sealed class LimitTests(World world)
{
    [Fact]
    public async Task A_command_id_of_the_least_and_of_the_most_characters_is_taken()
    {
        foreach (var length in (int[])[RequestLimits.CommandIdCharactersMin, RequestLimits.CommandIdCharactersMax])
        {
            var person = world.As(await world.NewPersonAsync());
            var key = Caller.NewKey() + new string('x', RequestLimits.CommandIdCharactersMax);

            (await person.PostAsync("/api/declarations", new { }, key: key[2..(length + 2)])).Require(
                HttpStatusCode.Created
            );
        }
    }

    [Fact]
    public async Task A_text_of_the_most_characters_is_kept()
    {
        var subject = await world.NewPersonAsync();
        var id = await world.DraftAsync(subject);
        var note = new string('注', RequestLimits.TextCharactersMax);

        (await world.As(subject).PutAsync($"/api/declarations/{id}/head", new { Note = note })).RequireOk();

        var view = await world.As(subject).GetAsync($"/api/declarations/{id}");
        view["head"]["note"]!.GetValue<string>().ShouldBe(note);
    }

    [Fact]
    public async Task A_body_of_the_most_bytes_is_read_and_one_byte_more_is_not()
    {
        var subject = await world.NewPersonAsync();
        var path = $"/api/declarations/{await world.DraftAsync(subject)}/head";
        const string Body = """{"phone":"1"}""";

        (await world.As(subject).PutAsync(path, Body.PadRight(RequestLimits.BodyBytesMax))).RequireOk();
        (await world.As(subject).PutAsync(path, Body.PadRight(RequestLimits.BodyBytesMax + 1))).RequireProblem(413);
    }

    [Fact]
    public async Task A_delivery_of_more_records_than_may_be_is_400()
    {
        var path = $"/api/training-platform/people/{await world.NewPersonAsync()}/records";
        var platform = world.As(FrontFixture.TrainingPlatform);

        (await platform.PostAsync(path, Records(ImportRecordsRequest.RecordsMax)))
            .RequireOk()["added"]
            .GetValue<int>()
            .ShouldBe(ImportRecordsRequest.RecordsMax);
        (await platform.PostAsync(path, Records(ImportRecordsRequest.RecordsMax + 1)))
            .RequireProblem(400)
            .Places.ShouldBe(["/records"]);
        (await platform.PostAsync(path, Records(0))).RequireProblem(400).Places.ShouldBe(["/records"]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.1")]
    [InlineData("400.25")]
    [InlineData("1e2")]
    [InlineData("")]
    [InlineData("九")]
    public async Task Hours_of_a_record_that_are_no_quarters_are_400(string hours)
    {
        var body = Records(1);
        body["records"]![0]!["hours"] = hours;

        (
            await world
                .As(FrontFixture.TrainingPlatform)
                .PostAsync("/api/training-platform/people/somebody/records", body)
        )
            .RequireProblem(400)
            .Places.ShouldBe(["/records/0/hours"]);
    }

    [Fact]
    public async Task A_batch_of_more_declarations_than_may_be_is_400()
    {
        var items = Enumerable
            .Range(0, StartBatchRequest.ItemsMax + 1)
            .Select(_ => new { DeclarationId = "000-aaaaaaaaaaaaaaaaaaaaaaaaaa", Version = 2 });

        (
            await world
                .As(World.AgencyClerk)
                .PostAsync($"/api/units/{World.Agency}/batches", new { Items = items, Verdict = "pass" })
        )
            .RequireProblem(400)
            .Places.ShouldBe(["/items"]);
    }

    [Fact]
    public async Task Only_so_many_work_and_wait_at_the_same_time()
    {
        var turns = new Turns(atOnceMax: 1, waitingMax: 1);
        var working = await turns.TakeAsync(CancellationToken.None);
        var waiting = turns.TakeAsync(CancellationToken.None);

        waiting.IsCompleted.ShouldBeFalse();
        (await turns.TakeAsync(CancellationToken.None)).ShouldBeNull();

        working!.Dispose();
        working.Dispose();
        var next = await waiting;
        next.ShouldNotBeNull();
        using var impatient = new CancellationTokenSource();
        var givenUp = turns.TakeAsync(impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => givenUp);
        next.Dispose();
        (await turns.TakeAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    private static JsonObject Records(int count) =>
        new()
        {
            ["records"] = new JsonArray([
                .. Enumerable
                    .Range(0, count)
                    .Select(number => new JsonObject
                    {
                        ["recordId"] = $"r-{number}",
                        ["year"] = 2024,
                        ["subject"] = "general",
                        ["courseName"] = "公需科目",
                        ["organiser"] = "湖南省培训中心",
                        ["hours"] = "12.5",
                        ["completedOn"] = "2024-05-01",
                    }),
            ]),
        };
}
