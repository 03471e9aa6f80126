using System.Net;
using System.Text;
using CeActors.Files;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;
using Sent = CeActors.Functions.Tests.Hosting.Evidence;

namespace CeActors.Functions.Tests;

/// <summary>Evidence: reserved, uploaded past this front, checked, bound.</summary>
[Collection(nameof(InWorld))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class EvidenceTests(World world)
{
    private const string PdfType = "application/pdf";

    [Fact]
    public async Task What_was_uploaded_comes_back_whole_by_a_short_link()
    {
        var (person, id) = await DraftAsync();
        var bytes = Sent.Pdf("whole");
        var evidence = await Sent.AddAsync(world, person, id, 2024, bytes, PdfType);

        var reply = await world.As(person).GetAsync($"/api/declarations/{id}/evidence/{evidence}/content");

        reply.Require(HttpStatusCode.Found);
        using var http = new HttpClient();
        (await http.GetByteArrayAsync(reply.Response.Headers.Location)).ShouldBe(bytes);
    }

    [Fact]
    public async Task The_reviewer_of_the_unit_that_holds_it_reads_it_too()
    {
        var person = await world.NewPersonAsync();
        var id = await world.SubmittedAsync(person);
        var reviewer = world.As(World.EmployerReviewer);
        var path = $"/api/units/{World.Employer}/declarations/{id}";
        var evidence = (await reviewer.GetAsync(path))["evidence"][0]!["evidenceId"]!.GetValue<string>();

        (await reviewer.GetAsync($"{path}/evidence/{evidence}/content")).Require(HttpStatusCode.Found);
        (await reviewer.GetAsync($"{path}/evidence/aaaaaaaa/content")).RequireProblem(404);
    }

    [Theory]
    [InlineData("text/html", 1000, "/contentType")]
    [InlineData("", 1000, "/contentType")]
    [InlineData(PdfType, 0, "/sizeBytes")]
    [InlineData(PdfType, -1, "/sizeBytes")]
    [InlineData(PdfType, EvidenceLimits.SizeBytesMax + 1L, "/sizeBytes")]
    [InlineData(PdfType, long.MaxValue, "/sizeBytes")]
    public async Task A_wrong_type_or_size_is_refused_before_a_byte_is_sent(string type, long size, string place)
    {
        var (person, id) = await DraftAsync();
        var before = await ViewAsync(person, id);

        (await Sent.ReserveAsync(world, person, id, 2024, size, type)).RequireProblem(422).Places.ShouldBe([place]);

        (await ViewAsync(person, id)).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_name_beyond_its_limit_is_400()
    {
        var (person, id) = await DraftAsync();
        var body = new
        {
            Year = 2024,
            FileName = new string('名', 201),
            ContentType = PdfType,
            SizeBytes = 1000,
        };

        (await world.As(person).PostAsync($"/api/declarations/{id}/evidence", body))
            .RequireProblem(400)
            .Places.ShouldBe(["/fileName"]);
    }

    [Fact]
    public async Task Bytes_of_another_type_than_announced_are_refused_and_not_bound()
    {
        var (person, id) = await DraftAsync();
        var bytes = Sent.NotAPdf(500);
        var evidence = await UploadedAsync(person, id, bytes);

        (await Sent.CompleteAsync(world, person, id, evidence)).RequireProblem(422);

        await RequireUnboundAsync(person, id, evidence);
    }

    [Fact]
    public async Task A_file_of_another_size_than_announced_is_refused_and_not_bound()
    {
        var (person, id) = await DraftAsync();
        var bytes = Sent.Pdf("longer");
        var reserved = await Sent.ReserveAsync(world, person, id, 2024, bytes.Length - 10, PdfType);
        var evidence = reserved["evidenceId"].GetValue<string>();
        (await Sent.UploadAsync(reserved["upload"], bytes)).ShouldBe(HttpStatusCode.Created);

        (await Sent.CompleteAsync(world, person, id, evidence)).RequireProblem(422, "evidence-size-differs");

        await RequireUnboundAsync(person, id, evidence);
    }

    [Fact]
    public async Task A_completion_without_an_upload_is_refused()
    {
        var (person, id) = await DraftAsync();
        var reserved = await Sent.ReserveAsync(world, person, id, 2024, 1000, PdfType);
        var evidence = reserved["evidenceId"].GetValue<string>();

        (await Sent.CompleteAsync(world, person, id, evidence)).RequireProblem(422);
        (await world.As(person).GetAsync($"/api/declarations/{id}/evidence/{evidence}/content")).RequireProblem(404);
    }

    [Fact]
    public async Task What_is_uploaded_after_the_check_changes_nothing()
    {
        var (person, id) = await DraftAsync();
        var bytes = Sent.Pdf("checked");
        var reserved = await Sent.ReserveAsync(world, person, id, 2024, bytes.Length, PdfType);
        var evidence = reserved["evidenceId"].GetValue<string>();
        await Sent.UploadAsync(reserved["upload"], bytes);
        var key = Caller.NewKey();
        var first = (await Sent.CompleteAsync(world, person, id, evidence, key)).Require(HttpStatusCode.OK);
        var bound = await ViewAsync(person, id);

        await Sent.UploadAsync(reserved["upload"], Encoding.ASCII.GetBytes(new string('z', bytes.Length)));

        var again = (await Sent.CompleteAsync(world, person, id, evidence, key)).Require(HttpStatusCode.OK);
        again.Text.ShouldBe(first.Text);
        (await ViewAsync(person, id)).ShouldBe(bound);
        var content = await world.As(person).GetAsync($"/api/declarations/{id}/evidence/{evidence}/content");
        using var http = new HttpClient();
        (await http.GetByteArrayAsync(content.Response.Headers.Location)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_repeated_completion_gets_the_first_outcome_even_after_the_evidence_was_removed()
    {
        var (person, id) = await DraftAsync();
        var evidence = await UploadedAsync(person, id, Sent.Pdf("removed"));
        var key = Caller.NewKey();
        var first = (await Sent.CompleteAsync(world, person, id, evidence, key)).Require(HttpStatusCode.OK);
        (await world.As(person).DeleteAsync($"/api/declarations/{id}/evidence/{evidence}")).RequireOk();
        var before = await ViewAsync(person, id);

        // Its problems are those of the draft as it is now; the rest is the first outcome.
        var again = (await Sent.CompleteAsync(world, person, id, evidence, key)).RequireOk();
        again["draftRevision"].ToString().ShouldBe(first["draftRevision"].ToString());
        again["version"].ToString().ShouldBe(first["version"].ToString());
        (await Sent.CompleteAsync(world, person, id, evidence)).RequireProblem(404);

        (await ViewAsync(person, id)).ShouldBe(before);
    }

    [Fact]
    public async Task A_repeated_reservation_gives_a_ticket_for_the_same_place()
    {
        var (person, id) = await DraftAsync();
        var key = Caller.NewKey();
        var body = new
        {
            Year = 2024,
            FileName = "a.pdf",
            ContentType = PdfType,
            SizeBytes = 1000,
        };
        var path = $"/api/declarations/{id}/evidence";

        var first = (await world.As(person).PostAsync(path, body, key: key)).Require(HttpStatusCode.Created);
        var again = (await world.As(person).PostAsync(path, body, key: key)).Require(HttpStatusCode.Created);

        again["evidenceId"].GetValue<string>().ShouldBe(first["evidenceId"].GetValue<string>());
        Place(again).ShouldBe(Place(first));
    }

    [Fact]
    public async Task Somebody_elses_evidence_can_be_neither_completed_nor_read_nor_removed()
    {
        var (person, id) = await DraftAsync();
        var bytes = Sent.Pdf("mine");
        var evidence = await UploadedAsync(person, id, bytes);
        var other = await world.NewPersonAsync();
        var otherId = await world.DraftAsync(other);

        (await Sent.CompleteAsync(world, other, id, evidence)).RequireProblem(404);
        (await Sent.CompleteAsync(world, other, otherId, evidence)).RequireProblem(404);
        (await world.As(other).GetAsync($"/api/declarations/{id}/evidence/{evidence}/content")).RequireProblem(404);
        (await world.As(other).DeleteAsync($"/api/declarations/{id}/evidence/{evidence}")).RequireProblem(404);

        (await Sent.CompleteAsync(world, person, id, evidence)).Require(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_sweep_is_for_the_host_alone_and_answers_as_the_host_expects()
    {
        const string Envelope =
            """{"Data":{"timer":{"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"SweepIncoming"}}}""";

        var reply = (await world.Anyone.SendAsync(HttpMethod.Post, "/SweepIncoming", Envelope)).Require(
            HttpStatusCode.OK
        );
        reply.Text.ShouldBe("""{"Outputs":{},"Logs":[],"ReturnValue":null}""");
    }

    [Theory]
    [InlineData("Forwarded", "for=8.8.8.8")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("X-Real-IP", "8.8.8.8")]
    public async Task A_sweep_that_a_proxy_passed_on_is_not_found(string header, string value)
    {
        var proxied = await world.Anyone.SendRawAsync(
            HttpMethod.Post,
            "/SweepIncoming",
            new StringContent("{}"),
            change: request => request.Headers.TryAddWithoutValidation(header, value)
        );
        proxied.RequireProblem(404);
    }

    private static string Place(Reply reply) => new Uri(reply["upload"]["uri"]!.GetValue<string>()).AbsolutePath;

    private async Task<(string Person, string Id)> DraftAsync()
    {
        var person = await world.NewPersonAsync();
        return (person, await world.DraftAsync(person));
    }

    private async Task<string> ViewAsync(string person, string id) =>
        (await world.As(person).GetAsync($"/api/declarations/{id}")).Text;

    private async Task<string> UploadedAsync(string person, string id, byte[] bytes)
    {
        var reserved = await Sent.ReserveAsync(world, person, id, 2024, bytes.Length, PdfType);
        reserved.Require(HttpStatusCode.Created);
        (await Sent.UploadAsync(reserved["upload"], bytes)).ShouldBe(HttpStatusCode.Created);
        return reserved["evidenceId"].GetValue<string>();
    }

    private async Task RequireUnboundAsync(string person, string id, string evidence)
    {
        var view = await world.As(person).GetAsync($"/api/declarations/{id}");
        view["evidence"]
            .AsArray()
            .Single(each => each!["evidenceId"]!.GetValue<string>() == evidence)!["digest"]
            .ShouldBeNull();
    }
}
