using System.Text.Json.Nodes;
using CeActors.Functions.Http;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Every place of every body with a value that cannot stand there: the place is named, and nothing is written.</summary>
[Collection(nameof(InMatrix))]
public sealed class BadPlaceTests(MatrixWorld world) : ChangesNothing(world)
{
    public static TheoryData<string> WithBody => MatrixData.Of(operation => operation.TakesBody);

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_value_of_a_wrong_type_is_400_and_named_wherever_it_is(string id)
    {
        foreach (var path in LeavesOf(id))
        {
            (await SendAsync(id, path, new JsonObject { ["no"] = "such" }))
                .RequireProblem(400, "wrong-type")
                .Places.ShouldBe([path]);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_number_that_does_not_fit_is_400_and_named(string id)
    {
        foreach (var path in LeavesOf(id))
        {
            if (
                JsonPlaces.Find(JsonNode.Parse(World.StageOf(id).Body!)!, path) is not JsonValue value
                || !value.TryGetValue<long>(out _)
            )
            {
                continue;
            }

            foreach (
                var text in (string[])["1e400", "99999999999999999999", "2024.5", "\"2024\"", "-99999999999999999999"]
            )
            {
                var sent = JsonPlaces.With(World.StageOf(id).Body!, path, "@@").ToJsonString().Replace("\"@@\"", text);

                (await (World.StageOf(id) with { Body = sent }).SendAsync(World))
                    .RequireProblem(400, "wrong-type")
                    .Places.ShouldBe([path], text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_missing_required_member_is_400_and_named(string id)
    {
        foreach (var name in Required(Operations.Of(id)))
        {
            var body = JsonNode.Parse(World.StageOf(id).Body!)!.AsObject();
            body.Remove(name);
            var missing = World.StageOf(id) with { Body = body.ToJsonString() };
            (await missing.SendAsync(World)).RequireProblem(400, "required").Places.ShouldBe([$"/{name}"]);

            (await SendAsync(id, $"/{name}", null)).RequireProblem(400, "required").Places.ShouldBe([$"/{name}"]);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task An_empty_place_in_a_list_is_400_and_named(string id)
    {
        foreach (var (name, value) in JsonNode.Parse(World.StageOf(id).Body!)!.AsObject())
        {
            if (value is JsonArray list)
            {
                var longer = list.DeepClone().AsArray();
                longer.Add(null);

                (await SendAsync(id, $"/{name}", longer))
                    .RequireProblem(400)
                    .Places.ShouldAllBe(path => path.StartsWith($"/{name}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public void The_document_says_how_long_every_free_text_may_be(string id)
    {
        foreach (var path in LeavesOf(id).Where(path => JsonPlaces.IsFreeText(World.StageOf(id), path)))
        {
            Schemas
                .At(Schemas.OfBody(Operations.Of(id)), path)["maxLength"]
                .ShouldNotBeNull(path)
                .GetValue<int>()
                .ShouldBeInRange(1, RequestLimits.TextCharactersMax, path);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_text_longer_than_the_document_says_is_400_and_named(string id)
    {
        foreach (var path in LeavesOf(id).Where(path => JsonPlaces.IsFreeText(World.StageOf(id), path)))
        {
            var most = Schemas.At(Schemas.OfBody(Operations.Of(id)), path)["maxLength"]!.GetValue<int>();

            (await SendAsync(id, path, new string('长', most + 1))).RequireProblem(400).Places.ShouldBe([path]);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_text_that_is_too_long_or_cannot_be_printed_is_400_and_named(string id)
    {
        foreach (var path in LeavesOf(id).Where(path => JsonPlaces.IsFreeText(World.StageOf(id), path)))
        {
            (await SendAsync(id, path, new string('长', RequestLimits.TextCharactersMax + 1)))
                .RequireProblem(400)
                .Places.ShouldBe([path]);
            (await SendAsync(id, path, "控\u0007制")).RequireProblem(400, "text-unprintable").Places.ShouldBe([path]);
        }
    }

    private IReadOnlyList<string> LeavesOf(string id) => JsonPlaces.Leaves(World.StageOf(id).Body!);

    private Task<Reply> SendAsync(string id, string path, JsonNode? value) =>
        World.StageOf(id).Where(path, value).SendAsync(World);

    private static IEnumerable<string> Required(Operation operation)
    {
        var required = Schemas.OfBody(operation)["required"]?.AsArray() ?? [];
        return required.Select(name => name!.GetValue<string>());
    }
}
