using System.Text.Json.Nodes;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Addresses, queries and methods that cannot be: the place is named, and nothing is written.</summary>
[Collection(nameof(InMatrix))]
[Trait(PublishedSuiteTests.Suite, PublishedSuiteTests.Http)]
public sealed class BadAddressTests(MatrixWorld world) : ChangesNothing(world)
{
    public static TheoryData<string> Every => MatrixData.Of(_ => true);

    public static TheoryData<string, string> Queries => MatrixData.Parameters("query");

    public static TheoryData<string, string> Addresses => MatrixData.Parameters("path");

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_malformed_query_parameter_is_400_and_named(string id, string name)
    {
        var stage = World.StageOf(id);
        var caller = World.As(stage.Subject);
        var schema = stage.Operation.Parameters("query").Single(each => each["name"]!.GetValue<string>() == name)[
            "schema"
        ]!;
        foreach (var value in BadValues(schema))
        {
            var path = $"{stage.Address}?{name}={value}";
            (await caller.GetAsync(path)).RequireProblem(400).Places.ShouldBe([$"query:{name}"], path);
        }

        (await caller.GetAsync($"{stage.Address}?{name}=1&{name}=2"))
            .RequireProblem(400)
            .Places.ShouldBe([$"query:{name}"]);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task An_unknown_query_parameter_is_400_and_named(string id, string name)
    {
        var stage = World.StageOf(id);

        (await World.As(stage.Subject).GetAsync($"{stage.Address}?{name}s=1"))
            .RequireProblem(400)
            .Places.ShouldBe([$"query:{name}s"]);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_malformed_address_is_400_or_404(string id, string name)
    {
        foreach (
            var bad in name == "subject"
                ? (string[])["%00", "%20", "%07", new string('a', 300)]
                : ["%00", "..%2f..", "x'%22%3E", "%E2%80%AE", new string('a', 300), "%FF"]
        )
        {
            var reply = await World.StageOf(id).At(name, bad).SendAsync(World);

            reply.Code.ShouldBeInRange(400, 422, $"{bad}: {reply.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Somebody_who_asks_for_what_is_not_there_is_refused(string id)
    {
        var operation = Operations.Of(id);
        if (operation.Parameters("path").Any())
        {
            var reply = await World
                .As("somebody-unregistered")
                .SendAsync(
                    operation.Method,
                    operation.SamplePath,
                    World.StageOf(id).Body,
                    operation.TakesVersion ? "\"v1-r1\"" : null,
                    operation.Changes ? Caller.NewKey() : null
                );
            reply.Code.ShouldBeOneOf([403, 404], reply.Text);
            reply.RequireProblem(reply.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_wrong_method_is_405_with_what_is_allowed(string id)
    {
        var stage = World.StageOf(id);
        var reply = await World.As(stage.Subject).SendAsync(HttpMethod.Patch, stage.Path, stage.Body, stage.Tag);

        reply.RequireProblem(405).Response.Content.Headers.Allow.ShouldNotBeEmpty();
    }

    private static IEnumerable<string> BadValues(JsonNode schema)
    {
        if (schema["enum"] is not null)
        {
            return ["nonsense", "0", "A%20B"];
        }

        return schema["type"]!.ToString() switch
        {
            "integer" => ["abc", "1.5", "99999999999", "-1"],
            "boolean" => ["yes", "1", "TRUE"],
            _ when schema["format"] is not null => ["yesterday", "2026-13-01T00:00:00Z", "2026"],
            _ => [new string('a', schema["maxLength"]!.GetValue<int>() + 1), "a%00b"],
        };
    }
}
