using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CeActors.Functions.Http;
using CeActors.Functions.Tests.Hosting;
using Shouldly;
using Xunit;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>Bad input of every endpoint: a problem document that names the place; never a 500.</summary>
[Collection(nameof(InWorld))]
public sealed class BadInputTests(World world)
{
    private Caller Somebody => world.As("somebody-unregistered");

    public static TheoryData<string> WithBody => Data(operation => operation.TakesBody);

    public static TheoryData<string> Changing => Data(operation => operation.Changes);

    public static TheoryData<string> WithRequiredVersion => Data(operation => operation.RequiresVersion);

    public static TheoryData<string> WithVersion => Data(operation => operation.TakesVersion);

    public static TheoryData<string> SignedIn => Data(operation => operation.NeedsSignIn);

    public static TheoryData<string> Every => Data(_ => true);

    public static TheoryData<string, string> Queries
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in Operations.All)
            {
                foreach (var parameter in operation.Parameters("query"))
                {
                    data.Add(operation.Id, parameter["name"]!.GetValue<string>());
                }
            }

            return data;
        }
    }

    public static TheoryData<string, string> Addresses
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in Operations.All)
            {
                foreach (var parameter in operation.Parameters("path"))
                {
                    data.Add(operation.Id, parameter["name"]!.GetValue<string>());
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public void Every_operation_with_a_body_has_a_sample(string id) => Samples.Bodies.Keys.ShouldContain(id);

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Malformed_JSON_is_400(string id)
    {
        foreach (var body in (string[])["{", "{\"a\":}", "nonsense", "{} {}", "[1,2", "\"\\ud800\"", "{\"a\":1,}"])
        {
            var reply = (await SendAsync(id, body)).RequireProblem(400);
            reply["problems"].AsArray().Count.ShouldBeGreaterThan(0, body);
        }

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
    public async Task An_unknown_member_is_400_and_named(string id)
    {
        var body = JsonNode.Parse(Samples.Bodies[id])!.AsObject();
        body["surprise"] = 1;

        (await SendAsync(id, body.ToJsonString())).RequireProblem(400, "member-unknown").Places.ShouldBe(["/surprise"]);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_repeated_member_is_400_and_named(string id)
    {
        var body = Samples.Bodies[id];
        var name = JsonNode.Parse(body)!.AsObject().First().Key;
        var twice = body.Insert(1, $"\"{name}\":{JsonNode.Parse(body)![name]!.ToJsonString()},");

        (await SendAsync(id, twice)).RequireProblem(400, "member-repeated").Places.ShouldBe([$"/{name}"]);
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_value_of_a_wrong_type_is_400_and_named_wherever_it_is(string id)
    {
        foreach (var (path, change) in Leaves(JsonNode.Parse(Samples.Bodies[id])!))
        {
            var body = JsonNode.Parse(Samples.Bodies[id])!;
            change(body, new JsonObject { ["no"] = "such" });

            (await SendAsync(id, body.ToJsonString())).RequireProblem(400, "wrong-type").Places.ShouldBe([path]);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_number_that_does_not_fit_is_400_and_named(string id)
    {
        foreach (var (path, change) in Leaves(JsonNode.Parse(Samples.Bodies[id])!))
        {
            if (
                Find(JsonNode.Parse(Samples.Bodies[id])!, path) is not JsonValue value
                || !value.TryGetValue<long>(out _)
            )
            {
                continue;
            }

            foreach (
                var text in (string[])["1e400", "99999999999999999999", "2024.5", "\"2024\"", "-99999999999999999999"]
            )
            {
                var body = JsonNode.Parse(Samples.Bodies[id])!;
                change(body, "@@");
                var sent = body.ToJsonString().Replace("\"@@\"", text);

                (await SendAsync(id, sent)).RequireProblem(400, "wrong-type").Places.ShouldBe([path], text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_missing_required_member_is_400_and_named(string id)
    {
        foreach (var name in Required(Operations.Of(id)))
        {
            var body = JsonNode.Parse(Samples.Bodies[id])!.AsObject();
            body.Remove(name);
            (await SendAsync(id, body.ToJsonString())).RequireProblem(400, "required").Places.ShouldBe([$"/{name}"]);

            body[name] = null;
            (await SendAsync(id, body.ToJsonString())).RequireProblem(400, "required").Places.ShouldBe([$"/{name}"]);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task An_empty_place_in_a_list_is_400_and_named(string id)
    {
        foreach (var (name, value) in JsonNode.Parse(Samples.Bodies[id])!.AsObject())
        {
            if (value is not JsonArray)
            {
                continue;
            }

            var body = JsonNode.Parse(Samples.Bodies[id])!;
            body[name]!.AsArray().Add(null);

            (await SendAsync(id, body.ToJsonString()))
                .RequireProblem(400)
                .Places.ShouldAllBe(path => path.StartsWith($"/{name}"));
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_text_that_is_too_long_or_cannot_be_printed_is_400_and_named(string id)
    {
        foreach (var (path, change) in Leaves(JsonNode.Parse(Samples.Bodies[id])!))
        {
            if (!IsFreeText(id, path))
            {
                continue;
            }

            var body = JsonNode.Parse(Samples.Bodies[id])!;
            change(body, new string('长', RequestLimits.TextCharactersMax + 1));
            (await SendAsync(id, body.ToJsonString())).RequireProblem(400).Places.ShouldBe([path]);

            change(body, "控\u0007制");
            (await SendAsync(id, body.ToJsonString())).RequireProblem(400, "text-unprintable").Places.ShouldBe([path]);
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
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task Another_media_type_is_415(string id)
    {
        foreach (
            var type in (string[])["text/plain", "application/xml", "application/json; charset=utf-16", "nonsense"]
        )
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Samples.Bodies[id]));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            (await SendRawAsync(id, content)).RequireProblem(415, "media-type-not-json");
        }
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task A_command_without_a_key_or_with_a_bad_one_is_400(string id)
    {
        var operation = Operations.Of(id);
        var body = Samples.Bodies.GetValueOrDefault(id);
        (await Somebody.SendAsync(operation.Method, operation.SamplePath, body, "\"v1-r1\""))
            .RequireProblem(400, "idempotency-key-required")
            .Places.ShouldBe(["header:Idempotency-Key"]);
        foreach (var key in (string[])["short", new string('a', 65), "with space", "semi;colon;"])
        {
            (await Somebody.SendAsync(operation.Method, operation.SamplePath, body, "\"v1-r1\"", key))
                .RequireProblem(400, "idempotency-key-malformed")
                .Places.ShouldBe(["header:Idempotency-Key"]);
        }
    }

    [Theory]
    [MemberData(nameof(WithRequiredVersion))]
    public async Task A_decision_without_a_version_is_428(string id)
    {
        var operation = Operations.Of(id);
        var body = Samples.Bodies.GetValueOrDefault(id);

        (await Somebody.SendAsync(operation.Method, operation.SamplePath, body, null, Caller.NewKey()))
            .RequireProblem(428, "if-match-required")
            .Places.ShouldBe(["header:If-Match"]);
    }

    [Theory]
    [MemberData(nameof(WithVersion))]
    public async Task A_version_that_is_none_of_ours_is_400(string id)
    {
        var operation = Operations.Of(id);
        var body = Samples.Bodies.GetValueOrDefault(id);
        foreach (
            var tag in (string[])
                ["v1", "\"v-1\"", "\"x\"", "*", "W/\"v1\"", "\"v1\", \"v2\"", "\"v99999999999999999999\""]
        )
        {
            (await Somebody.SendAsync(operation.Method, operation.SamplePath, body, tag, Caller.NewKey()))
                .RequireProblem(400, "if-match-malformed")
                .Places.ShouldBe(["header:If-Match"], tag);
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_malformed_query_parameter_is_400_and_named(string id, string name)
    {
        var operation = Operations.Of(id);
        var schema = operation.Parameters("query").Single(each => each["name"]!.GetValue<string>() == name)["schema"]!;
        foreach (var value in BadValues(schema))
        {
            var path = $"{operation.SamplePath.Split('?')[0]}?{name}={value}";
            (await Somebody.GetAsync(path)).RequireProblem(400).Places.ShouldBe([$"query:{name}"], path);
        }

        (await Somebody.GetAsync($"{operation.SamplePath.Split('?')[0]}?{name}=1&{name}=2"))
            .RequireProblem(400)
            .Places.ShouldBe([$"query:{name}"]);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task An_unknown_query_parameter_is_400_and_named(string id, string name)
    {
        var operation = Operations.Of(id);

        (await Somebody.GetAsync($"{operation.SamplePath.Split('?')[0]}?{name}s=1"))
            .RequireProblem(400)
            .Places.ShouldBe([$"query:{name}s"]);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_malformed_address_is_400_or_404_and_wakes_nobody(string id, string name)
    {
        var operation = Operations.Of(id);
        foreach (var bad in (string[])["%00", "..%2f..", "x'%22%3E", "%E2%80%AE", new string('a', 300), "%FF"])
        {
            var path = operation.Path.Replace($"{{{name}}}", bad);
            var sent = operation with { Path = path };
            var reply = await Somebody.SendAsync(
                operation.Method,
                sent.SamplePath,
                Samples.Bodies.GetValueOrDefault(id),
                "\"v1-r1\"",
                Caller.NewKey()
            );
            reply.Code.ShouldBeInRange(400, 422, $"{path}: {reply.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(SignedIn))]
    public async Task Nobody_gets_in_without_a_good_token(string id)
    {
        var operation = Operations.Of(id);
        var issuer = world.Issuer;
        using var other = System.Security.Cryptography.RSA.Create(2048);
        var otherKey = new Microsoft.IdentityModel.Tokens.RsaSecurityKey(other) { KeyId = "test-key" };
        string?[] tokens =
        [
            null,
            "nonsense",
            issuer.Token("somebody", audience: "another"),
            issuer.Token("somebody", type: "JWT"),
            issuer.Token("somebody", expiresIn: TimeSpan.FromMinutes(-5)),
            issuer.Token("somebody", key: otherKey),
            issuer.Token("somebody", issuer: "http://127.0.0.1:1/"),
            issuer.Token(null),
            issuer.Token(new string('s', RequestLimits.SubjectCharactersMax + 1)),
        ];
        foreach (var token in tokens)
        {
            var reply = await new Caller(world.Http, token).SendAsync(
                operation.Method,
                operation.SamplePath,
                Samples.Bodies.GetValueOrDefault(id),
                "\"v1-r1\"",
                Caller.NewKey()
            );
            reply.RequireProblem(401, "not-signed-in");
            reply.Response.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task A_wrong_method_is_405_with_what_is_allowed(string id)
    {
        var reply = (await Somebody.SendAsync(HttpMethod.Patch, Operations.Of(id).SamplePath)).RequireProblem(405);

        reply.Response.Content.Headers.Allow.ShouldNotBeEmpty();
    }

    private static TheoryData<string> Data(Func<Operation, bool> which)
    {
        var data = new TheoryData<string>();
        foreach (var operation in Operations.All.Where(which))
        {
            data.Add(operation.Id);
        }

        return data;
    }

    private Task<Reply> SendAsync(string id, string? body) =>
        SendRawAsync(id, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));

    private Task<Reply> SendRawAsync(string id, HttpContent? content, Action<HttpRequestMessage>? change = null)
    {
        var operation = Operations.Of(id);
        return Somebody.SendRawAsync(
            operation.Method,
            operation.SamplePath,
            content,
            "\"v1-r1\"",
            Caller.NewKey(),
            change
        );
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

    private static IEnumerable<string> Required(Operation operation)
    {
        var schema = operation.Document["requestBody"]!["content"]!["application/json"]!["schema"]!;
        if (schema["$ref"] is { } reference)
        {
            schema = Operations.Document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!;
        }

        return (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>());
    }

    // Words of a fixed list are wrong types when they are other words; the rest of the texts are free.
    private static bool IsFreeText(string id, string path) =>
        Find(JsonNode.Parse(Samples.Bodies[id])!, path) is JsonValue value
        && value.TryGetValue<string>(out _)
        && !(path.EndsWith("/kind") || path.EndsWith("/verdict") || path.Contains("/roles"))
        && !(id == "importTrainingRecords" && path.EndsWith("/subject"));

    private static JsonNode? Find(JsonNode root, string path) =>
        path.Split('/')
            .Skip(1)
            .Aggregate((JsonNode?)root, (node, part) => node is JsonArray list ? list[int.Parse(part)] : node?[part]);

    /// <summary>Every place of a body that holds no object: its pointer, and how to put another value there.</summary>
    private static IEnumerable<(string Path, Action<JsonNode, JsonNode> Change)> Leaves(JsonNode root)
    {
        var found = new List<string>();
        Walk(root, "");
        return found
            .Where(path => !path.Contains("/roles/"))
            .Select(path => (path, (Action<JsonNode, JsonNode>)((body, value) => Put(body, path, value))));

        void Walk(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (name, value) in members)
                    {
                        Walk(value, $"{path}/{name}");
                    }

                    break;
                case JsonArray places:
                    for (var index = 0; index < places.Count; index++)
                    {
                        Walk(places[index], $"{path}/{index}");
                    }

                    break;
                default:
                    found.Add(path);
                    break;
            }
        }
    }

    private static void Put(JsonNode root, string path, JsonNode value)
    {
        var parts = path.Split('/');
        var parent = Find(root, string.Join('/', parts[..^1]))!;
        if (parent is JsonArray list)
        {
            list[int.Parse(parts[^1])] = value;
        }
        else
        {
            parent[parts[^1]] = value;
        }
    }
}
