using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using CeActors.Functions.Tests.Hosting;

namespace CeActors.Functions.Tests.Matrix;

/// <summary>
/// One request that is good: somebody who may, about something that is there, with a body that would be taken. What is sent is
/// spoilt in one place; so whatever is taken in spite of it would show in storage.
/// </summary>
/// <param name="Operation">The operation.</param>
/// <param name="Subject">Who asks.</param>
/// <param name="Values">Values of the address.</param>
/// <param name="Body">The JSON; null where none is taken.</param>
/// <param name="Tag">The present version's ETag; null where none is.</param>
/// <param name="Query">With its question mark.</param>
public sealed record Stage(
    Operation Operation,
    string Subject,
    ImmutableDictionary<string, string> Values,
    string? Body = null,
    string? Tag = null,
    string Query = ""
)
{
    /// <summary>The address, without its query.</summary>
    public string Address =>
        Values.Aggregate(Operation.Path, (path, value) => path.Replace($"{{{value.Key}}}", value.Value));

    public string Path => Address + Query;

    /// <summary>The same with another value in the address.</summary>
    public Stage At(string name, string value) => this with { Values = Values.SetItem(name, value) };

    /// <summary>The same with another value at one place of the body.</summary>
    public Stage Where(string path, JsonNode? value) =>
        this with
        {
            Body = JsonPlaces.With(Body!, path, value).ToJsonString(),
        };

    /// <summary>About what another stage is about.</summary>
    public Stage About(Stage other) =>
        this with
        {
            Subject = other.Subject,
            Values = Values.SetItems(other.Values),
            Tag = other.Tag,
        };

    /// <summary>Sends it; with a new key unless one is given, and none where none is taken.</summary>
    public Task<Reply> SendAsync(FrontFixture front, string? key = null) =>
        SendAsync(front.As(Subject), JsonContent(Body), key);

    public Task<Reply> SendAsync(
        Caller caller,
        HttpContent? content,
        string? key = null,
        Action<HttpRequestMessage>? change = null
    ) =>
        caller.SendRawAsync(
            Operation.Method,
            Path,
            content,
            Operation.TakesVersion ? Tag : null,
            Operation.Changes ? key ?? Caller.NewKey() : null,
            change
        );

    public static HttpContent? JsonContent(string? body) =>
        body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
}
