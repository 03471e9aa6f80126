using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace CeActors.Functions.Tests.Hosting;

/// <summary>What came back.</summary>
public sealed record Reply(HttpResponseMessage Response, byte[] Bytes)
{
    public HttpStatusCode Status => Response.StatusCode;

    public int Code => (int)Response.StatusCode;

    public override string ToString() => $"{Code} {Text}";

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes) ?? throw new InvalidOperationException("The answer is null.");

    public JsonNode this[string member] =>
        Json[member] ?? throw new InvalidOperationException($"{member} is not in {Text}");

    public string? Tag => Response.Headers.ETag?.ToString();

    /// <summary>The paths that a problem document names.</summary>
    public IReadOnlyList<string> Places =>
        [.. Json["problems"]!.AsArray().Select(problem => problem!["path"]!.GetValue<string>())];

    public Reply Require(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text);
        return this;
    }

    public Reply RequireOk() => Require(HttpStatusCode.OK);

    public Reply RequireProblem(int status, string? code = null)
    {
        Code.ShouldBe(status, Text);
        Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        this["status"].GetValue<int>().ShouldBe(status);
        this["chinese"].GetValue<string>().ShouldNotBeEmpty();
        this["english"].GetValue<string>().ShouldNotBeEmpty();
        this["traceId"].GetValue<string>().ShouldNotBeEmpty();
        this["type"].GetValue<string>().ShouldBe("urn:ceactors:problem:" + this["code"].GetValue<string>());
        if (code is not null)
        {
            this["code"].GetValue<string>().ShouldBe(code, Text);
        }

        return this;
    }
}

/// <summary>The API as one person sees it.</summary>
public sealed class Caller(HttpClient http, string? token)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static string NewKey() => $"k-{Guid.NewGuid():N}";

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Reply> PostAsync(string path, object? body = null, string? tag = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, tag, key ?? NewKey());

    public Task<Reply> PutAsync(string path, object? body, string? tag = null, string? key = null) =>
        SendAsync(HttpMethod.Put, path, body, tag, key ?? NewKey());

    public Task<Reply> DeleteAsync(string path, string? tag = null, string? key = null) =>
        SendAsync(HttpMethod.Delete, path, null, tag, key ?? NewKey());

    public Task<Reply> SendAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string? tag = null,
        string? key = null
    )
    {
        var text = body switch
        {
            null => null,
            string raw => raw,
            JsonNode node => node.ToJsonString(),
            _ => JsonSerializer.Serialize(body, Web),
        };
        return SendRawAsync(
            method,
            path,
            text is null ? null : new StringContent(text, Encoding.UTF8, "application/json"),
            tag,
            key
        );
    }

    public async Task<Reply> SendRawAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        string? tag = null,
        string? key = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        change?.Invoke(request);
        var response = await http.SendAsync(request);
        return new Reply(response, await response.Content.ReadAsByteArrayAsync());
    }
}
