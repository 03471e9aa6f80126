using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CeActors.Functions.Http;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Bodies that are no JSON, too large, or of another media type: a problem document, and nothing is written.</summary>
[Collection(nameof(InMatrix))]
public sealed class BadBodyTests(MatrixWorld world) : ChangesNothing(world)
{
    public static TheoryData<string> WithBody => MatrixData.Of(operation => operation.TakesBody);

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Malformed_JSON_is_400(string id)
    {
        foreach (var body in (string[])["{", "{\"a\":}", "nonsense", "{} {}", "[1,2", "\"\\ud800\"", "{\"a\":1,}"])
        {
            var reply = (await SendAsync(id, body)).RequireProblem(400);
            reply["problems"].AsArray().Count.ShouldBeGreaterThan(0, body);
        }

        // A good body that ends too soon, or goes on.
        var good = World.StageOf(id).Body!;
        (await SendAsync(id, good[..^1])).RequireProblem(400);
        (await SendAsync(id, good + good)).RequireProblem(400);

        var notUtf8 = new ByteArrayContent([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D]);
        notUtf8.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await SendRawAsync(id, notUtf8)).RequireProblem(400);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_missing_body_is_400(string id)
    {
        (await SendAsync(id, null)).RequireProblem(400, "body-required");
        (await SendAsync(id, "")).RequireProblem(400, "body-required");
        (await SendAsync(id, "null")).RequireProblem(400);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Something_that_is_no_object_is_400(string id)
    {
        foreach (var body in (string[])["[]", "3", "\"text\"", "true"])
        {
            (await SendAsync(id, body)).RequireProblem(400, "wrong-type").Places.ShouldBe([""]);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Too_deep_a_body_is_400(string id)
    {
        var deep = new string('[', 200) + new string(']', 200);
        (await SendAsync(id, deep)).RequireProblem(400);
        (await SendAsync(id, $"{{\"x\":{deep}}}")).RequireProblem(400);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Too_large_a_body_is_413_whether_it_says_its_length_or_not(string id)
    {
        var large = "{\"x\":\"" + new string('x', RequestLimits.FilingBodyBytesMax) + "\"}";
        (await SendAsync(id, large)).RequireProblem(413, "body-too-large");

        var chunked = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(large)));
        chunked.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await SendRawAsync(id, chunked, request => request.Headers.TransferEncodingChunked = true)).RequireProblem(
            413
        );

        // A good body, and white space beyond the limit.
        var padded = World.StageOf(id).Body!.PadRight(RequestLimits.FilingBodyBytesMax + 1);
        (await SendAsync(id, padded)).RequireProblem(413, "body-too-large");
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Another_media_type_is_415(string id)
    {
        foreach (
            var type in (string[])["text/plain", "application/xml", "application/json; charset=utf-16", "nonsense"]
        )
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(World.StageOf(id).Body!));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            (await SendRawAsync(id, content)).RequireProblem(415, "media-type-not-json");
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task An_unknown_member_is_400_and_named(string id)
    {
        var body = JsonNode.Parse(World.StageOf(id).Body!)!.AsObject();
        body["surprise"] = 1;

        (await SendAsync(id, body.ToJsonString())).RequireProblem(400, "member-unknown").Places.ShouldBe(["/surprise"]);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_repeated_member_is_400_and_named(string id)
    {
        var body = World.StageOf(id).Body!;
        var name = JsonNode.Parse(body)!.AsObject().First().Key;
        var twice = body.Insert(1, $"\"{name}\":{JsonNode.Parse(body)![name]!.ToJsonString()},");

        (await SendAsync(id, twice)).RequireProblem(400, "member-repeated").Places.ShouldBe([$"/{name}"]);
    }

    private Task<Reply> SendAsync(string id, string? body) => SendRawAsync(id, Stage.JsonContent(body));

    private Task<Reply> SendRawAsync(string id, HttpContent? content, Action<HttpRequestMessage>? change = null)
    {
        var stage = World.StageOf(id);
        return stage.SendAsync(World.As(stage.Subject), content, null, change);
    }
}
